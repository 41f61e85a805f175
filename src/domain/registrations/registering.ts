/** On which day a learner may be registered. */

import { canRegisterOn, type DateAnswer } from '../qualifications/dates.ts'
import type { QualificationSpecification } from '../qualifications/specification.ts'
import { Refusal } from '../refusal.ts'
import type { Day, Instant } from '../time.ts'

/**
 * Refuses a day that has not come yet, and one outside the days on which the version takes registrations (R23); whoever
 * comes too late is told what follows the qualification (R14).
 */
export function checkDay(
  day: Day,
  now: Instant,
  dates: QualificationSpecification['registration'],
  successors: string[] = [],
): void {
  if (day > now.slice(0, 10)) throw new Refusal('registrations/day-to-come', { day })
  const closed = codeOfDay(canRegisterOn(dates, day))
  if (closed) throw new Refusal(closed.code, { limit: closed.limit, successors })
}

/** The code for a day on which the version takes no registrations, with the day that decided it; null where it does. */
export function codeOfDay(answer: DateAnswer): { code: `registrations/${string}`; limit: Day } | null {
  if (answer.possible) return null
  const open = answer.reason !== 'registration-not-open'
  return {
    code: open ? 'registrations/registration-closed' : 'registrations/registration-not-open',
    limit: answer.limit,
  }
}

/** An ended registration is read and not changed (R27). */
export function requireOpen(endedAt: Instant | null): void {
  if (endedAt !== null) throw new Refusal('registrations/ended')
}
