import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { competenceOf, limitOf } from '#domain/competence/authority.ts'
import type { Role } from '#domain/people/roles.ts'
import { useCentre, useResult } from '../results.ts'
import forms from '../ui/forms.module.css'
import { dayText } from '../words/index.ts'
import type { Person } from './PersonPage.tsx'
import style from './people.module.css'

/** What an administrator says of somebody's entitlement while giving the role. */
export type Said = {
  how: 'declared' | 'said'
  title: string
  since: string
  evidence: string
  qualificationIds: string[]
  levels: string[]
}
export const nothingSaid: Said = {
  ...{ how: 'declared', title: '', since: '', evidence: '' },
  ...{ qualificationIds: [], levels: [] },
}

/** For the request: null where no more is said than that the role is given. */
export const entitlementOf = ({ how, title, since, evidence, qualificationIds, levels }: Said) =>
  how === 'declared'
    ? null
    : {
        ...{ title, since, evidence: evidence || null },
        qualificationIds: qualificationIds.length > 0 ? qualificationIds : null,
        levels: levels.length > 0 ? levels.map(Number) : null,
      }

/** Award and scope, in the same step as the role: by default declared for everything, with the evidence still to be shown. */
export function Entitlement({
  person,
  role,
  said,
  say,
}: {
  person: Person
  role: Role
  said: Said
  say: (said: Said) => void
}) {
  const self = useCentre().person.id === person.id
  const offered = useResult('GET /centres/:centreId/allottable-qualifications', {}, { enabled: said.how === 'said' })
  const trainee = role === 'trainee-assessor'
  const competence = competenceOf[role]
  const set = (change: Partial<Said>) => say({ ...said, ...change })
  return (
    <fieldset className={style.entitlement}>
      <legend>What entitles {person.name}</legend>
      <Radio.Group aria-label="What entitles them" value={said.how} onChange={how => set({ how: how as Said['how'] })}>
        <div className={style.roles}>
          <Radio
            value="declared"
            label={
              trainee
                ? 'Declare it: working towards it from today, for everything this centre offers'
                : 'Declare it: entitled for everything this centre offers'
            }
            description="The evidence is still to be shown; the competence record says so."
          />
          <Radio
            value="said"
            label="Say it now: the qualification and the scope"
            description={self ? 'Somebody else has to say it for you.' : undefined}
            disabled={self}
          />
        </div>
      </Radio.Group>
      {said.how === 'said' && (
        <div className={forms.form}>
          <TextInput
            label={trainee ? 'Qualification worked towards' : 'Qualification held'}
            placeholder="A1, TAQA, V1, Award in …"
            value={said.title}
            onChange={e => set({ title: e.currentTarget.value })}
            required
          />
          <TextInput
            type="date"
            label={trainee ? 'Working with the standards since' : 'Since'}
            description={
              trainee && said.since && competence
                ? `To be held by ${dayText(limitOf(competence, said.since))}.`
                : undefined
            }
            value={said.since}
            onChange={e => set({ since: e.currentTarget.value })}
            required
          />
          <Textarea
            label="What was seen, and where it is kept"
            description="Leave it empty where nobody has seen it yet."
            autosize
            minRows={2}
            value={said.evidence}
            onChange={e => set({ evidence: e.currentTarget.value })}
          />
          {(offered.data?.qualifications ?? []).length > 0 && (
            <Checkbox.Group
              label="For these qualifications"
              description="None ticked means everything the centre offers."
              value={said.qualificationIds}
              onChange={qualificationIds => set({ qualificationIds })}
            >
              <div className={style.roles}>
                {offered.data?.qualifications.map(q => (
                  <Checkbox key={q.id} value={q.id} label={q.title} description={q.number} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <Checkbox.Group
            label="At these levels"
            description="None ticked means every level."
            value={said.levels}
            onChange={levels => set({ levels })}
          >
            <div className={style.levels}>
              {[1, 2, 3, 4, 5, 6, 7, 8].map(l => (
                <Checkbox key={l} value={String(l)} label={String(l)} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
      )}
    </fieldset>
  )
}
