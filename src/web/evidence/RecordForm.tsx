import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { sameDocument } from '#domain/evidence/content.ts'
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import {
  type EvidenceRecord,
  type FieldName,
  fieldNames,
  longest,
  type RecordChange,
  recordFields,
} from '#domain/evidence/record-fields.ts'
import { recordForms } from '#domain/evidence/records.ts'
import { api } from '../api.ts'
import { useCentre } from '../results.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { choiceNames, fieldWords } from '../words/records.ts'
import { useEvidenceCache } from './cache.ts'
import { useKept } from './kept.ts'
import { AnswersField, EntriesField, QuestionsField } from './RecordLists.tsx'
import style from './record.module.css'

/** The form that belongs to a kind of evidence, saved field by field as it is typed. What was typed for another kind is kept. */
export function RecordForm({
  evidence,
  version,
  type,
}: {
  evidence: EvidenceResult
  version: EvidenceVersion
  type: EvidenceType
}) {
  const { centreId } = useCentre()
  const cache = useEvidenceCache(evidence.id)
  const kept = useKept<EvidenceRecord>(
    `${evidence.id}/${version.version}/record`,
    { value: version.record, revision: version.recordRevision },
    async (value, base, revision) => {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/record', {
        params: { centreId, evidenceId: evidence.id },
        body: { revision, record: changeOf(base, value) },
      })
      cache.patch({ missing: answer.missing }, { record: value, recordRevision: answer.recordRevision })
      return answer.recordRevision
    },
    (changed, value) => withoutNothing({ ...value, ...changed }),
  )
  const set = (change: RecordChange) => kept.type(withoutNothing({ ...kept.value, ...change }))
  // The house has the worksheet and knows which it is: only the answers are asked for.
  const asked = version.worksheetId !== null
  const fields = recordForms[type].fields.filter(({ name }) =>
    asked ? name === 'questions' : !name.startsWith('kept'),
  )
  return (
    <div className={style.fields}>
      {fields.map(({ name }) => (
        <Field key={name} type={type} name={name} record={kept.value} set={set} asked={asked} />
      ))}
      {!asked && <Field type={type} name="keptElsewhere" record={kept.value} set={set} />}
      {kept.value.keptElsewhere && (
        <>
          <Field type={type} name="keptWhat" record={kept.value} set={set} />
          <Field type={type} name="keptAt" record={kept.value} set={set} />
        </>
      )}
      <DraftNote draft={kept} show={(other: EvidenceRecord) => differing(type, other, kept.value)} />
    </div>
  )
}

type FieldProps = {
  type: EvidenceType
  name: FieldName
  record: EvidenceRecord
  set: (change: RecordChange) => void
  /** The questions are the centre's: only answers are written. */
  asked?: boolean
}

function Field({ type, name, record, set, asked = false }: FieldProps) {
  const { label, hint } = fieldWords(type, name)
  const field = recordFields[name]
  const id = `record-${name}`
  const text = typeof record[name] === 'string' ? (record[name] as string) : ''
  const typed = (e: { currentTarget: { value: string } }) => set({ [name]: e.currentTarget.value })
  switch (field.kind) {
    case 'line':
      return (
        <TextInput
          id={id}
          label={label}
          description={hint}
          value={text}
          maxLength={longest.line}
          onChange={typed}
          autoComplete="off"
        />
      )
    case 'text':
      return (
        <Textarea
          id={id}
          label={label}
          description={hint}
          autosize
          minRows={2}
          value={text}
          maxLength={longest.text}
          onChange={typed}
        />
      )
    case 'day':
      return (
        <TextInput
          id={id}
          type="date"
          label={label}
          description={hint}
          value={text}
          onChange={typed}
          className={style.short}
        />
      )
    case 'time':
      return (
        <TextInput
          id={id}
          type="time"
          label={label}
          description={hint}
          value={text}
          onChange={typed}
          className={style.short}
        />
      )
    case 'yes-no':
      return (
        <Checkbox
          id={id}
          label={label}
          description={hint}
          checked={record[name] === true}
          onChange={e => set({ [name]: e.currentTarget.checked })}
        />
      )
    case 'choice':
      return (
        <NativeSelect
          id={id}
          label={label}
          description={hint}
          value={text}
          onChange={typed}
          data={[{ value: '', label: 'Choose' }, ...field.choices.map(c => ({ value: c, label: choiceNames[c] ?? c }))]}
        />
      )
    case 'entries':
      return <EntriesField id={id} label={label} entries={record.entries ?? []} set={entries => set({ entries })} />
    case 'questions':
      return asked ? (
        <AnswersField questions={record.questions ?? []} set={questions => set({ questions })} />
      ) : (
        <QuestionsField
          id={id}
          label={label}
          questions={record.questions ?? []}
          set={questions => set({ questions })}
        />
      )
  }
}

/** An empty field is a field that is not there; a list keeps its empty lines while they are being written. */
function withoutNothing(record: RecordChange): EvidenceRecord {
  const filled = Object.entries(record).filter(
    ([, v]) => v !== null && v !== '' && v !== false && !(Array.isArray(v) && v.length === 0),
  )
  return Object.fromEntries(filled)
}

function changeOf(base: EvidenceRecord, value: EvidenceRecord): RecordChange {
  const changed = fieldNames.filter(name => !sameDocument(value[name], base[name]))
  return Object.fromEntries(changed.map(name => [name, value[name] ?? null]))
}

/** What the other window says differently. */
function differing(type: EvidenceType, other: EvidenceRecord, mine: EvidenceRecord): string {
  return fieldNames
    .filter(name => !sameDocument(other[name], mine[name]))
    .map(name => `${fieldWords(type, name).label}: ${shortly(other[name])}`)
    .join(' · ')
}

const shortly = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(line => Object.values(line).filter(Boolean).join(', ')).join('; ')
  return value === true ? 'yes' : value ? String(value) : '(empty)'
}
