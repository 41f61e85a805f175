/** What the awarding organisation and employers say of the centre, dated, with what was done about it (R117). */
import { Refusal } from '../refusal.ts'
import type { Day } from '../time.ts'

export const qualityKinds = [
  'risk-assessment',
  'quality-measure',
  'feedback-on-eqa',
  'employer-feedback',
  'direct-model-problem',
] as const
export type QualityKind = (typeof qualityKinds)[number]

/** Refuses a day that has not come, and a follow-up from before what it follows. */
export function checkDayOfRecord(on: Day, today: Day, after: Day | null = null): void {
  if (on > today) throw new Refusal('quality-records/day-to-come', { day: on })
  if (after !== null && on < after) throw new Refusal('quality-records/before-the-record', { after })
}
