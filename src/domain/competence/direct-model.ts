/**
 * The Employer Direct Model: in an employer's own centre it stands in for staff awards in one qualification, once five
 * conditions are met. Without all five, somebody assessing under it counts as unqualified (R116).
 */
import { Refusal } from '../refusal.ts'
import type { Day } from '../time.ts'

export const directConditions = ['liaison', 'roles-reviewed', 'mapping', 'mapping-agreed', 'equal-rigour'] as const
export type DirectCondition = (typeof directConditions)[number]

/** From the day the last of the five was met; null while one is missing. */
export function completeSince(met: readonly { condition: string; metOn: Day }[]): Day | null {
  const days = directConditions.map(c => met.find(m => m.condition === c)?.metOn ?? null)
  return days.includes(null) ? null : ((days as Day[]).toSorted().at(-1) ?? null)
}

/** Refuses a condition of a day that has not come. */
export function checkMetOn(metOn: Day, today: Day): void {
  if (metOn > today) throw new Refusal('competence/day-to-come', { day: metOn })
}
