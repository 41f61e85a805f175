import type { AuthorityUnder } from '../competence/authority.ts'
import type { Occasion } from '../coverage/occasions.ts'
import type { RequirementTick } from '../coverage/ticking.ts'
import type { PinOnRecord } from '../pins/pins.ts'
import type { Mark } from '../worksheets/marks.ts'
import type { Acceptance, DecisionOutcome, Judgement } from './layers.ts'
import type { Justification } from './obstacles.ts'

/** What is judged. A provisional decision is a trainee's and never counts (R7). */
export type DecisionEvent =
  | { type: 'provisional-decision-made'; body: DecisionBody }
  | { type: 'decision-made'; body: DecisionBody }

export type DecisionBody = {
  decisionId: string
  version: number
  outcome: DecisionOutcome
  /** Where the evidence stands after it: a trainee's decision, or one on part of the claims, leaves it under review. */
  evidenceState: 'under-review' | 'accepted' | 'returned'
  returnReason: string | null
  feedback: string
  contentHash: string
  judgements: Judgement[]
  acceptances: Acceptance[]
  pins?: PinOnRecord[]
  /** Absent in events from before it was asked for. */
  justifications?: Justification[]
  /** Of the answers to a worksheet; absent where there is none (R82). */
  marks?: Mark[]
  /** What entitled its maker on that day, for each registration judged. Decisions of before this was kept have none. */
  authority?: MadeUnder[]
  /** What was wrong with the decision before it, where this one corrects it. */
  correction?: string | null
  /** On evidence that is never enough by itself (R80); absent on any other. */
  supporting?: true
  /** Evidence requirements covered, occasions added and occasions not counted. Absent where nothing was said of them. */
  covers?: RequirementTick[]
  occasionsAdded?: Occasion[]
  occasionsOut?: number[]
}

export type MadeUnder = { registrationId: string; under: AuthorityUnder }
