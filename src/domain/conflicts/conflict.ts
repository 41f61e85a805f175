/** A conflict of interest between somebody who judges or samples and a learner: declared, managed, ended (state machine 2.6). */
import { Refusal } from '../refusal.ts'
import { nextState, type Transition, type Transitions } from '../transitions.ts'

export const conflictKinds = ['family', 'friend', 'works-together', 'line-management', 'financial', 'other'] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** How it is managed: another assessor judges, or everything that the person decides is sampled. */
export const conflictWays = ['other-assessor', 'full-sampling'] as const
export type ConflictWay = (typeof conflictWays)[number]

export type ConflictState = 'declared' | 'managed' | 'ended'
export type ConflictVerb = 'manage' | 'end'
type ConflictRole = 'lead-iqa' | 'centre-administrator'

const manage: Transition<ConflictState, 'how'> = { to: 'managed', needs: ['how'] }
const end: Transition<ConflictState, 'how'> = { to: 'ended', needs: ['how'] }
const answered = { manage, end }

/** Who may do what to a conflict; whoever it names does nothing to it, whatever their role. */
export const conflictTransitions = {
  declared: { 'lead-iqa': answered, 'centre-administrator': answered },
  managed: { 'lead-iqa': answered, 'centre-administrator': answered },
  ended: {},
} as const satisfies Transitions<ConflictState, ConflictRole, ConflictVerb, 'how'>

export type ConflictFacts = { managedByWay: ConflictWay | null; endedAt: string | null }

/** Read off what happened to it. */
export const conflictState = ({ managedByWay, endedAt }: ConflictFacts): ConflictState =>
  endedAt !== null ? 'ended' : managedByWay !== null ? 'managed' : 'declared'

/** Whether it keeps the person from judging the learner: until it ends, unless everything they decide is sampled. */
export const bars = (facts: ConflictFacts): boolean =>
  conflictState(facts) !== 'ended' && facts.managedByWay !== 'full-sampling'

/** Refuses what the table does not know: an ended conflict stays ended. */
export function checkConflictMove(facts: ConflictFacts, role: ConflictRole, verb: ConflictVerb): void {
  const table: Transitions<ConflictState, ConflictRole, ConflictVerb, 'how'> = conflictTransitions
  if (!nextState(table, conflictState(facts), role, verb)) throw new Refusal('conflicts/ended')
}
