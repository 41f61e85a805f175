/** What may be recorded of somebody's authority: nothing of days to come that cannot be known, nothing twice, nothing back. */
import { Refusal } from '../refusal.ts'
import type { Day } from '../time.ts'
import { type AwardKind, type CompetenceRole, limitOf, type StaffAward } from './authority.ts'

/**
 * The last day of an award being recorded. Refuses a day that has not come, and to begin anew what was worked towards
 * before: the months are counted once (R112).
 */
export function lastDayOfAward(
  asked: { role: CompetenceRole; kind: AwardKind; since: Day },
  before: readonly Pick<StaffAward, 'role' | 'kind' | 'since' | 'until'>[],
  today: Day,
): Day | null {
  const { role, kind, since } = asked
  if (since > today) throw new Refusal('competence/day-to-come', { day: since })
  if (kind !== 'working-towards') return null
  const earlier = before.filter(a => a.role === role && a.kind === 'working-towards')
  const first = earlier.map(a => a.since).sort()[0]
  // Months that began earlier go on from there; a later day would add to them.
  if (first && since > first)
    throw new Refusal('competence/months-counted-once', { since: first, until: limitOf(role, first) })
  return limitOf(role, since)
}

/** Refuses to end what has ended by that day already, and to make anything last longer than it would. */
export function checkEnding(until: Day | null, asked: Day): void {
  if (until !== null && asked >= until) throw new Refusal('competence/ends-before', { until })
}

/** Refuses evidence of a day that has not come. */
export function checkShownOn(on: Day, today: Day): void {
  if (on > today) throw new Refusal('competence/day-to-come', { day: on })
}
