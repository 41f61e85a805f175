import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import { asPrinted, contentOf, differencesOf, inOrder } from './shared-units.ts'
import type { UnitSpecification } from './specification.ts'

const unit = sampleSpecification.units[0] as UnitSpecification
const rewritten = (change: (text: string) => string): UnitSpecification => ({
  ...unit,
  outcomes: unit.outcomes.map(o => ({ ...o, criteria: o.criteria.map(c => ({ ...c, text: change(c.text) })) })),
})

it('punctuation, spacing, capitals, credit and outcome titles do not make another unit; a word does [R21]', () => {
  const same = [
    rewritten(text => `${text.toUpperCase().replaceAll(' ', '  ')}.`),
    { ...unit, credit: null, level: null, title: unit.title.toUpperCase() },
    { ...unit, outcomes: unit.outcomes.map(outcome => ({ ...outcome, title: null })) },
    { ...unit, outcomes: unit.outcomes.toReversed() },
  ]
  for (const other of same) expect(contentOf(other)).toBe(contentOf(unit))
  const others = [
    rewritten(text => `${text} well`),
    { ...unit, id: 'X1' },
    { ...unit, outcomes: unit.outcomes.slice(1) },
  ]
  for (const other of others) expect(contentOf(other)).not.toBe(contentOf(unit))
})

it('a stored unit and the differences give back what was printed [R21]', () => {
  const printed: UnitSpecification = {
    ...rewritten(text => text.replaceAll('’', "'")),
    number: '13',
    credit: null,
    simulation: { permission: 'exceptions', text: 'Only 1.1', exceptions: [{ criterion: '1.1', condition: 'never' }] },
    outcomes: unit.outcomes.map(outcome => ({ ...outcome, title: null })),
  }
  expect(asPrinted(unit, differencesOf(unit, printed))).toEqual(printed)
  expect(differencesOf(unit, unit)).toEqual({})
})

it('elements stay before knowledge, and numbers sort as numbers within each [R18]', () => {
  const outcome = (kind: 'element' | 'knowledge', number: string) => ({ kind, number, title: null, criteria: [] })
  const svq = {
    ...unit,
    outcomes: [outcome('element', 'F2.10'), outcome('element', 'F2.9'), outcome('knowledge', 'a')],
  }
  expect(inOrder(svq).outcomes.map(o => o.number)).toEqual(['F2.9', 'F2.10', 'a'])
})
