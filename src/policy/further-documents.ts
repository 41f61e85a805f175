/** Who puts further documents beside a decision or a question: whoever made it, and nobody else (R87). */
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** A decision or a question as the actor sees it: who made it, in which capacity, and how the actor sees the learner now. */
export type ActSeen = { madeBy: string; madeAs: string; seenAs: readonly string[] }

/** A document speaks for the act that it stands beside; so its maker attaches it, while still named in that capacity. */
export function mayAttachDocument(actor: Actor, { madeBy, madeAs, seenAs }: ActSeen): Verdict {
  if (actor.personId !== madeBy) return denied('further-documents/made-by-another')
  return seenAs.includes(madeAs) ? allowed : denied('further-documents/no-longer-named')
}

/** Withdrawing is its own maker's too: the reason is theirs to give. */
export const mayWithdrawDocument = mayAttachDocument

const whoVerify: readonly string[] = ['iqa', 'lead-iqa', 'eqa']

/** What was withdrawn is not opened any more, but by its maker and by those who sample and verify: nothing is hidden from them. */
export function mayOpenDocument(
  actor: Actor,
  { withdrawnAt, madeBy, seenAs }: { withdrawnAt: string | null; madeBy: string; seenAs: readonly string[] },
): Verdict {
  if (!withdrawnAt || actor.personId === madeBy) return allowed
  return seenAs.some(as => whoVerify.includes(as)) ? allowed : denied('further-documents/withdrawn')
}
