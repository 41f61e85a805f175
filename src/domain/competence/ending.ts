/** What stands on record of somebody's authority, and until when: the warnings before it ends, and the gap in their CPD. */
import { addMonths, type Day, dayNumber } from '../time.ts'
import { type AuthorityFacts, type CompetenceRole, holdsOn, type Standing } from './authority.ts'

/** Days before the end on which the person and the administrators are warned. */
export const endingWarnings = [90, 30] as const

export type AuthorityNow = {
  /** As of the day, whatever the qualification: the best that any scope and award give together. */
  standing: Standing | 'none'
  /** The last day of it; null while it is open. */
  until: Day | null
  /** Whether the scope ends then, or the months to gain the award. */
  ends: 'scope' | 'limit' | 'award' | null
}

/**
 * What somebody is entitled to in a role on a day, over all their scopes, and when that ends: the latest day on which any
 * scope and any award of that standing still hold together. The Employer Direct Model counts where any is complete.
 */
export function authorityNow(facts: AuthorityFacts, role: CompetenceRole, day: Day): AuthorityNow {
  const scopes = facts.scopes.filter(s => s.role === role && holdsOn(s.from, s.until, day))
  const complete = facts.models.some(m => m.completeSince !== null && m.completeSince <= day)
  const awards = facts.awards.filter(a => a.role === role && holdsOn(a.since, a.until, day))
  const qualified = awards.filter(a => a.kind === 'held' || (a.kind === 'employer-direct-model' && complete))
  const under = qualified.length > 0 ? qualified : awards.filter(a => a.kind === 'working-towards')
  const scopeEnd = latest(scopes.map(s => s.until))
  const awardEnd = latest(under.map(a => a.until))
  if (scopes.length === 0 || under.length === 0) return { standing: 'none', until: null, ends: null }
  const standing = qualified.length > 0 ? 'qualified' : 'working-towards'
  if (scopeEnd === null && awardEnd === null) return { standing, until: null, ends: null }
  if (awardEnd === null || (scopeEnd !== null && scopeEnd <= awardEnd))
    return { standing, until: scopeEnd, ends: 'scope' }
  return { standing, until: awardEnd, ends: standing === 'working-towards' ? 'limit' : 'award' }
}

/** Null when any of them is open. */
const latest = (days: (Day | null)[]): Day | null =>
  days.includes(null) ? null : ((days as Day[]).toSorted().at(-1) ?? null)

/** The nearest of the warning days reached, null while the end is further away, open or past. */
export function endingWarning(
  until: Day | null,
  today: Day,
): { daysLeft: number; warning: (typeof endingWarnings)[number] } | null {
  if (until === null) return null
  const daysLeft = dayNumber(until) - dayNumber(today)
  const warning = endingWarnings.findLast(days => daysLeft <= days)
  return daysLeft < 0 || warning === undefined ? null : { daysLeft, warning }
}

/** Whether somebody who judges or verifies has written nothing into their CPD log in the last twelve months (R113). */
export const cpdGap = (last: Day | null, today: Day): boolean => last === null || last < addMonths(today, -12)
