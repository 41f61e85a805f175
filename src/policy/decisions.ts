/** Who may judge. Being allocated is not enough: the role must be held today, and nobody judges their own work. */
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** What a policy needs to know of the evidence: whose it is, and which places the actor has on its registrations. */
export type JudgedEvidence = { learnerId: string; ownRoles: readonly string[] }

/** A decision that counts: the registration's assessor or countersigner, qualified today (R2, R7, R107, R108). */
export function mayDecide(actor: Actor, { learnerId, ownRoles }: JudgedEvidence): Verdict {
  if (learnerId === actor.personId) return denied('decisions/own-work')
  const allocated = ownRoles.includes('assessor') || ownRoles.includes('countersigner')
  if (allocated && actor.roles.includes('assessor')) return allowed
  if (ownRoles.includes('trainee-assessor')) return denied('decisions/trainee-decides-provisionally')
  return denied('decisions/not-allocated')
}

/** A provisional decision: the registration's trainee assessor, who never counts as anything more (R7). */
export function mayDecideProvisionally(actor: Actor, { learnerId, ownRoles }: JudgedEvidence): Verdict {
  if (learnerId === actor.personId) return denied('decisions/own-work')
  return ownRoles.includes('trainee-assessor') && actor.roles.includes('trainee-assessor')
    ? allowed
    : denied('decisions/not-the-trainee')
}

/** Whoever may judge it in either way may open it for judgement. */
export function mayReview(actor: Actor, evidence: JudgedEvidence): Verdict {
  const decide = mayDecide(actor, evidence)
  return decide.allowed ? decide : mayDecideProvisionally(actor, evidence).allowed ? allowed : decide
}
