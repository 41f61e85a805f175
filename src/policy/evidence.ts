/** Who may do what to evidence: the learner in their own portfolio, and those allocated to the learner on the learner's behalf, named as such. */
import type { EvidenceRole } from '#domain/evidence/evidence.ts'
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** A portfolio as the actor sees it: in which capacities, by `visible_registrations`. */
export type PortfolioSeen = { learnerId: string; seenAs: string[] }
export type EvidenceSeen = PortfolioSeen & {
  /** Who wrote the version. */
  createdBy: string
  /** Whether whoever wrote it for the learner has given their word on it, after which they do not change it. */
  handedOver: boolean
  /** The hash of what a witness signed, where one did: then nobody of the house is its author. */
  signedHash: string | null
}

const onBehalf: readonly EvidenceRole[] = ['assessor', 'countersigner', 'trainee-assessor', 'mentor']

/** In which role the actor acts on this learner's evidence; null for those who may only look. */
export function roleOnEvidence(actor: Actor, seen: PortfolioSeen): EvidenceRole | null {
  if (actor.personId === seen.learnerId) return actor.roles.includes('learner') ? 'learner' : null
  return onBehalf.find(role => seen.seenAs.includes(role)) ?? null
}

export const mayAddEvidence = (actor: Actor, seen: PortfolioSeen): Verdict =>
  roleOnEvidence(actor, seen) ? allowed : denied('evidence/not-yours')

/**
 * Content is its author's: nobody rewrites a learner's work, and the learner does not rewrite an observation of theirs. To
 * what a witness signed only the learner adds, whoever asked for it.
 */
export function mayWriteEvidence(actor: Actor, seen: EvidenceSeen): Verdict {
  const role = roleOnEvidence(actor, seen)
  if (!role) return denied('evidence/not-yours')
  if (seen.signedHash) return role === 'learner' ? allowed : denied('evidence/left-to-learner')
  if (actor.personId !== seen.createdBy) return denied('evidence/written-by-another')
  return seen.handedOver && actor.personId !== seen.learnerId ? denied('evidence/handed-over') : allowed
}

/** Whoever wrote evidence for a learner gives their word on it before the learner submits it (R88). */
export function mayAuthenticate(actor: Actor, seen: EvidenceSeen): Verdict {
  const role = roleOnEvidence(actor, seen)
  if (!role) return denied('evidence/not-yours')
  if (role === 'learner') return denied('evidence/declared-when-submitted')
  // A witness signed it: nobody else says that they saw it.
  if (seen.signedHash) return denied('evidence/left-to-learner')
  return actor.personId === seen.createdBy ? allowed : denied('evidence/written-by-another')
}

/** In which capacity somebody other than the learner goes to see what is kept elsewhere (R71). */
export function roleThere(actor: Actor, seen: PortfolioSeen): string | null {
  if (actor.personId === seen.learnerId) return null
  const role = roleOnEvidence(actor, seen)
  return role ?? ['iqa', 'lead-iqa'].find(r => seen.seenAs.includes(r)) ?? null
}

export const maySeeWhereKept = (actor: Actor, seen: PortfolioSeen): Verdict =>
  roleThere(actor, seen) ? allowed : denied('evidence/not-the-one-to-see')

/** A claim is the learner's word and nobody else's (R1). */
export const mayClaim = (actor: Actor, seen: PortfolioSeen): Verdict =>
  roleOnEvidence(actor, seen) === 'learner' ? allowed : denied('claims/only-the-learner')

/** The learner, or whoever wrote it on the learner's behalf; what a witness signed, only the learner. */
export function maySubmitEvidence(actor: Actor, seen: EvidenceSeen): Verdict {
  const role = roleOnEvidence(actor, seen)
  if (!role) return denied('evidence/not-yours')
  if (seen.signedHash && role !== 'learner') return denied('evidence/left-to-learner')
  return role === 'learner' || actor.personId === seen.createdBy ? allowed : denied('evidence/written-by-another')
}

export const mayWithdrawEvidence = (actor: Actor, seen: PortfolioSeen): Verdict =>
  roleOnEvidence(actor, seen) === 'learner' ? allowed : denied('evidence/only-the-learner')

export const mayDraftNewVersion = mayWithdrawEvidence
