/** One qualification's rules read against its units, and what can be said to be wrong with a selection of them. */

import {
  type Constraint,
  constraintsOf,
  type RuleConfirmation,
  requiredUnits,
  type StandingRule,
  standingRules,
} from './constraints.ts'
import type { QualificationSpecification, UnitSpecification } from './specification.ts'
import { type StructureUnit, structureOf } from './structure.ts'

export type CombinationProblemCode =
  | 'unit-unknown'
  | 'unit-not-in-structure'
  | 'duplicate-unit'
  | 'required-missing'
  | 'credits-short'
  | 'credits-over'
  | 'units-short'
  | 'units-over'
  | 'barred-together'
  | 'credit-unknown'
  | 'level-unknown'
  | 'rule-unknown'

/**
 * One thing wrong, in words for a learner. `short` and `over` count credits or units. `rule` is the index of the rule in
 * the qualification, or null where no single rule is concerned. `units` are the unit ids to look at: those chosen where
 * something is too much or doubtful, those that could still be taken where something is short.
 */
export type CombinationProblem = {
  code: CombinationProblemCode
  message: string
  rule: number | null
  units: string[]
  short?: number
  over?: number
}

/** Everything the rules say about one selection, worked out once for the sentences and the search for changes. */
export type Combination = {
  structure: StructureUnit[]
  rules: StandingRule[]
  required: Map<string, number | null>
  constraints: Constraint[]
}

/** Reads a qualification's rules against its units; confirmed parts stand in for the unknown ones (R41). */
export function combinationOf(
  qualification: QualificationSpecification,
  units: UnitSpecification[],
  confirmations: RuleConfirmation[] = [],
): Combination {
  const rules = standingRules(qualification, confirmations)
  return {
    structure: structureOf(qualification, units),
    rules,
    required: requiredUnits(rules),
    constraints: constraintsOf(rules),
  }
}
