import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CompetenceRole, competenceRoles } from '#domain/competence/authority.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { competenceRoleNames, levelsText } from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import type { CompetenceRecord } from './CompetenceRecordPage.tsx'

type Scope = CompetenceRecord['scopes'][number]
const scopeText = ({ qualification, levels }: Scope) =>
  `${qualification?.title ?? 'Everything the centre offers'}, ${levelsText(levels)}`

function periodText({ from, until }: Scope): string {
  if (until !== null && until < from) return 'Declared, and gave way to what was recorded'
  return `From ${dayText(from)}${until ? ` to ${dayText(until)}` : ', open'}`
}

/** What this person may assess or verify: qualifications and levels, from when until when (R115). */
export function Scopes({ record, today }: { record: CompetenceRecord; today: string }) {
  const [asking, setAsking] = useState<'record' | Scope | null>(null)
  const end = useChange('POST /centres/:centreId/competence/:personId/scopes/:scopeId/ending')
  const close = () => setAsking(null)
  const past = record.scopes.filter(s => s.until !== null && s.until < today)
  const standing = record.scopes.filter(s => !past.includes(s))
  const line = (scope: Scope, over: boolean) => (
    <li key={scope.id} data-past={over || undefined}>
      <div>
        {scopeText(scope)} {!over && scope.declared && <StateMark tone="waiting">Declared</StateMark>}
        <span className={style.quiet}>
          {competenceRoleNames[scope.role]}. {periodText(scope)}
          {scope.recordedBy && `; recorded by ${scope.recordedBy}`}
        </span>
        {scope.evidence && <span className={style.quiet}>{scope.evidence}</span>}
      </div>
      {record.can.record && !over && (
        <Button variant="default" onClick={() => setAsking(scope)}>
          End<span className="hidden-text"> {scopeText(scope)}</span>
        </Button>
      )}
    </li>
  )
  return (
    <Section title="Scope">
      {standing.length === 0 && <p>Nothing is on record that may be judged now.</p>}
      <ul className={style.list}>{standing.map(s => line(s, false))}</ul>
      {record.can.record && (
        <div className={style.tools}>
          <Button variant="default" onClick={() => setAsking('record')}>
            Record a scope
          </Button>
        </div>
      )}
      {past.length > 0 && (
        <details className={style.more}>
          <summary>Before ({past.length})</summary>
          <ul className={style.list}>{past.map(s => line(s, true))}</ul>
        </details>
      )}
      {asking === 'record' && <RecordScope record={record} today={today} close={close} />}
      {asking && asking !== 'record' && (
        <EndDialog
          title={`End the scope: ${scopeText(asking)}`}
          day={today}
          close={close}
          does={async body => {
            await end.mutateAsync({ params: { personId: record.person.id, scopeId: asking.id }, body })
            say(`The scope ends on ${dayText(body.until)}.`)
          }}
        />
      )}
    </Section>
  )
}

function RecordScope({ record, today, close }: { record: CompetenceRecord; today: string; close: () => void }) {
  const form = useForm({
    role: (record.roles[0]?.role ?? 'assessor') as CompetenceRole,
    of: 'some',
    qualificationIds: [] as string[],
    levels: [] as string[],
    ...{ from: today, until: '', evidence: '' },
  })
  const change = useChange('POST /centres/:centreId/competence/:personId/scopes')
  const declared = record.scopes.some(
    s => s.declared && s.role === form.values.role && (s.until === null || s.until >= today),
  )
  return (
    <FormDialog
      title="Record a scope"
      form={form}
      does={async ({ role, of, qualificationIds, levels, from, until, evidence }) => {
        await change.mutateAsync({
          params: { personId: record.person.id },
          body: {
            role,
            qualificationIds: of === 'all' ? null : qualificationIds,
            levels: levels.length > 0 ? levels.map(Number) : null,
            from,
            until: until || null,
            evidence: evidence || null,
          },
        })
        say('The scope is recorded.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('role')}
        label="For"
        data={competenceRoles.map(value => ({ value, label: competenceRoleNames[value] }))}
      />
      <Radio.Group {...form.choice('of')} label="Of what">
        <div className={style.choices}>
          <Radio value="some" label="These qualifications" />
          <Radio value="all" label="Everything the centre offers, now and later" />
        </div>
      </Radio.Group>
      {form.values.of === 'some' && (
        <Checkbox.Group {...form.choice('qualificationIds')} label="Qualifications">
          <div className={style.choices}>
            {record.qualifications.map(q => (
              <Checkbox key={q.id} value={q.id} label={q.title} description={q.number} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Checkbox.Group {...form.choice('levels')} label="Levels" description="None ticked means every level.">
        <div className={style.levels}>
          {[1, 2, 3, 4, 5, 6, 7, 8].map(l => (
            <Checkbox key={l} value={String(l)} label={String(l)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={style.days}>
        <TextInput {...form.field('from')} type="date" label="From" required />
        <TextInput
          {...form.field('until')}
          type="date"
          label="Until"
          description="Empty means open. The day itself still counts."
        />
      </div>
      <Textarea {...form.field('evidence')} label="What it rests on" autosize minRows={2} />
      {declared && <p className={style.note}>What was only declared before gives way to it from its first day on.</p>}
    </FormDialog>
  )
}
