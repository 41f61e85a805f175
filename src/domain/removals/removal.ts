/**
 * Sensitive content that must not stay, not even blacked out: taken out of storage for good on an assessor's word, by a
 * centre administrator. Record, hash and reason stay, and what was confirmed on it stands in question (R76, state machine 2.1).
 */
import { Refusal } from '../refusal.ts'

/** A file by its bytes, wherever in the centre they stand; or all that was written on the piece of evidence. */
export const removalKinds = ['file', 'writing'] as const
export type RemovalKind = (typeof removalKinds)[number]

/** Shorter than this cannot say what is sensitive and whose it is. */
export const leastReason = 10

/** Refuses a reason that says nothing, and content that has been taken out already. */
export function requireRemovable(content: { removed: boolean }, reason: string): void {
  if (content.removed) throw new Refusal('removals/already-removed')
  if (reason.trim().length < leastReason) throw new Refusal('removals/reason-missing', { least: leastReason })
}

/** Refuses what has been dealt with, and to end one's own request: two people look before anything goes for good. */
export function requireOpen(removal: { outcome: string | null; askedBy: string }, by: { personId: string }): void {
  if (removal.outcome) throw new Refusal('removals/already-ended', { outcome: removal.outcome })
  if (removal.askedBy === by.personId) throw new Refusal('removals/own-request')
}
