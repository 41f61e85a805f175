import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { competenceOf } from '#domain/competence/authority.ts'
import { type Role, roles } from '#domain/people/roles.ts'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Refused, Result } from '../ui/Waiting.tsx'
import { nowText, toneOf } from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import { entryNames, entryTones, entryWork, placeNames } from '../words/people.ts'
import { Allotments } from './Allotments.tsx'
import { CorrectPerson } from './CorrectPerson.tsx'
import style from './people.module.css'
import { Roles } from './Roles.tsx'

export type Person = Answer<'GET /centres/:centreId/people/:personId'>

/** One person as the centre knows them: roles now and before, where they are named, their way in. */
export default function PersonPage() {
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const person = useResult('GET /centres/:centreId/people/:personId', { params: { personId } })
  const crumbs = [{ label: 'People', to: '/c/$centreId/people' }]
  return (
    <Result of={person}>
      {found => (
        <Page title={found.name} about={found.email} breadcrumb={crumbs} actions={<Deeds person={found} />}>
          <Roles person={found} />
          {found.roles.some(r => r.role === 'eqa' && !r.endedAt) && <Allotments person={found} />}
          {found.roles.some(r => judging.has(r.role)) && <CompetenceSummary person={found} />}
          <Registrations person={found} />
          <Account person={found} />
        </Page>
      )}
    </Result>
  )
}

const judging = new Set<Role>(roles.filter(r => competenceOf[r]))

/** Whether their records entitle them today; the whole record has a page of its own. */
function CompetenceSummary({ person }: { person: Person }) {
  const record = useResult('GET /centres/:centreId/competence/:personId', { params: { personId: person.id } })
  return (
    <Section title="Competence">
      <Result of={record} lines={2}>
        {found => (
          <>
            <ul className={forms.rows}>
              {found.roles.map(r => (
                <li key={r.role}>
                  <StateMark tone={toneOf(r.now)}>{nowText(r.role, r.now)}</StateMark>
                </li>
              ))}
            </ul>
            <div className={style.inline}>
              <Link to={'/c/$centreId/competence/$personId' as '/'} params={{ personId: person.id } as never}>
                Open the competence record
              </Link>
            </div>
          </>
        )}
      </Result>
    </Section>
  )
}

function Deeds({ person }: { person: Person }) {
  const [correcting, setCorrecting] = useState(false)
  const learner = person.roles.some(r => r.role === 'learner' && !r.endedAt)
  return (
    <>
      {learner && (
        <Button
          component={Link}
          to={'/c/$centreId/registrations/new' as '/'}
          {...({ search: { learnerId: person.id } } as object)}
        >
          Register on a qualification
        </Button>
      )}
      {person.can.correctName && (
        <Button variant="default" onClick={() => setCorrecting(true)}>
          Correct name or address
        </Button>
      )}
      {correcting && <CorrectPerson person={person} onClose={() => setCorrecting(false)} />}
    </>
  )
}

function Registrations({ person }: { person: Person }) {
  const [now, before] = [person.registrations.filter(r => !r.endedAt), person.registrations.filter(r => r.endedAt)]
  const lines = (shown: Person['registrations']) => (
    <ul className={forms.rows}>
      {shown.map(r => (
        <li key={`${r.registrationId}${r.place}${r.since}`}>
          <div>
            <Link
              to={'/c/$centreId/registrations/$registrationId' as '/'}
              params={{ registrationId: r.registrationId } as never}
            >
              {r.place === 'learner' ? r.qualification : `${r.learnerName}: ${r.qualification}`}
            </Link>
            <span className={forms.quiet}>
              {placeNames[r.place]}, from {dayText(r.since)}
              {r.endedAt && ` to ${dayText(r.endedAt)}`}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
  return (
    <Section title="Registrations">
      {now.length === 0 ? <p>No registration names this person now.</p> : lines(now)}
      {before.length > 0 && (
        <details className={forms.more}>
          <summary>Named before ({before.length})</summary>
          {lines(before)}
        </details>
      )}
    </Section>
  )
}

function Account({ person }: { person: Person }) {
  const invite = useChange('POST /centres/:centreId/people/:personId/invitations')
  const write = () =>
    invite.mutate(
      { params: { personId: person.id } },
      {
        onSuccess: ({ sends }) =>
          say(sends ? `An invitation is on its way to ${person.email}.` : 'The invitation waits in the outbox.'),
      },
    )
  return (
    <Section title="Account">
      <ul className={forms.rows}>
        <li>
          Place in this centre
          <StateMark tone={entryTones[person.entry]}>{entryNames[person.entry]}</StateMark>
        </li>
        {person.entry === 'joined' && (
          <li>
            Second factor
            <StateMark tone={person.twoFactor ? 'done' : 'plain'}>{person.twoFactor ? 'On' : 'Off'}</StateMark>
          </li>
        )}
      </ul>
      <p className={forms.quiet}>{entryWork[person.entry]}</p>
      {person.can.invite && (
        <>
          {invite.error && <Refused problem={invite.error} />}
          <div className={style.inline}>
            <Button variant="default" onClick={write} loading={invite.isPending}>
              Write the invitation again
            </Button>
            <Link to={'/c/$centreId/people/outbox' as '/'}>Open the outbox</Link>
          </div>
        </>
      )}
    </Section>
  )
}
