/** Who asks a witness, and who may know how to reach one. */
import { mayAddEvidence, type PortfolioSeen } from './evidence.ts'
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** Whoever may add evidence to the portfolio may ask somebody to testify for it (R108, R110). */
export const mayAskWitness = mayAddEvidence

/** Taking a request back is for whoever asked, and for the learner. */
export const mayTakeBack = (actor: Actor, request: { learnerId: string; askedBy: string }): Verdict =>
  actor.personId === request.askedBy || actor.personId === request.learnerId
    ? allowed
    : denied('testimonies/asked-by-another')

/**
 * How to reach a witness, and what is odd about a signature, are for quality staff only; never for the learner, whatever
 * else they are in the centre (R110).
 */
export const mayReachWitness = (actor: Actor, { learnerId, seenAs }: PortfolioSeen): boolean =>
  actor.personId !== learnerId && ['iqa', 'lead-iqa', 'eqa', 'centre-administrator'].some(role => seenAs.includes(role))
