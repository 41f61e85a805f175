/** The last days of a qualification: until when a learner may be registered, and a certificate asked for (R23). */

import { Refusal } from '#domain/refusal.ts'
import { type Day, dayNumber } from '#domain/time.ts'
import type { QualificationSpecification } from './specification.ts'

type Registration = QualificationSpecification['registration']
export type LastDate = 'last-registration' | 'last-certification'
export type DateRefusal = 'registration-not-open' | 'registration-closed' | 'certification-closed'

/** `limit` is the day that decided it, for the sentence. A day the source does not give refuses nothing. */
export type DateAnswer = { possible: true } | { possible: false; reason: DateRefusal; limit: Day }

/** Whether a learner can be registered on a day; the first and the last day themselves are allowed. Days are YYYY-MM-DD. */
export function canRegisterOn({ opens, lastRegistration }: Registration, day: Day): DateAnswer {
  if (opens !== null && day < opens) return { possible: false, reason: 'registration-not-open', limit: opens }
  if (lastRegistration !== null && day > lastRegistration)
    return { possible: false, reason: 'registration-closed', limit: lastRegistration }
  return { possible: true }
}

/** Whether a certificate can be asked for on a day; the last day itself is allowed. */
export function canCertificateOn({ lastCertification }: Registration, day: Day): DateAnswer {
  if (lastCertification !== null && day > lastCertification)
    return { possible: false, reason: 'certification-closed', limit: lastCertification }
  return { possible: true }
}

/** Whether two sets of dates are the same, day by day. */
export const sameDates = (a: Registration, b: Registration): boolean =>
  a.opens === b.opens && a.lastRegistration === b.lastRegistration && a.lastCertification === b.lastCertification

/** Refuses dates that stand in no possible order, and dates that change nothing (R24). */
export function checkDates(standing: Registration, next: Registration): void {
  const given = [next.opens, next.lastRegistration, next.lastCertification].filter(day => day !== null)
  if (given.some((day, at) => at > 0 && day < (given[at - 1] as Day)))
    throw new Refusal('qualification-dates/out-of-order')
  if (sameDates(standing, next)) throw new Refusal('qualification-dates/nothing-changed')
}

/** Days before a last date on which learners and staff are warned, the earliest first (R25). */
export const warningDays = [180, 90, 30] as const

/** `warning` is the nearest of the warning days reached; `daysLeft` is 0 on the last day itself. */
export type LastDateWarning = { date: LastDate; on: Day; daysLeft: number; warning: (typeof warningDays)[number] }

/**
 * The warnings that stand on a day, at most one for each last date. It answers for every day of the last 180 and not only
 * for the three, so that a warning whose day was missed is still given: who sends them remembers which were sent.
 */
export function lastDateWarnings(registration: Registration, today: Day): LastDateWarning[] {
  const dates: [LastDate, Day | null][] = [
    ['last-registration', registration.lastRegistration],
    ['last-certification', registration.lastCertification],
  ]
  return dates.flatMap(([date, on]) => {
    if (on === null) return []
    const daysLeft = dayNumber(on) - dayNumber(today)
    const warning = warningDays.findLast(days => daysLeft <= days)
    return daysLeft < 0 || warning === undefined ? [] : [{ date, on, daysLeft, warning }]
  })
}
