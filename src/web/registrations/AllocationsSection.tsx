import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { type AllocationRole, allocationRoles, roleNeededFor } from '#domain/people/roles.ts'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import forms from '../ui/forms.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Refused, Result } from '../ui/Waiting.tsx'
import { gapsText } from '../words/competence.ts'
import { dayText } from '../words/index.ts'
import { placeNames } from '../words/people.ts'
import { PersonSelect } from './PersonSelect.tsx'

type Registration = Answer<'GET /centres/:centreId/registrations/:registrationId'>

/** The people named on a registration, and those named before. Give it a registration; it asks for the rest. */
export function AllocationsSection({ registrationId }: { registrationId: string }) {
  const registration = useResult('GET /centres/:centreId/registrations/:registrationId', { params: { registrationId } })
  const [changing, setChanging] = useState<AllocationRole | null>(null)
  return (
    <Section title="Who judges and checks">
      <Result of={registration} lines={4}>
        {found => (
          <>
            <ul className={forms.rows}>
              {allocationRoles.map(place => (
                <Place key={place} place={place} registration={found} change={() => setChanging(place)} />
              ))}
            </ul>
            <History registration={found} />
            {changing && <ChangePlace place={changing} registration={found} onClose={() => setChanging(null)} />}
          </>
        )}
      </Result>
    </Section>
  )
}

const standingIn = ({ allocations }: Registration, place: AllocationRole) =>
  allocations.find(a => a.role === place && a.endedAt === null)

function Place({
  place,
  registration,
  change,
}: {
  place: AllocationRole
  registration: Registration
  change: () => void
}) {
  const now = standingIn(registration, place)
  return (
    <li>
      <div>
        {placeNames[place]}: {now ? <b>{now.person.name}</b> : 'nobody'}
        {now && <span className={forms.quiet}>Since {dayText(now.since)}</span>}
        {now && !now.entitled && (
          <span>
            <StateMark tone="attention">Not entitled</StateMark> {whyNotText(now)} Name somebody else.
          </span>
        )}
      </div>
      {registration.can.allocate && (
        <Button variant="default" onClick={change}>
          {now ? 'Change' : 'Name somebody'}
          <span className="hidden-text"> as {placeNames[place]}</span>
        </Button>
      )}
    </li>
  )
}

const whyNotText = ({ holdsRole, gaps, conflicted }: Registration['allocations'][number]): string =>
  holdsRole
    ? `${gapsText(gaps)}${conflicted ? 'A conflict of interest with this learner is on record. ' : ''}`.trim()
    : 'No longer holds the role that this needs.'

function ChangePlace({
  place,
  registration,
  onClose,
}: {
  place: AllocationRole
  registration: Registration
  onClose: () => void
}) {
  const now = standingIn(registration, place)
  const [chosen, setChosen] = useState<string | null>(now?.person.id ?? null)
  const allocate = useChange('POST /centres/:centreId/registrations/:registrationId/allocations')
  const save = () =>
    allocate.mutate(
      { params: { registrationId: registration.id }, body: { role: place, personId: chosen } },
      {
        onSuccess: () => {
          say(chosen ? `${placeNames[place]} named.` : `Nobody is named as ${placeNames[place]} now.`)
          onClose()
        },
      },
    )
  return (
    <Dialog title={`${placeNames[place]} of ${registration.learner.name}`} closeLabel="Cancel" onClose={onClose}>
      {allocate.error && <Refused problem={allocate.error} />}
      <PersonSelect
        label={placeNames[place]}
        roles={roleNeededFor[place]}
        value={chosen}
        onChange={setChosen}
        standing={now?.person}
        except={[registration.learner.id]}
        description="Whoever was named before stays in the history. Clear the field to name nobody."
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={save} loading={allocate.isPending} disabled={chosen === (now?.person.id ?? null)}>
          Save
        </Button>
      </Group>
    </Dialog>
  )
}

function History({ registration }: { registration: Registration }) {
  const before = registration.allocations.filter(a => a.endedAt)
  if (before.length === 0) return null
  return (
    <details className={forms.more}>
      <summary>Named before ({before.length})</summary>
      <ul className={forms.rows}>
        {before.map(a => (
          <li key={`${a.role}${a.person.id}${a.since}`}>
            <div>
              {placeNames[a.role]}: {a.person.name}
              <span className={forms.quiet}>
                From {dayText(a.since)} to {dayText(a.endedAt)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
