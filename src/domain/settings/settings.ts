/** Where the learner did what a piece of evidence shows, more closely than real job, placement or simulation (R98). */
import type { CriterionKind } from '../qualifications/specification.ts'

/** What kind of organisation it was. */
export const sectors = ['private', 'public', 'not-for-profit'] as const
export type Sector = (typeof sectors)[number]

/** Whose customers they were: the public's side, colleagues of other departments, both, or none at all. */
export const customerKinds = ['external', 'internal', 'both', 'none'] as const
export type Customers = (typeof customerKinds)[number]

/**
 * Whether evidence for this criterion is evidence of performance, which has to say where it came from. A criterion of which
 * the source does not say what it asks for counts as one: the stricter of the two (R98, R104).
 */
export const asksPerformance = (kind: CriterionKind | null): boolean => kind !== 'knowledge'
