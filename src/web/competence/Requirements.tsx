import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { levelsOfRecord, type Requirement, requirementsOf } from '#domain/competence/requirements.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { count } from '../words/codes.ts'
import { competenceRoleNames, requirementNames } from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import type { CompetenceRecord } from './CompetenceRecordPage.tsx'

type InRole = CompetenceRecord['roles'][number]
type Row = InRole['levels'][number]['rows'][number]

/** The requirements of one role, level by level, each with what shows it; what is missing says so (R111, R114). */
export function Requirements({ record, of, today }: { record: CompetenceRecord; of: InRole; today: string }) {
  const [recording, setRecording] = useState<{ requirement: Requirement; level: number } | null>(null)
  const [ending, setEnding] = useState<Row['evidence'][number] | null>(null)
  const end = useChange('POST /centres/:centreId/competence/:personId/evidence/:competenceEvidenceId/ending')
  return (
    <Section title={`Requirements: ${competenceRoleNames[of.role].toLowerCase()}`}>
      <p className={style.note}>
        {of.confirmation
          ? `Which of them apply was confirmed by ${of.confirmation.by} on ${dayText(of.confirmation.at)}: ${of.confirmation.source}`
          : 'Nobody has confirmed yet which of them apply to this role, so all of them are shown as open questions.'}
      </p>
      {of.levels.length === 0 && <p>No level from 1 to 4 is in the scope or in the catalogue.</p>}
      {of.levels.map(({ level, rows }) => {
        const missing = rows.filter(r => !r.shown && r.applies !== 'no').length
        return (
          <div key={level}>
            <h3 className={style.level}>
              Level {level}: {missing === 0 ? 'everything is shown' : `${count(missing, 'line')} not shown yet`}
            </h3>
            <ul className={style.list}>
              {rows.map(row => (
                <li key={row.requirement} data-past={row.applies === 'no' || undefined}>
                  <div>
                    {requirementNames[row.requirement]} <Mark row={row} />
                    {row.evidence.length > 0 && (
                      <ul className={style.proof}>
                        {row.evidence.map(e => (
                          <li key={e.id}>
                            {e.text}
                            <span className={style.quiet}>
                              {dayText(e.on)}
                              {e.reference && `; ${e.reference}`}; recorded by {e.by}
                            </span>
                            {record.can.record && (
                              <Button variant="subtle" size="compact-sm" onClick={() => setEnding(e)}>
                                Does not show it<span className="hidden-text">: {e.text}</span>
                              </Button>
                            )}
                          </li>
                        ))}
                      </ul>
                    )}
                  </div>
                  {record.can.record && row.applies !== 'no' && row.requirement !== 'staff-award' && (
                    <Button variant="default" onClick={() => setRecording({ requirement: row.requirement, level })}>
                      Record evidence
                      <span className="hidden-text">
                        {' '}
                        of {requirementNames[row.requirement]} at level {level}
                      </span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {recording && (
        <RecordEvidence record={record} of={of} start={recording} today={today} close={() => setRecording(null)} />
      )}
      {ending && (
        <EndDialog
          title="This does not show it after all"
          close={() => setEnding(null)}
          does={async ({ reason }) => {
            const params = { personId: record.person.id, competenceEvidenceId: ending.id }
            await end.mutateAsync({ params, body: { reason } })
            say('It is taken out of the record, with the reason.')
          }}
        />
      )}
    </Section>
  )
}

function Mark({ row }: { row: Row }) {
  if (row.applies === 'no') return <StateMark tone="plain">Does not apply</StateMark>
  if (row.shown) return <StateMark tone="done">Shown</StateMark>
  return row.applies === 'yes' ? (
    <StateMark tone="attention">Not shown yet</StateMark>
  ) : (
    <StateMark tone="waiting">Not shown; to be confirmed whether it applies</StateMark>
  )
}

function RecordEvidence({
  record,
  of,
  start,
  today,
  close,
}: {
  record: CompetenceRecord
  of: InRole
  start: { requirement: Requirement; level: number }
  today: string
  close: () => void
}) {
  const form = useForm({
    requirement: start.requirement,
    levels: [String(start.level)],
    text: '',
    reference: '',
    on: today,
  })
  const change = useChange('POST /centres/:centreId/competence/:personId/evidence')
  return (
    <FormDialog
      title={`Evidence of competence: ${record.person.name}`}
      form={form}
      does={async ({ requirement, levels, text, reference, on }) => {
        await change.mutateAsync({
          params: { personId: record.person.id },
          body: {
            ...{ role: of.role, requirement, levels: levels.map(Number) },
            ...{ text, reference: reference || null, on },
          },
        })
        say('The evidence is recorded.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('requirement')}
        label="Requirement"
        data={requirementsOf(of.role).map(value => ({ value, label: requirementNames[value] }))}
      />
      <Checkbox.Group {...form.choice('levels')} label="For level">
        <div className={style.levels}>
          {levelsOfRecord.map(l => (
            <Checkbox key={l} value={String(l)} label={String(l)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea {...form.field('text')} label="What shows it" autosize minRows={3} required />
      <TextInput {...form.field('reference')} label="Where it is kept" />
      <TextInput {...form.field('on')} type="date" max={today} label="Day" required />
    </FormDialog>
  )
}
