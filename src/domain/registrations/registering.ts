/** On which day a learner may be registered. */

import { canRegisterOn } from '../qualifications/dates.ts'
import type { QualificationSpecification } from '../qualifications/specification.ts'
import { Refusal } from '../refusal.ts'
import type { Day, Instant } from '../time.ts'

/** Refuses a day that has not come yet, and one outside the days on which the version takes registrations (R23). */
export function checkDay(day: Day, now: Instant, dates: QualificationSpecification['registration']): void {
  if (day > now.slice(0, 10)) throw new Refusal('registrations/day-to-come', { day })
  const answer = canRegisterOn(dates, day)
  if (!answer.possible) throw new Refusal(`registrations/${answer.reason}`, { limit: answer.limit })
}
