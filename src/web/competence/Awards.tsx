import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type AwardKind,
  awardKinds,
  type CompetenceRole,
  competenceRoles,
  limitOf,
} from '#domain/competence/authority.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { awardKindNames, awardText, competenceRoleNames } from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import type { CompetenceRecord } from './CompetenceRecordPage.tsx'

type Award = CompetenceRecord['awards'][number]

/** What entitles this person to assess or verify as such: held or worked towards, seen or only declared (R112). */
export function Awards({ record, today }: { record: CompetenceRecord; today: string }) {
  const [asking, setAsking] = useState<{ what: 'record' } | { what: 'show' | 'end'; award: Award } | null>(null)
  const end = useChange('POST /centres/:centreId/competence/:personId/awards/:awardId/ending')
  const close = () => setAsking(null)
  const params = { personId: record.person.id }
  const past = record.awards.filter(a => a.until !== null && a.until < today)
  const standing = record.awards.filter(a => !past.includes(a))
  const line = (award: Award, over: boolean) => (
    <li key={award.id} data-past={over || undefined}>
      <div>
        {awardText(award)}{' '}
        {!over && (
          <StateMark tone={award.declared ? 'waiting' : 'done'}>
            {award.declared ? 'Declared, nothing shown yet' : 'Shown'}
          </StateMark>
        )}
        <span className={style.quiet}>
          {competenceRoleNames[award.role]}. {periodText(award, over)}
          {award.shown && `; seen by ${award.shown.by} on ${dayText(award.shown.at)}`}
        </span>
        {award.evidence && <span className={style.quiet}>{award.evidence}</span>}
      </div>
      {record.can.record && !over && (
        <div className={style.buttons}>
          {award.declared && (
            <Button variant="default" onClick={() => setAsking({ what: 'show', award })}>
              Evidence shown<span className="hidden-text"> for {awardText(award)}</span>
            </Button>
          )}
          <Button variant="default" onClick={() => setAsking({ what: 'end', award })}>
            End<span className="hidden-text"> {awardText(award)}</span>
          </Button>
        </div>
      )}
    </li>
  )
  return (
    <Section title="Qualified to judge">
      {standing.length === 0 && <p>Nothing is on record that counts now.</p>}
      <ul className={style.list}>{standing.map(a => line(a, false))}</ul>
      {record.can.record && (
        <div className={style.tools}>
          <Button variant="default" onClick={() => setAsking({ what: 'record' })}>
            Record a qualification
          </Button>
        </div>
      )}
      {past.length > 0 && (
        <details className={style.more}>
          <summary>Counted before ({past.length})</summary>
          <ul className={style.list}>{past.map(a => line(a, true))}</ul>
        </details>
      )}
      {asking?.what === 'record' && <RecordAward record={record} today={today} close={close} />}
      {asking?.what === 'show' && <ShowAward personId={record.person.id} award={asking.award} close={close} />}
      {asking?.what === 'end' && (
        <EndDialog
          title={`End ${awardText(asking.award)}`}
          day={today}
          close={close}
          does={async body => {
            await end.mutateAsync({ params: { ...params, awardId: asking.award.id }, body })
            say(`It counts until ${dayText(body.until)}.`)
          }}
        />
      )}
    </Section>
  )
}

function periodText({ kind, since, until }: Award, over: boolean): string {
  if (until !== null && until < since) return 'Declared, and gave way to what was recorded'
  if (over) return `From ${dayText(since)} to ${dayText(until)}`
  if (kind === 'working-towards') return `Since ${dayText(since)}; to be held by ${dayText(until)}`
  return `Since ${dayText(since)}${until ? `, until ${dayText(until)}` : ''}`
}

function RecordAward({ record, today, close }: { record: CompetenceRecord; today: string; close: () => void }) {
  const form = useForm({ role: record.roles[0]?.role ?? 'assessor', kind: 'held', title: '', since: '', evidence: '' })
  const change = useChange('POST /centres/:centreId/competence/:personId/awards')
  const { role, kind, since } = form.values as { role: CompetenceRole; kind: AwardKind; since: string }
  return (
    <FormDialog
      title="Record a qualification to judge"
      form={form}
      does={async ({ title, evidence }) => {
        await change.mutateAsync({
          params: { personId: record.person.id },
          body: { role, kind, title, since, evidence: evidence || null },
        })
        say('It is recorded.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <div className={style.days}>
        <NativeSelect
          {...form.field('role')}
          label="For"
          data={competenceRoles.map(value => ({ value, label: competenceRoleNames[value] }))}
        />
        <NativeSelect
          {...form.field('kind')}
          label="Held or worked towards"
          description={
            kind === 'employer-direct-model'
              ? 'It counts for a qualification once its five conditions are met: Competence, Quality records.'
              : undefined
          }
          data={awardKinds.map(value => ({ value, label: awardKindNames[value] }))}
        />
      </div>
      <TextInput
        {...form.field('title')}
        label={kind === 'employer-direct-model' ? 'What the employer has in its place' : 'Name of the qualification'}
        placeholder={kind === 'employer-direct-model' ? undefined : 'A1, TAQA, V1, Award in …'}
        required
      />
      <TextInput
        {...form.field('since')}
        type="date"
        max={today}
        label={kind === 'working-towards' ? 'Working with the standards since' : 'Since'}
        description={
          kind === 'working-towards' && since
            ? `To be held by ${dayText(limitOf(role, since))}. Until then what they decide is countersigned; from the day after they decide nothing.`
            : undefined
        }
        required
      />
      <Textarea
        {...form.field('evidence')}
        label="What was seen, and where it is kept"
        description="Leave it empty where nobody has seen it yet: it then stands as declared."
        autosize
        minRows={2}
      />
    </FormDialog>
  )
}

function ShowAward({ personId, award, close }: { personId: string; award: Award; close: () => void }) {
  const form = useForm({ title: award.title ?? '', evidence: '' })
  const change = useChange('POST /centres/:centreId/competence/:personId/awards/:awardId/evidence')
  return (
    <FormDialog
      title="Evidence shown"
      form={form}
      does={async body => {
        await change.mutateAsync({ params: { personId, awardId: award.id }, body })
        say('It is recorded that it was shown.')
      }}
      yes="Record"
      close={close}
    >
      <TextInput {...form.field('title')} label="Name of the qualification" required />
      <Textarea
        {...form.field('evidence')}
        label="What you have seen, and where it is kept"
        autosize
        minRows={2}
        required
      />
    </FormDialog>
  )
}
