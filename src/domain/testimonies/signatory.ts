/**
 * Whose hand a signature may be. A link proves that somebody who reads the witness's address signed. It cannot prove more:
 * what would be the learner's own hand is refused, and what is odd is told to quality staff, who can ring (R110).
 */
import { sameMailbox } from '../people/mailbox.ts'
import { Refusal } from '../refusal.ts'

/** Somebody with an account who was signed in in the browser that opened the link or signed. */
export type SignedIn = { personId: string; email: string }
export type Asked = { learnerId: string; askedBy: string; email: string }

export const witnessFlagCodes = [
  'browser-of-learner',
  'browser-of-asker',
  'browser-of-another',
  'network-of-learner',
] as const
export type WitnessFlagCode = (typeof witnessFlagCodes)[number]
/** `personId` is whose browser it was. */
export type WitnessFlag = { code: WitnessFlagCode; personId: string | null }

/** Who it is to this request; null for the witness themselves, signed in under the address that the link went to. */
export function signedInAs({ personId, email }: SignedIn, asked: Asked): 'learner' | 'asker' | 'another' | null {
  if (personId === asked.learnerId) return 'learner'
  if (personId === asked.askedBy) return 'asker'
  return sameMailbox(email, asked.email) ? null : 'another'
}

/** Refuses `testimonies/learner-signed-in`: in a browser in which the learner is signed in, no witness signs. */
export function requireNotLearner(who: SignedIn | null, { learnerId }: Asked): void {
  if (who?.personId === learnerId) throw new Refusal('testimonies/learner-signed-in')
}

/**
 * What quality staff are told of a signature: that the link was opened or signed in a browser in which somebody else was
 * signed in, and that it was signed from a network in which the learner was signed in within the hour. None of it is a
 * proof: people at one workplace share a network, and an assessor may lend their tablet.
 */
export function flagsOf(
  { opened, learnersNetwork }: { opened: readonly SignedIn[]; learnersNetwork: boolean },
  asked: Asked,
): WitnessFlag[] {
  const flags = new Map<string, WitnessFlag>()
  for (const who of opened) {
    const as = signedInAs(who, asked)
    if (as) flags.set(who.personId, { code: `browser-of-${as}`, personId: who.personId })
  }
  const found = [...flags.values()].toSorted(
    (one, other) => witnessFlagCodes.indexOf(one.code) - witnessFlagCodes.indexOf(other.code),
  )
  return learnersNetwork ? [...found, { code: 'network-of-learner', personId: null }] : found
}
