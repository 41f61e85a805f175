import type { ReactNode } from 'react'
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { type EvidenceRecord, type FieldName, recordFields } from '#domain/evidence/record-fields.ts'
import { recordForms } from '#domain/evidence/records.ts'
import type { Mark } from '#domain/worksheets/marks.ts'
import { dayText } from '../words/index.ts'
import { answerFormNames, choiceNames, entryNames, readWords } from '../words/records.ts'
import { MarkText } from '../worksheets/MarkText.tsx'
import style from './record.module.css'

/** A record as a page to read: what was filled in, in the order of its form. `record` holds the fields of its kind only; `marks` are those that count. */
export function RecordView({
  type,
  record,
  marks = [],
}: {
  type: EvidenceType
  record: EvidenceRecord
  marks?: readonly Mark[]
}) {
  const shown = recordForms[type].fields.map(f => f.name).filter(name => record[name] !== undefined)
  const kind = (name: FieldName) => recordFields[name].kind
  return (
    <div className={style.record}>
      <dl>
        {shown
          .filter(name => kind(name) !== 'yes-no')
          .map(name => (
            <div key={name} data-kind={kind(name)}>
              <dt>{readWords(type, name)}</dt>
              <dd>
                {name === 'questions' ? (
                  <Questions questions={record.questions ?? []} worksheet={type === 'worksheet'} marks={marks} />
                ) : (
                  valueOf(name, record)
                )}
              </dd>
            </div>
          ))}
      </dl>
      <ul className={style.ticked}>
        {shown
          .filter(name => kind(name) === 'yes-no' && name !== 'keptElsewhere')
          .map(name => (
            <li key={name}>{readWords(type, name)}</li>
          ))}
      </ul>
    </div>
  )
}

function valueOf(name: FieldName, record: EvidenceRecord): ReactNode {
  if (name === 'entries') return <Entries entries={record.entries ?? []} />
  const text = String(record[name] ?? '')
  const { kind } = recordFields[name]
  return kind === 'day' ? dayText(text) : kind === 'choice' ? (choiceNames[text] ?? text) : text
}

const Entries = ({ entries }: { entries: NonNullable<EvidenceRecord['entries']> }) => (
  <ol className={style.written}>
    {entries.map((entry, i) => (
      <li key={i}>
        {entry.day && <b>{dayText(entry.day)}</b>}
        <p>{entry.details}</p>
        {entry.links && (
          <p className={style.small}>
            {entryNames.links}: {entry.links}
          </p>
        )}
        {entry.covers && (
          <p className={style.small}>
            {entryNames.covers}: {entry.covers}
          </p>
        )}
      </li>
    ))}
  </ol>
)

function Questions({
  questions,
  worksheet,
  marks,
}: {
  questions: NonNullable<EvidenceRecord['questions']>
  /** Its answers are always the learner's own writing. */
  worksheet: boolean
  marks: readonly Mark[]
}) {
  return (
    <ol className={style.written}>
      {questions.map((pair, i) => {
        const mark = marks.find(m => m.question === i + 1)
        return (
          <li key={i}>
            <b>
              {i + 1}. {pair.question}
            </b>
            <p>{pair.answer}</p>
            {!worksheet && <p className={style.small}>{answerFormNames[pair.form]}</p>}
            {mark && (
              <p className={style.mark} data-enough={mark.enough}>
                Marked <MarkText mark={mark} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
