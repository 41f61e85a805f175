/**
 * Three layers of ticks on one version of one piece of evidence: the learner's claims, a trainee's provisional
 * judgements, a qualified assessor's decisions. They are kept apart for ever, each with person and time (R9).
 */
import type { Instant } from '../time.ts'

/** A criterion as one learner works towards it: the same criterion may stand in two registrations, judged on its own (R72). */
export type CriterionKey = { registrationId: string; criterionId: string }

export const keyOf = (k: CriterionKey): string => `${k.registrationId}/${k.criterionId}`

export type Layer = 'learner' | 'trainee' | 'assessor'

export type Outcome = 'met' | 'not-yet-met'

/** Of the evidence as a whole. */
export type DecisionOutcome = 'accepted' | 'returned'

export const returnReasons = [
  'insufficient',
  'not-current',
  'not-own-work',
  'policy-document',
  'blank-document',
  'sensitive',
  'unclear',
  'wrong-level',
  'wrong-setting',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** One person's word on one criterion. `reason` is given when it is not yet met. */
export type Judgement = CriterionKey & { outcome: Outcome; reason: ReturnReason | null }

export type Tick = CriterionKey & { by: string; byName: string; at: Instant }
export type JudgedTick = Tick & {
  outcome: Outcome
  reason: ReturnReason | null
  decisionId: string
  /** Somebody who samples or verifies doubts it, and nobody has answered: it does not count. */
  inQuestion: boolean
}

/** What stands now in each layer; superseded judgements stay in the ledger. */
export type Layers = { learner: Tick[]; trainee: JudgedTick[]; assessor: JudgedTick[] }

/**
 * A bulk acceptance, recorded as one act (R5, R8): whose ticks, which ones were on the screen, which of them the
 * assessor afterwards took out again, and why the rest were accepted together.
 */
export type Acceptance = {
  layer: 'learner' | 'trainee'
  shown: CriterionKey[]
  exceptions: CriterionKey[]
  rationale: string
}
