/** The learner's ticks on one version of a piece of evidence (R1): what may be ticked, and what a change amounts to. */
import { type CriterionKey, keyOf } from '../decisions/layers.ts'
import { Refusal } from '../refusal.ts'

export type ClaimsChange = { claim: CriterionKey[]; unclaim: CriterionKey[] }

/**
 * What a request to tick and untick really changes: ticks that stand already are not made twice, ticks that do not stand are
 * not taken away, so that a retry changes nothing. A criterion both ticked and unticked is unticked.
 * Refuses `claims/not-chosen` with every criterion that is not in a chosen unit of the learner's registrations (R72).
 */
export function changeOfClaims(
  standing: CriterionKey[],
  claimable: ReadonlySet<string>,
  asked: ClaimsChange,
): ClaimsChange {
  const stands = new Set(standing.map(keyOf))
  const gone = new Set(asked.unclaim.map(keyOf))
  const made = [...new Map(asked.claim.map(k => [keyOf(k), k])).values()].filter(
    k => !stands.has(keyOf(k)) && !gone.has(keyOf(k)),
  )
  const strange = made.filter(k => !claimable.has(keyOf(k)))
  if (strange.length > 0) throw new Refusal('claims/not-chosen', { criteria: strange })
  return { claim: made, unclaim: standing.filter(k => gone.has(keyOf(k))) }
}
