import { expect, it } from 'vitest'
import { biiabLevel3 } from './golden-structures.ts'
import type { Rule } from './specification.ts'
import { checkSuppliedRules, unknownRules } from './supplied-rules.ts'

const { qualification, units } = biiabLevel3
const [unknown] = unknownRules(qualification)
const rule = unknown?.rule as number | null
const supply = (rules: Rule[], at = rule) => {
  try {
    checkSuppliedRules(
      qualification,
      units.map(u => u.level),
      { rule: at, rules },
    )
    return null
  } catch (refusal) {
    return (refusal as { code: string }).code.split('/')[1]
  }
}

it('an unknown rule is named until somebody has confirmed it [R41]', () => {
  expect(unknown).toBeDefined()
  expect(unknownRules(qualification, [rule])).toEqual([])
})

it.each<[string, Rule[], string | null]>([
  ['nothing further', [], null],
  ['a number of units', [{ count: { of: { optional: true }, min: 2 } }], null],
  ['a rule that is unknown still', [{ unknown: 'no idea' }], 'still-unknown'],
  ['no bound at all', [{ credits: {} }], 'bounds-nothing'],
  ['crossed bounds', [{ credits: { min: 9, max: 4 } }], 'bounds-crossed'],
  ['a group it does not have', [{ count: { of: { group: 'ZZ' }, min: 1 } }], 'not-in-structure'],
  ['a unit it does not have', [{ require: ['Q/000/0000'] }], 'not-in-structure'],
])('for an unknown rule, %s is supplied [R41]', (_, rules, code) => expect(supply(rules)).toBe(code))

it('a rule that the source gives is not replaced [R41]', () => expect(supply([], 99)).toBe('rule-known'))
