/** Which units, taken together, make the qualification: what a selection lacks, and what it has too much of. */

import { type CombinationProblem, combinationOf } from './combination.ts'
import { problemsOfConstraint, problemsOfRequire, problemsOfUnits, unknownRuleProblem } from './combination-problems.ts'
import { type Constraint, type RuleConfirmation, sumsOf } from './constraints.ts'
import type { QualificationSpecification, UnitSpecification } from './specification.ts'
import type { StructureUnit } from './structure.ts'

/** How far one countable rule is: "38 of 45". `min` and `max` are null where the rule sets none. */
export type Tally = {
  rule: number | null
  measure: 'credits' | 'units'
  have: number
  min: number | null
  max: number | null
  holds: boolean
}

/**
 * The answer for one selection. `chosen` are the units that count: in the structure, once each, in number order.
 * `credits` is the sum of their known credits; null where no unit chosen has a known credit.
 */
export type CombinationVerdict = {
  valid: boolean
  problems: CombinationProblem[]
  chosen: string[]
  credits: number | null
  tallies: Tally[]
}

/**
 * Judges a selection of unit ids by every rule and names every problem at once (R43). The same function serves the units
 * planned and the units achieved. A rule the source leaves unknown keeps the verdict from being valid until a named
 * person has supplied and confirmed it in `confirmations` (R41). Units outside the structure count for nothing (R39).
 * Nothing is refused: whatever is wrong with the selection is a problem in the answer.
 */
export function checkCombination(
  qualification: QualificationSpecification,
  units: UnitSpecification[],
  selectedIds: readonly string[],
  confirmations: RuleConfirmation[] = [],
): CombinationVerdict {
  const combination = combinationOf(qualification, units, confirmations)
  const wanted = new Set(selectedIds)
  const chosen = combination.structure.filter(unit => wanted.has(unit.id))
  const problems = [
    ...problemsOfUnits(combination.structure, units, selectedIds),
    ...problemsOfRequire(combination, chosen, units),
    ...combination.constraints.flatMap(constraint => problemsOfConstraint(constraint, combination, chosen)),
    ...combination.rules.flatMap(({ index, rule }) =>
      'unknown' in rule ? [unknownRuleProblem(index, rule.unknown)] : [],
    ),
  ]
  const credits = chosen.flatMap(unit => (unit.credit === null ? [] : [unit.credit]))
  return {
    valid: problems.length === 0,
    problems,
    chosen: chosen.map(unit => unit.id),
    credits: credits.length === 0 ? null : credits.reduce((sum, credit) => sum + credit, 0),
    tallies: combination.constraints.flatMap(constraint => tallyOf(constraint, chosen)),
  }
}

function tallyOf(constraint: Constraint, chosen: StructureUnit[]): Tally[] {
  const { measure, index, min, max } = constraint
  if (measure === 'barred') return []
  const { least, most } = sumsOf(constraint, chosen)
  const bounds = { min: min > 0 ? min : null, max: Number.isFinite(max) ? max : null }
  return [{ rule: index, measure, have: least, ...bounds, holds: least >= min && most <= max }]
}
