/** Rules and suggestions against an oracle that knows nothing of how they are worked out: it tries everything. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareUnit, svq2 } from './golden-structures.ts'
import { checkCombination } from './rules-of-combination.ts'
import type {
  Bounds,
  QualificationSpecification,
  Rule,
  Selector,
  UnitPlace,
  UnitSpecification,
} from './specification.ts'
import { suggestChanges } from './suggestions.ts'

type Case = { qualification: QualificationSpecification; units: UnitSpecification[]; chosen: string[]; kept: string[] }

/** A value, or nothing in so many of a hundred cases. */
const unless = <T>(percent: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: percent, arbitrary: fc.constant(undefined) }, { weight: 100 - percent, arbitrary: value })
const selector: fc.Arbitrary<Selector> = fc.record({
  group: unless(30, fc.constantFrom('A', 'B', ['A', 'C'])),
  theme: unless(80, fc.constantFrom('x', 'y')),
  level: unless(80, fc.constantFrom(2, [3, 4])),
  optional: unless(80, fc.boolean()),
  units: unless(90, fc.constantFrom(['U1', 'U2', 'U3'], ['U4', 'U9', 'U5'])),
})
const bounds = (few: number, many: number): fc.Arbitrary<Bounds> =>
  fc.oneof(
    fc.record({ of: unless(30, selector), min: fc.integer({ min: 1, max: many }) }),
    fc.record({ of: unless(10, selector), max: fc.integer({ min: few, max: many }) }),
    fc.record({ of: unless(30, selector), min: fc.nat(few), max: fc.integer({ min: few, max: many }) }),
  )
const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ credits: bounds(3, 12) }) },
  { weight: 4, arbitrary: fc.record({ count: bounds(1, 4) }) },
  { weight: 1, arbitrary: fc.record({ require: fc.constantFrom<string[]>(['U2'], ['U1', 'U5']) }) },
  { weight: 1, arbitrary: fc.record({ barred: fc.constantFrom<string[]>(['U1', 'U3'], ['U2', 'U4', 'U6']) }) },
)
const unit = fc.record({
  group: fc.constantFrom('A', 'B', 'C', null),
  theme: fc.constantFrom('x', 'y', null),
  mandatory: fc.boolean(),
  level: fc.oneof(
    { weight: 19, arbitrary: fc.integer({ min: 2, max: 4 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  credit: fc.oneof({ weight: 19, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constant(null) }),
  state: fc.constantFrom('left', 'left', 'left', 'chosen', 'chosen', 'kept'),
})
const cases: fc.Arbitrary<Case> = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    units: fc.array(unit, { minLength: 6, maxLength: 9 }),
  })
  .map(({ rules, units }) => {
    const ids = units.map((_, at) => `U${at + 1}`)
    return {
      qualification: {
        ...svq2.qualification,
        units: units.map(({ group, theme, mandatory }, at) => ({ unit: ids[at] as string, group, theme, mandatory })),
        rules,
      },
      units: units.map(({ level, credit }, at) => bareUnit(ids[at] as string, `${at + 1}`, level, credit)),
      chosen: ids.filter((_, at) => units[at]?.state !== 'left'),
      kept: ids.filter((_, at) => units[at]?.state === 'kept'),
    }
  })

/** Valid only if the rules hold whatever the unknown credits (none, or very many) and levels (2 to 5) turn out to be. */
function certainlyValid({ qualification, units }: Case, ids: string[]): boolean {
  const blank = ids.map(id => units.find(each => each.id === id) as UnitSpecification)
  const place = new Map(qualification.units.map(each => [each.unit, each]))
  const worlds = (at: number, settled: UnitSpecification[]): boolean => {
    const next = blank[at]
    if (!next) return qualification.rules.every(each => holds(each, settled, place))
    const credits = next.credit === null ? [0, 1000] : [next.credit]
    const levels = next.level === null ? [2, 3, 4, 5] : [next.level]
    return credits.every(credit => levels.every(level => worlds(at + 1, [...settled, { ...next, credit, level }])))
  }
  return worlds(0, [])
}

function holds(one: Rule, units: UnitSpecification[], place: Map<string, UnitPlace>): boolean {
  const ids = units.map(({ id }) => id)
  if ('require' in one) return one.require.every(id => ids.includes(id))
  if ('barred' in one) return one.barred.filter(id => ids.includes(id)).length <= 1
  if ('unknown' in one) return false
  const { of = {}, min, max } = 'credits' in one ? one.credits : one.count
  let sum = 0
  for (const { id, credit, level } of units) {
    const { group, theme, mandatory } = place.get(id) as UnitPlace
    const wanted: [unknown, unknown][] = [
      [of.group, group],
      [of.theme, theme],
      [of.level, level],
      [of.optional, !mandatory],
      [of.units, id],
    ]
    const fits = wanted.every(
      ([ask, is]) => ask === undefined || ask === is || (Array.isArray(ask) && ask.includes(is)),
    )
    if (fits) sum += 'credits' in one ? (credit as number) : 1
  }
  return (min === undefined || sum >= min) && (max === undefined || sum <= max)
}

/** Every selection there is, each as ids in number order. */
function everySelection({ units }: Case): string[][] {
  return Array.from({ length: 2 ** units.length }, (_, bits) =>
    units.filter((_unit, at) => (bits >> at) % 2 === 1).map(({ id }) => id),
  )
}

/** All irredundant sets of changes, in the order in which they ought to be suggested. */
function everySuggestion(given: Case): string[][] {
  const changesTo = (after: string[]) =>
    given.units.map(({ id }) => id).filter(id => given.chosen.includes(id) !== after.includes(id))
  const credits = (ids: string[]) => ids.reduce((sum, id) => sum + (given.units.find(u => u.id === id)?.credit ?? 0), 0)
  const working = everySelection(given)
    .filter(after => given.kept.every(id => after.includes(id)) && certainlyValid(given, after))
    .map(after => ({ after, changes: changesTo(after) }))
  return working
    .filter(
      ({ changes }) =>
        !working.some(
          other => other.changes.length < changes.length && other.changes.every(id => changes.includes(id)),
        ),
    )
    .sort((a, b) => {
      const differ = given.units.find(({ id }) => a.after.includes(id) !== b.after.includes(id))?.id ?? ''
      const byNumber = a.after.includes(differ) ? -1 : 1
      return a.changes.length - b.changes.length || credits(a.after) - credits(b.after) || byNumber
    })
    .map(({ after }) => after)
}

describe('against an oracle that tries everything', () => {
  it('judges random selections by random rules as the oracle does [R43]', () => {
    fc.assert(
      fc.property(cases, given => {
        const { valid } = checkCombination(given.qualification, given.units, given.chosen)
        expect(valid).toBe(certainlyValid(given, given.chosen))
      }),
      { seed: 43, numRuns: 3000 },
    )
  })

  it('suggests exactly the smallest changes that work, in order, and never takes away what is achieved [R43]', () => {
    let changed = 0
    fc.assert(
      fc.property(cases, given => {
        const expected = everySuggestion(given).filter(after => after.join() !== given.chosen.join())
        const suggestions = suggestChanges(given.qualification, given.units, given.chosen, {
          keep: given.kept,
          limit: 4,
        })
        expect(suggestions.map(({ unitsAfter }) => unitsAfter)).toEqual(expected.slice(0, 4))
        changed += suggestions.length
      }),
      { seed: 43, numRuns: 2000 },
    )
    // Were most random cases hopeless or already right, the comparison would prove little.
    expect(changed).toBeGreaterThan(1000)
  })
})
