/** Rules of combination made countable: what each unit certainly, and at most, adds to each rule. */

import type { Bounds, QualificationSpecification, Rule, Selector } from './specification.ts'
import { type StructureUnit, selects } from './structure.ts'

/**
 * A rule the source leaves unknown, supplied by a named person (R41). `rule` is the index of the `unknown` rule, or null
 * where the qualification says only that its rules are incomplete. No `rules` means "there is nothing further".
 */
export type RuleConfirmation = { rule: number | null; rules: Rule[]; confirmedBy: string }

/** A rule with the index it has in the qualification; null for "the rules are incomplete" as a whole. */
export type StandingRule = { index: number | null; rule: Rule }

/**
 * A rule as a sum with bounds. A unit adds between `least` and `most`: they differ only where its credit or level is
 * not known. The rule certainly holds when the sum of `least` reaches `min` and the sum of `most` stays within `max`.
 */
export type Constraint = {
  index: number | null
  measure: 'credits' | 'units' | 'barred'
  of: Selector | undefined
  min: number
  max: number
  share: (unit: StructureUnit) => Share
}

/** `because` names what the source does not give, where `least` and `most` differ. */
export type Share = { least: number; most: number; because?: 'credit-unknown' | 'level-unknown' }

/**
 * The rules that stand: each unknown rule replaced by what a named person confirmed in its place, and kept where nobody
 * did or the name is blank. A qualification marked incomplete without an unknown rule gets one.
 */
export function standingRules(
  qualification: Pick<QualificationSpecification, 'rules' | 'rulesComplete'>,
  confirmations: RuleConfirmation[] = [],
): StandingRule[] {
  const rules: StandingRule[] = qualification.rules.map((rule, index) => ({ index, rule }))
  if (!qualification.rulesComplete && !rules.some(({ rule }) => 'unknown' in rule))
    rules.push({ index: null, rule: { unknown: 'the rules of combination are not all in the source' } })
  return rules.flatMap(standing => {
    if (!('unknown' in standing.rule)) return [standing]
    const confirmed = confirmations.find(
      ({ rule, confirmedBy }) => rule === standing.index && confirmedBy.trim() !== '',
    )
    return confirmed ? confirmed.rules.map(rule => ({ index: standing.index, rule })) : [standing]
  })
}

/** The unit ids that must be chosen, each with the first rule that says so. */
export function requiredUnits(rules: StandingRule[]): Map<string, number | null> {
  const required = new Map<string, number | null>()
  for (const { index, rule } of rules)
    if ('require' in rule) for (const id of rule.require) if (!required.has(id)) required.set(id, index)
  return required
}

/** The countable rules: credits, counts, and "at most one of" for barred units. */
export function constraintsOf(rules: StandingRule[]): Constraint[] {
  return rules.flatMap(({ index, rule }): Constraint[] => {
    if ('credits' in rule) return [bounded(index, 'credits', rule.credits, creditShare)]
    if ('count' in rule) return [bounded(index, 'units', rule.count, () => ({ least: 1, most: 1 }))]
    if ('barred' in rule)
      return [bounded(index, 'barred', { of: { units: rule.barred }, max: 1 }, () => ({ least: 1, most: 1 }))]
    return []
  })
}

const nothing: Share = { least: 0, most: 0 }

function bounded(
  index: number | null,
  measure: Constraint['measure'],
  { of, min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
  amount: (unit: StructureUnit) => Share,
): Constraint {
  const share = (unit: StructureUnit): Share => {
    const covered = selects(of, unit)
    if (covered === false) return nothing
    const whole = amount(unit)
    return covered === 'unknown' ? { least: 0, most: whole.most, because: 'level-unknown' } : whole
  }
  return { index, measure, of, min, max, share }
}

function creditShare(unit: StructureUnit): Share {
  if (unit.credit === null) return { least: 0, most: Number.POSITIVE_INFINITY, because: 'credit-unknown' }
  return { least: unit.credit, most: unit.credit }
}

/** What a set of units adds up to under one constraint, certainly and at most. */
export function sumsOf(constraint: Constraint, chosen: StructureUnit[]): { least: number; most: number } {
  let least = 0
  let most = 0
  for (const unit of chosen) {
    const share = constraint.share(unit)
    least += share.least
    most += share.most
  }
  return { least, most }
}
