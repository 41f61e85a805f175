/**
 * Further documents beside a decision or a question: an observation sheet, a marking grid (R87). What was decided is not
 * changed by them, and none goes silently: it is withdrawn with a reason, and its record stays.
 */
import { Refusal } from '../refusal.ts'

/** Shorter than this cannot say what was wrong with it. */
export const leastReason = 10

/** Refuses a second withdrawal, and a reason that says nothing (R87). */
export function requireWithdrawable(document: { withdrawnAt: string | null }, reason: string): void {
  if (document.withdrawnAt) throw new Refusal('further-documents/already-withdrawn')
  if (reason.trim().length < leastReason) throw new Refusal('further-documents/reason-missing', { least: leastReason })
}
