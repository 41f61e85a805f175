import { whereOf } from '#domain/qualifications/combination-words.ts'
import type { Rule, Selector } from '#domain/qualifications/specification.ts'
import type { StructureUnit } from '#domain/qualifications/structure.ts'

/** A place among the units that a rule may count, in words and as the selector it stands for. */
export type RulePlace = { value: string; label: string; of: Selector | undefined }

type Placed = { group: string | null; theme: string | null; level: number | null }

/** The places of a qualification that a rule may be about: all of it, what is optional, each group, theme and level. */
export function placesOf(units: Placed[], groups: { code: string; title: string }[]): RulePlace[] {
  const known = <T>(values: (T | null)[]) => [...new Set(values)].filter(value => value !== null)
  return [
    { value: 'optional', label: 'the optional units', of: { optional: true } },
    { value: 'all', label: 'all units', of: undefined },
    ...known(units.map(u => u.group)).map(group => {
      const title = groups.find(g => g.code === group)?.title
      return { value: `group ${group}`, label: `group ${group}${title ? `: ${title}` : ''}`, of: { group } }
    }),
    ...known(units.map(u => u.theme)).map(theme => ({
      ...{ value: `theme ${theme}`, label: `theme ${theme}`, of: { theme } },
    })),
    ...known(units.map(u => u.level)).map(level => ({
      ...{ value: `level ${level}`, label: `units at level ${level}`, of: { level } },
    })),
  ]
}

/** The fields of a rule that counts credits or units. */
export type BoundFields = { measure: 'credits' | 'count'; where: string; min: number | ''; max: number | '' }

/** The rule that the fields stand for. */
export function ruleFrom(
  { measure, where, min, max }: BoundFields,
  places: RulePlace[],
): Exclude<Rule, { unknown: string }> {
  const of = places.find(p => p.value === where)?.of
  const bounds = { ...(of && { of }), ...(min !== '' && { min }), ...(max !== '' && { max }) }
  return measure === 'credits' ? { credits: bounds } : { count: bounds }
}

/** The fields that stand for a rule, and the places to choose from: its own too, where it is none of the usual ones. */
export function fieldsOf(
  rule: Rule,
  places: RulePlace[],
  structure: StructureUnit[],
): { fields: BoundFields; places: RulePlace[] } | null {
  const bounds = 'credits' in rule ? rule.credits : 'count' in rule ? rule.count : null
  if (bounds === null) return null
  const same = (of: Selector | undefined) => JSON.stringify(of ?? {}) === JSON.stringify(bounds.of ?? {})
  const known = places.find(place => same(place.of))
  const own = { value: 'as read', label: whereOf(bounds.of, structure).trim(), of: bounds.of }
  return {
    fields: {
      measure: 'credits' in rule ? 'credits' : 'count',
      where: (known ?? own).value,
      min: bounds.min ?? '',
      max: bounds.max ?? '',
    },
    places: known ? places : [...places, own],
  }
}
