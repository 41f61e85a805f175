/** Whether rules that a person supplies can stand where the source leaves a rule unknown. */

import { Refusal } from '../refusal.ts'
import { standingRules } from './constraints.ts'
import type { QualificationSpecification, Rule, Selector } from './specification.ts'

/** The rules that are still unknown: each with its index, or null for "not all rules are in the source" (R41). */
export function unknownRules(
  qualification: Pick<QualificationSpecification, 'rules' | 'rulesComplete'>,
  confirmed: readonly (number | null)[] = [],
): { rule: number | null; said: string }[] {
  return standingRules(qualification).flatMap(({ index, rule }) =>
    'unknown' in rule && !confirmed.includes(index) ? [{ rule: index, said: rule.unknown }] : [],
  )
}

/**
 * Refuses to supply a rule that the source gives, a supplied rule that is itself unknown or bounds nothing, a lower bound
 * above the upper one, and units, groups, themes and levels that the qualification does not have. No rules at all is an
 * answer too: there is nothing further. A confirmed rule may be supplied anew (R41).
 */
export function checkSuppliedRules(
  qualification: QualificationSpecification,
  levels: readonly (number | null)[],
  { rule, rules }: { rule: number | null; rules: Rule[] },
): void {
  if (!unknownRules(qualification).some(unknown => unknown.rule === rule))
    throw new Refusal('qualifications/rule-known', { rule })
  const places = qualification.units
  const has = {
    unit: new Set<unknown>(places.map(p => p.unit)),
    group: new Set<unknown>(places.map(p => p.group)),
    theme: new Set<unknown>(places.map(p => p.theme)),
    level: new Set<unknown>(levels),
  }
  const strangers = (of: Selector | undefined) => [
    ...(of?.units ?? []).filter(id => !has.unit.has(id)),
    ...(['group', 'theme', 'level'] as const).flatMap(kind =>
      of?.[kind] === undefined ? [] : [of[kind]].flat().filter(value => !has[kind].has(value)),
    ),
  ]
  for (const supplied of rules) {
    if ('unknown' in supplied) throw new Refusal('qualifications/still-unknown')
    const named = 'require' in supplied ? supplied.require : 'barred' in supplied ? supplied.barred : null
    const bounds = 'credits' in supplied ? supplied.credits : 'count' in supplied ? supplied.count : null
    const missing = strangers(named ? { units: named } : bounds?.of)
    if (missing.length > 0) throw new Refusal('qualifications/not-in-structure', { missing: missing.map(String) })
    if (!bounds) continue
    const { min, max } = bounds
    if (min === undefined && max === undefined) throw new Refusal('qualifications/bounds-nothing')
    if (min !== undefined && max !== undefined && min > max)
      throw new Refusal('qualifications/bounds-crossed', { min, max })
  }
}
