/** Who may question a decision: those who sample and verify, never the learner, and never their own work. */
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

export const questioningRoles = ['iqa', 'lead-iqa', 'eqa'] as const

/** The capacity in which somebody questions this learner's decisions; null for those who may not. */
export const questionsAs = ({ roles, personId }: Actor, seen: { learnerId: string; seenAs: readonly string[] }) =>
  personId === seen.learnerId
    ? null
    : (questioningRoles.find(
        role => seen.seenAs.includes(role) && (roles.includes(role) || (role === 'iqa' && roles.includes('lead-iqa'))),
      ) ?? null)

/** The registration's IQA, the lead IQA, or the EQA to whom the qualification is allotted (state machine 2.2). */
export function mayQuestion(
  actor: Actor,
  seen: { learnerId: string; seenAs: readonly string[]; conflicted: boolean },
): Verdict {
  if (!questionsAs(actor, seen)) return denied('questions/not-yours-to-question')
  // A conflict of interest keeps somebody from sampling as it keeps them from judging.
  return seen.conflicted ? denied('questions/conflict-of-interest') : allowed
}
