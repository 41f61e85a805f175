/**
 * Who may judge. Being named is not enough, and neither is the role: on the day of the decision the records of the person
 * must entitle them for that qualification and level. And nobody judges their own work.
 */
import type { Authority, AuthorityGap } from '#domain/competence/authority.ts'
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** One registration that the evidence may serve: the actor's places on it, and what their records say of it today. */
export type JudgingPlace = {
  ownRoles: readonly string[] | null
  /** As somebody whose decisions count. */
  qualified: Authority
  /** As somebody who may still be working towards their award. */
  working: Authority
}

/** What a policy needs to know of the evidence: whose it is, and which places the actor has on its registrations. */
export type JudgedEvidence = {
  learnerId: string
  places: readonly JudgingPlace[]
  /** A conflict of interest with the learner stands, and is not managed by sampling everything. */
  conflicted: boolean
}

/** A decision that counts: the registration's assessor or countersigner, entitled today (R2, R7, R107, R108, R112, R115). */
export function mayDecide(actor: Actor, { learnerId, places, conflicted }: JudgedEvidence): Verdict {
  if (learnerId === actor.personId) return denied('decisions/own-work')
  if (conflicted) return denied('decisions/conflict-of-interest')
  const named = places.filter(p => p.ownRoles?.includes('assessor') || p.ownRoles?.includes('countersigner'))
  if (named.length > 0 && actor.roles.includes('assessor'))
    return named.some(p => p.qualified.entitled) ? allowed : notEntitled(named.map(p => p.qualified))
  if (places.some(p => p.ownRoles?.includes('trainee-assessor')))
    return denied('decisions/trainee-decides-provisionally')
  return denied('decisions/not-allocated')
}

/** A provisional decision: the registration's trainee assessor, while they hold or work towards their award (R7, R112). */
export function mayDecideProvisionally(actor: Actor, { learnerId, places, conflicted }: JudgedEvidence): Verdict {
  if (learnerId === actor.personId) return denied('decisions/own-work')
  if (conflicted) return denied('decisions/conflict-of-interest')
  const named = places.filter(p => p.ownRoles?.includes('trainee-assessor'))
  if (named.length === 0 || !actor.roles.includes('trainee-assessor')) return denied('decisions/not-the-trainee')
  return named.some(p => p.working.entitled) ? allowed : notEntitled(named.map(p => p.working))
}

/** Whoever may judge it in either way may open it for judgement. */
export function mayReview(actor: Actor, evidence: JudgedEvidence): Verdict {
  const decide = mayDecide(actor, evidence)
  if (decide.allowed) return decide
  const provisionally = mayDecideProvisionally(actor, evidence)
  if (provisionally.allowed) return allowed
  return decide.reason === 'decisions/trainee-decides-provisionally' ? provisionally : decide
}

/** Whoever is named to judge it finds the way to it; whether they are entitled today is told there. */
export function mayLookToJudge(
  actor: Actor,
  { learnerId, ownRoles }: { learnerId: string; ownRoles: readonly string[] },
): Verdict {
  if (learnerId === actor.personId) return denied('decisions/own-work')
  const named =
    (actor.roles.includes('assessor') && (ownRoles.includes('assessor') || ownRoles.includes('countersigner'))) ||
    (actor.roles.includes('trainee-assessor') && ownRoles.includes('trainee-assessor'))
  return named ? allowed : denied('decisions/not-allocated')
}

function notEntitled(answers: readonly Authority[]): Verdict {
  const gaps = answers.flatMap((a): AuthorityGap[] => (a.entitled ? [] : a.gaps))
  const once = new Map(gaps.map(g => [JSON.stringify(g), g]))
  return denied('competence/not-entitled', { gaps: [...once.values()] })
}
