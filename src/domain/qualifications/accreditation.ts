/** What else a qualification is called, from when to when it is accredited, and which one it follows (R14). */

import { Refusal } from '#domain/refusal.ts'
import type { Day } from '#domain/time.ts'
import type { QualificationSpecification } from './specification.ts'

type Dates = QualificationSpecification['registration']
export type OtherNumber = QualificationSpecification['otherNumbers'][number]

export type Accreditation = {
  otherNumbers: OtherNumber[]
  /** The first and the last day; null where it is not known, or not settled yet. */
  accreditedFrom: Day | null
  accreditedTo: Day | null
  /** The qualification that this one takes the place of: from the catalogue, or in words where it is not in it. */
  predecessorId: string | null
  predecessorText: string | null
}

/** Schemes of numbers that documents print, besides the regulator's own. A centre may write down others. */
export const knownSchemes = ['edexcel-q', 'aps'] as const

/** Whether two records say the same. */
export const sameAccreditation = (a: Accreditation, b: Accreditation): boolean => said(a) === said(b)

const said = ({ otherNumbers, accreditedFrom, accreditedTo, predecessorId, predecessorText }: Accreditation) =>
  JSON.stringify([
    otherNumbers.map(({ scheme, value }) => [scheme, value]),
    ...[accreditedFrom, accreditedTo, predecessorId, predecessorText],
  ])

/**
 * Refuses days in no possible order, a predecessor told twice over, one that follows this very qualification at some
 * remove (`followed` answers what a qualification follows), and a record that changes nothing (R14).
 */
export function checkAccreditation(
  qualificationId: string,
  standing: Accreditation,
  next: Accreditation,
  followed: (qualificationId: string) => string | null,
): void {
  const { accreditedFrom: from, accreditedTo: to } = next
  if (from !== null && to !== null && to < from) throw new Refusal('accreditations/out-of-order')
  if (next.predecessorId !== null && next.predecessorText !== null) throw new Refusal('accreditations/two-predecessors')
  const seen = new Set<string>()
  for (let id = next.predecessorId; id !== null && !seen.has(id); id = followed(id)) {
    if (id === qualificationId) throw new Refusal('accreditations/follows-itself')
    seen.add(id)
  }
  if (sameAccreditation(standing, next)) throw new Refusal('accreditations/nothing-changed')
}

/** The days on which learners can be registered: nobody is, outside the days of accreditation (R14, R23). */
export function registrationDays(
  dates: Dates,
  { accreditedFrom, accreditedTo }: Pick<Accreditation, 'accreditedFrom' | 'accreditedTo'>,
): Dates {
  const latest = (a: Day | null, b: Day | null) => (a === null || (b !== null && b > a) ? b : a)
  const earliest = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a)
  return {
    ...dates,
    opens: latest(dates.opens, accreditedFrom),
    lastRegistration: earliest(dates.lastRegistration, accreditedTo),
  }
}
