/** Who is named on a learner's registration, and who may not be: nobody judges, countersigns or samples their own (R7). */

import type { AuthorityGap } from '../competence/authority.ts'
import { type AllocationRole, allocationRoles, type Role, roleNeededFor } from '../people/roles.ts'
import { Refusal } from '../refusal.ts'

/** One person or nobody in each place. */
export type Allocations = Partial<Record<AllocationRole, string | null>>

export type AllocationProblem = {
  code: `registrations/${string}`
  place: AllocationRole
  personId: string | null
  /** Why the person's records do not entitle them to the place. */
  gaps?: AuthorityGap[]
}

/** What the records say of somebody in a place on this registration, today. */
export type PlaceStanding = {
  gaps: AuthorityGap[]
  /** A conflict of interest with this learner stands and is not managed by sampling everything. */
  conflicted: boolean
}

/** Where a trainee is named and no countersigner, the assessor countersigns. */
export function withCountersigner(named: Allocations): Allocations {
  const by = named.countersigner ?? (named['trainee-assessor'] ? named.assessor : null)
  return by ? { ...named, countersigner: by } : named
}

/**
 * Everything that is wrong with a choice of people, each with the place it is about: a role that is not held, the
 * learner themself, a trainee without a countersigner or countersigning themself, a trainee who is also the assessor,
 * an IQA who judges here, somebody whose records do not entitle them to the place, a conflict of interest (R7, R115).
 * `rolesOf` answers the roles that a person holds in the centre now, `standingOf` what their records say of the place.
 */
export function problemsOfAllocations(
  learnerId: string,
  named: Allocations,
  rolesOf: (personId: string) => readonly Role[],
  standingOf: (personId: string, place: AllocationRole) => PlaceStanding,
): AllocationProblem[] {
  const problems: AllocationProblem[] = []
  const trainee = named['trainee-assessor'] ?? null
  for (const place of allocationRoles) {
    const personId = named[place] ?? null
    const wrong = (code: AllocationProblem['code']) => problems.push({ code, place, personId })
    if (place === 'countersigner' && trainee && !personId) wrong('registrations/countersigner-needed')
    if (!personId) continue
    const held = rolesOf(personId)
    const holds = roleNeededFor[place].some(role => held.includes(role))
    if (!holds) wrong('registrations/role-not-held')
    const { gaps, conflicted } = standingOf(personId, place)
    // Without the role nothing is recorded either: that would say the same twice.
    if (holds && gaps.length > 0) problems.push({ code: 'registrations/not-entitled', place, personId, gaps })
    if (conflicted && place !== 'mentor') wrong('registrations/conflict-of-interest')
    if (personId === learnerId) wrong('registrations/own-registration')
    if (place === 'countersigner' && personId === trainee) wrong('registrations/countersigner-is-trainee')
    if (place === 'assessor' && personId === trainee) wrong('registrations/assessor-is-trainee')
    if (place === 'iqa' && [named.assessor, trainee, named.countersigner].includes(personId))
      wrong('registrations/iqa-judges-here')
  }
  return problems
}

/** Refuses with the first problem's code, naming all of them. */
export function checkAllocations(...given: Parameters<typeof problemsOfAllocations>): void {
  const problems = problemsOfAllocations(...given)
  if (problems[0]) throw new Refusal(problems[0].code, { ...problems[0], problems })
}
