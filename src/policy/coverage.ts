/** Who settles what evidence requirements mean, and who records what they ask of a learner's workplace. */
import { type Actor, allowed, denied, holders, type Verdict } from './verdict.ts'

/** The lead IQA or a centre administrator puts their name to what requirements ask for, and to whether they are the rule (R94, R95). */
export const mayReviewRequirements = holders('lead-iqa', 'centre-administrator')

/** A registration as the actor has places on it. */
export type RecordedRegistration = { learnerId: string; ownRoles: readonly string[] | null }

const recorders = ['assessor', 'countersigner', 'trainee-assessor', 'mentor']

/** Those who work with the learner, and a centre administrator; never the learner, about whom it is (R96, R97). */
export function mayRecordWorkplace(actor: Actor, { learnerId, ownRoles }: RecordedRegistration): Verdict {
  if (actor.personId === learnerId) return denied('coverage/not-about-oneself')
  if (actor.roles.includes('centre-administrator')) return allowed
  return ownRoles?.some(role => recorders.includes(role)) ? allowed : denied('coverage/not-their-assessor')
}

/** In which capacity a record is made, for the ledger. */
export const recordsAs = (actor: Actor, { ownRoles }: RecordedRegistration): string =>
  recorders.find(role => ownRoles?.includes(role)) ??
  (actor.roles.includes('centre-administrator') ? 'centre-administrator' : 'mentor')
