import { expect, it } from 'vitest'
import type { Authority } from '#domain/competence/authority.ts'
import { type AllocationRole, allocationRoles, type Role, roles } from '#domain/people/roles.ts'
import { mayDecide, mayDecideProvisionally } from './decisions.ts'
import type { Actor } from './verdict.ts'

const me = 'me'
const actor = (...held: Role[]): Actor => ({
  ...{ personId: me, name: 'A', email: 'a@example.org', sessionId: 's', centreId: 'c', centreName: 'C' },
  roles: held,
})
const yes = { entitled: true, under: {} } as Authority
const no: Authority = { entitled: false, gaps: [{ gap: 'no-scope' }] }
const evidence = (place: AllocationRole | null, entitled = true, over = {}) => ({
  ...{ learnerId: 'amina', conflicted: false },
  places: [{ ownRoles: place ? [place] : [], qualified: entitled ? yes : no, working: entitled ? yes : no }],
  ...over,
})

it.each(roles.flatMap(role => [...allocationRoles, null].map(place => [role, place] as const)))(
  'as %s, named as %s: a decision that counts is the entitled assessor’s, a provisional one the trainee’s [R107] [R108]',
  (role, place) => {
    const counts = role === 'assessor' && (place === 'assessor' || place === 'countersigner')
    const provisional = role === 'trainee-assessor' && place === 'trainee-assessor'
    expect(mayDecide(actor(role), evidence(place)).allowed).toBe(counts)
    expect(mayDecideProvisionally(actor(role), evidence(place)).allowed).toBe(provisional)
    for (const over of [{ conflicted: true }, { learnerId: me }]) {
      expect(mayDecide(actor(role), evidence(place, true, over)).allowed).toBe(false)
      expect(mayDecideProvisionally(actor(role), evidence(place, true, over)).allowed).toBe(false)
    }
    expect(mayDecide(actor(role), evidence(place, false)).allowed).toBe(false)
    expect(mayDecideProvisionally(actor(role), evidence(place, false)).allowed).toBe(false)
  },
)

it('a refusal says which: own work, a conflict of interest, records that do not entitle, or not named', () => {
  const ben = actor('assessor')
  const reason = (of: ReturnType<typeof evidence>) => mayDecide(ben, of)
  expect(reason(evidence('assessor', true, { learnerId: me }))).toMatchObject({ reason: 'decisions/own-work' })
  expect(reason(evidence('assessor', true, { conflicted: true }))).toMatchObject({
    reason: 'decisions/conflict-of-interest',
  })
  expect(reason(evidence('assessor', false))).toMatchObject({
    reason: 'competence/not-entitled',
    details: { gaps: [{ gap: 'no-scope' }] },
  })
  expect(reason(evidence(null))).toMatchObject({ reason: 'decisions/not-allocated' })
})

it('entitled for one of two registrations opens the door; which criteria are open there is another question', () => {
  const both = {
    ...evidence('assessor', false),
    places: [...evidence('assessor', false).places, ...evidence('assessor').places],
  }
  expect(mayDecide(actor('assessor'), both).allowed).toBe(true)
})
