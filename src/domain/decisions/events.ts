import type { Acceptance, DecisionOutcome, Judgement } from './layers.ts'

/** What is judged. A provisional decision is a trainee's and never counts (R7). */
export type DecisionEvent =
  | { type: 'provisional-decision-made'; body: DecisionBody }
  | { type: 'decision-made'; body: DecisionBody }

export type DecisionBody = {
  decisionId: string
  version: number
  outcome: DecisionOutcome
  returnReason: string | null
  feedback: string
  contentHash: string
  judgements: Judgement[]
  acceptances: Acceptance[]
}
