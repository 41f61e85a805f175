/** Who has sensitive content taken out: those who judge or sample ask, a centre administrator does it. */
import { type Actor, allowed, denied, holders, type Verdict } from './verdict.ts'

const askingPlaces = ['assessor', 'countersigner', 'trainee-assessor', 'iqa', 'lead-iqa'] as const

/** The capacity in which somebody may ask; null for those who may not. */
export const asksRemovalAs = ({ personId }: Actor, seen: { learnerId: string; seenAs: readonly string[] }) =>
  personId === seen.learnerId ? null : (askingPlaces.find(place => seen.seenAs.includes(place)) ?? null)

/** An assessor's word starts it (R76). */
export const mayAskRemoval = (actor: Actor, seen: { learnerId: string; seenAs: readonly string[] }): Verdict =>
  asksRemovalAs(actor, seen) ? allowed : denied('removals/not-yours-to-ask')

/** Taking out for good, or declining to, is a centre administrator's, and never of what is their own evidence. */
export function mayRemoveContent(actor: Actor, { learnerId }: { learnerId: string }): Verdict {
  const verdict = holders('centre-administrator')(actor)
  return verdict.allowed && learnerId === actor.personId ? denied('removals/own-evidence') : verdict
}
