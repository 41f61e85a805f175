import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { useResult } from '../results.ts'
import { notAcceptedText } from '../words/methods.ts'

/** By kind of evidence, why none of the learner's qualifications accepts it; nothing of those that one accepts (R69). */
export function useNotAccepted(learnerId: string): ReadonlyMap<EvidenceType, string> {
  const { data } = useResult('GET /centres/:centreId/learners/:learnerId/methods', { params: { learnerId } })
  return new Map(data?.off.map(o => [o.type, notAcceptedText(o.reasons)]))
}
