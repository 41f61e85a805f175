/** Whether a kind of evidence is accepted, asked by whatever chooses, asks for or plans one (R69). */
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { requireAccepted } from '#domain/methods/methods.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { listKindsOff, listOwnMethodsOfLearner } from './queries.ts'

/** By any qualification that the learner works towards, or by that of one registration. Refuses `methods/not-accepted`. */
export async function requireKind(
  db: Db,
  type: EvidenceType,
  of: { learnerId: string; registrationId?: string },
): Promise<void> {
  const rows = await listKindsOff(db, { learnerId: of.learnerId, registrationId: of.registrationId ?? null })
  requireAccepted(
    type,
    rows.map(r => r.kindsOff),
  )
}

/** The kind that a method of the centre behaves like, where this learner may choose it. Refuses `methods/no-such-own-method`. */
export async function typeOfOwnMethod(db: Db, ownMethodId: string, learnerId: string): Promise<EvidenceType> {
  const found = (await listOwnMethodsOfLearner(db, { learnerId })).find(m => m.id === ownMethodId)
  if (!found) throw new Refusal('methods/no-such-own-method')
  return found.type
}
