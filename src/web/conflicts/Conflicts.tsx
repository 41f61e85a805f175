import { Button, NativeSelect, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type ConflictKind, type ConflictWay, conflictKinds, conflictWays } from '#domain/conflicts/conflict.ts'
import type { Result as Answer } from '../api.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { conflictKindNames, conflictWayNames } from '../words/conflicts.ts'
import { dayText } from '../words/index.ts'

type Listed = Answer<'GET /centres/:centreId/conflicts'>
type Conflict = Listed['conflicts'][number]
type Named = { id: string; name: string }

/**
 * Conflicts of interest with one learner, or all that the reader may see. Give it the people who could be named, for those
 * who declare what they learnt of somebody else.
 */
export function Conflicts({ learner, people = [] }: { learner?: Named; people?: Named[] }) {
  const listed = useResult('GET /centres/:centreId/conflicts', { query: { learnerId: learner?.id } })
  const end = useChange('POST /centres/:centreId/conflicts/:conflictId/ending')
  const [asking, setAsking] = useState<'declare' | { what: 'manage' | 'end'; conflict: Conflict } | null>(null)
  const close = () => setAsking(null)
  const line = (c: Conflict) => (
    <li key={c.id} data-past={c.state === 'ended' || undefined}>
      <div>
        {learner ? c.person.name : `${c.person.name} and ${c.learner.name}`}: {conflictKindNames[c.kind].toLowerCase()}{' '}
        <Mark conflict={c} />
        <p className={style.note}>{c.about}</p>
        <span className={style.quiet}>
          Declared by {c.declared.by} on {dayText(c.declared.at)}
        </span>
        {c.managed && (
          <span className={style.quiet}>
            {conflictWayNames[c.managed.way]} ({c.managed.by}, {dayText(c.managed.at)}): {c.managed.how}
          </span>
        )}
        {c.ended && (
          <span className={style.quiet}>
            Ended on {dayText(c.ended.at)} by {c.ended.by}: {c.ended.reason}
          </span>
        )}
      </div>
      {c.can.manage && (
        <div className={style.buttons}>
          <Button variant="default" onClick={() => setAsking({ what: 'manage', conflict: c })}>
            {c.managed ? 'Manage anew' : 'Manage'}
            <span className="hidden-text"> the conflict of {c.person.name}</span>
          </Button>
          <Button variant="default" onClick={() => setAsking({ what: 'end', conflict: c })}>
            End<span className="hidden-text"> the conflict of {c.person.name}</span>
          </Button>
        </div>
      )}
    </li>
  )
  return (
    <Result of={listed} lines={2}>
      {({ conflicts, can }) => {
        const [standing, past] = [
          conflicts.filter(c => c.state !== 'ended'),
          conflicts.filter(c => c.state === 'ended'),
        ]
        if (conflicts.length === 0 && (!learner || !can.declare)) return null
        return (
          <Section title="Conflicts of interest">
            {standing.length === 0 && <p>None is on record that you may see.</p>}
            <ul className={style.list}>{standing.map(line)}</ul>
            {learner && can.declare && (
              <div className={style.tools}>
                <Button variant="default" onClick={() => setAsking('declare')}>
                  Declare a conflict of interest
                </Button>
              </div>
            )}
            {past.length > 0 && (
              <details className={style.more}>
                <summary>Ended ({past.length})</summary>
                <ul className={style.list}>{past.map(line)}</ul>
              </details>
            )}
            {asking === 'declare' && learner && (
              <Declare learner={learner} people={can.declareForOthers ? people : []} close={close} />
            )}
            {asking && asking !== 'declare' && asking.what === 'manage' && (
              <Manage conflict={asking.conflict} close={close} />
            )}
            {asking && asking !== 'declare' && asking.what === 'end' && (
              <EndDialog
                title="This conflict of interest has ended"
                close={close}
                does={async ({ reason }) => {
                  await end.mutateAsync({ params: { conflictId: asking.conflict.id }, body: { reason } })
                  say('It has ended and stays on record.')
                }}
              />
            )}
          </Section>
        )
      }}
    </Result>
  )
}

function Mark({ conflict: { state, bars } }: { conflict: Conflict }) {
  if (state === 'ended') return <StateMark tone="plain">Ended</StateMark>
  if (state === 'declared') return <StateMark tone="attention">To be managed; may not judge</StateMark>
  return bars ? (
    <StateMark tone="waiting">Managed; may not judge</StateMark>
  ) : (
    <StateMark tone="done">Managed</StateMark>
  )
}

function Declare({ learner, people, close }: { learner: Named; people: Named[]; close: () => void }) {
  const { person } = useCentre()
  const form = useForm({ personId: person.id, kind: 'family' as ConflictKind, about: '' })
  const change = useChange('POST /centres/:centreId/learners/:learnerId/conflicts')
  const others = [
    ...new Map(people.filter(p => p.id !== person.id && p.id !== learner.id).map(p => [p.id, p])).values(),
  ]
  return (
    <FormDialog
      title={`Conflict of interest with ${learner.name}`}
      form={form}
      does={async ({ personId, kind, about }) => {
        await change.mutateAsync({
          params: { learnerId: learner.id },
          body: { personId, kind, about },
        })
        say('It is declared.')
      }}
      yes="Declare it"
      close={close}
      size="lg"
    >
      <p className={style.note}>
        From now on the person neither judges nor samples {learner.name}, until it is managed or ends. Only you two, the
        lead IQA and the centre administrators see it.
      </p>
      {others.length > 0 && (
        <NativeSelect
          {...form.field('personId')}
          label="Who"
          data={[
            { value: person.id, label: `${person.name} (myself)` },
            ...others.map(p => ({ value: p.id, label: p.name })),
          ]}
        />
      )}
      <NativeSelect
        {...form.field('kind')}
        label="What connects them"
        data={conflictKinds.map(value => ({ value, label: conflictKindNames[value] }))}
      />
      <Textarea {...form.field('about')} label="In a few words" autosize minRows={2} required />
    </FormDialog>
  )
}

function Manage({ conflict, close }: { conflict: Conflict; close: () => void }) {
  const form = useForm({ way: (conflict.managed?.way ?? 'other-assessor') as ConflictWay, how: '' })
  const change = useChange('POST /centres/:centreId/conflicts/:conflictId/management')
  return (
    <FormDialog
      title={`Manage the conflict of ${conflict.person.name} and ${conflict.learner.name}`}
      form={form}
      does={async ({ way, how }) => {
        await change.mutateAsync({ params: { conflictId: conflict.id }, body: { way, how } })
        say('It is managed.')
      }}
      yes="Save"
      close={close}
      size="lg"
    >
      <Radio.Group {...form.choice('way')} label="How">
        <div className={style.choices}>
          {conflictWays.map(way => (
            <Radio key={way} value={way} label={conflictWayNames[way]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea {...form.field('how')} label="Who does what" autosize minRows={2} required />
    </FormDialog>
  )
}
