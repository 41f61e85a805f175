import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { competenceOf } from '#domain/competence/authority.ts'
import { type Role, roles } from '#domain/people/roles.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import forms from '../ui/forms.module.css'
import { Section } from '../ui/Section.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { dayText, roleList, roleNames } from '../words/index.ts'
import { waitingText } from '../words/people.ts'
import { Entitlement, entitlementOf, nothingSaid } from './Entitlement.tsx'
import type { Person } from './PersonPage.tsx'
import style from './people.module.css'

type Held = Person['roles'][number]

/** Roles now, each with its end in sight, and those that were. */
export function Roles({ person }: { person: Person }) {
  const end = useChange('POST /centres/:centreId/people/:personId/role-endings')
  const [now, before] = [person.roles.filter(r => !r.endedAt), person.roles.filter(r => r.endedAt)]
  const ask = async (held: Held) => {
    const sure = await confirm({
      title: `End the role ${roleNames[held.role]} of ${person.name}?`,
      words: (
        <>
          <Consequence held={held} />
          {now.length === 1 && (
            <p>
              It is their last role, so {person.name} leaves this centre. If you give them a role again, they must open
              a new letter. To change the role, give the new one first.
            </p>
          )}
        </>
      ),
      yes: 'End the role',
      grave: held.waiting.length > 0,
    })
    if (!sure) return
    end.mutate(
      { params: { personId: person.id }, body: { role: held.role, shown: held.waiting.length } },
      { onSuccess: () => say(`${person.name} is no longer ${roleNames[held.role]}.`) },
    )
  }
  return (
    <Section title="Roles">
      {end.error && <Refused problem={end.error} />}
      {now.length === 0 && <p>{person.name} holds no role here now.</p>}
      <ul className={forms.rows}>
        {now.map(held => (
          <li key={held.role}>
            <div>
              {roleList([held.role])}
              <span className={forms.quiet}>{givenText(held)}</span>
            </div>
            <Button variant="default" onClick={() => void ask(held)} loading={end.isPending}>
              End
              <span className="hidden-text"> the role {roleNames[held.role]}</span>
            </Button>
          </li>
        ))}
      </ul>
      <GiveRole person={person} held={now.map(r => r.role)} />
      {before.length > 0 && (
        <details className={forms.more}>
          <summary>Roles held before ({before.length})</summary>
          <ul className={forms.rows}>
            {before.map(held => (
              <li key={`${held.role}${held.grantedAt}`}>
                <div>
                  {roleList([held.role])}
                  <span className={forms.quiet}>
                    {givenText(held)}; ended {dayText(held.endedAt)}
                    {held.endedBy && ` by ${held.endedBy}`}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

const givenText = ({ grantedAt, grantedBy }: Held) =>
  `Since ${dayText(grantedAt)}${grantedBy ? `, given by ${grantedBy}` : ''}`

function Consequence({ held: { waiting } }: { held: Held }) {
  if (waiting.length === 0) return <p>No registration depends on it. It stays in the history.</p>
  const evidence = waiting.reduce((sum, w) => sum + w.evidence, 0)
  return (
    <>
      <p>
        {count(waiting.length, 'registration depends', 'registrations depend')} on it
        {evidence > 0 && `, with ${count(evidence, 'piece of evidence', 'pieces of evidence')} waiting`}. Until you name
        somebody else there, nobody judges in that place.
      </p>
      <ul>
        {waiting.slice(0, 8).map(w => (
          <li key={`${w.registrationId}${w.place}`}>
            {waitingText(w)}: {w.qualification}
          </li>
        ))}
        {waiting.length > 8 && <li>and {waiting.length - 8} more</li>}
      </ul>
    </>
  )
}

function GiveRole({ person, held }: { person: Person; held: Role[] }) {
  const open = roles.filter(r => !held.includes(r))
  const [chosen, setChosen] = useState<Role | ''>('')
  const [said, setSaid] = useState(nothingSaid)
  const judges = chosen !== '' && competenceOf[chosen] !== null
  const grant = useChange('POST /centres/:centreId/people/:personId/roles')
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    grant.mutate(
      { params: { personId: person.id }, body: { role: chosen, entitled: entitlementOf(said) } },
      {
        onSuccess: () => {
          say(
            held.length > 0
              ? `${person.name} is now ${roleNames[chosen]}.`
              : `${person.name} is now ${roleNames[chosen]}. A new invitation is written.`,
          )
          setChosen('')
          setSaid(nothingSaid)
        },
      },
    )
  }
  if (open.length === 0) return null
  return (
    <form onSubmit={give} className={style.inline}>
      <NativeSelect
        label="Another role"
        value={chosen}
        onChange={e => setChosen(e.currentTarget.value as Role | '')}
        data={[{ value: '', label: 'Choose a role' }, ...open.map(r => ({ value: r, label: roleList([r]) }))]}
      />
      {judges && <Entitlement person={person} role={chosen} said={said} say={setSaid} />}
      <Button
        type="submit"
        variant="default"
        disabled={!chosen || (said.how === 'said' && !(said.title.trim() && said.since))}
        loading={grant.isPending}
      >
        Give the role
      </Button>
      {grant.error && <Refused problem={grant.error} />}
    </form>
  )
}
