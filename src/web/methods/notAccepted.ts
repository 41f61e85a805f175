import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { useResult } from '../results.ts'
import { notAcceptedForText, notAcceptedText } from '../words/methods.ts'

export type OwnOffered = ReturnType<typeof useNotAccepted>['own'][number]

/** By kind of evidence, why the learner's qualifications do not accept it (R69). */
export function useNotAccepted(learnerId: string) {
  const { data } = useResult('GET /centres/:centreId/learners/:learnerId/methods', { params: { learnerId } })
  const off = data?.off ?? []
  return {
    /** What the centre has added, to be chosen beside the built-in kinds (R68). */
    own: data?.own ?? [],
    /** Those that none of them accepts. */
    everywhere: new Map(off.filter(o => o.everywhere).map(o => [o.type, notAcceptedText(o.reasons)])) as Why,
    /** Those that these registrations do not accept, though others may. */
    inSome: (type: EvidenceType | null, registrationIds: readonly string[]): string =>
      notAcceptedForText(
        off.find(o => o.type === type)?.reasons.filter(r => registrationIds.includes(r.registrationId)) ?? [],
      ),
    /** The same of any of the learner's registrations; empty for what none accepts, which is said otherwise. */
    somewhere: (type: EvidenceType): string =>
      notAcceptedForText(off.find(o => o.type === type && !o.everywhere)?.reasons ?? []),
  }
}

type Why = ReadonlyMap<EvidenceType, string>
