import { describe, expect, it } from 'vitest'
import {
  activeIqLevel2,
  bareUnit,
  biiabLevel3,
  type GoldenStructure,
  ocr10379,
  svq2,
  svq3,
} from './golden-structures.ts'
import { checkCombination } from './rules-of-combination.ts'
import type { Rule } from './specification.ts'
import { suggestChanges } from './suggestions.ts'

/** Suggestions written as "+added -removed", by local number. */
function suggest({ qualification, units }: GoldenStructure, numbers: string, keep = '', limit = 3) {
  const idOf = (number: string) => units.find(unit => unit.number === number)?.id ?? number
  const numberOf = (id: string) => units.find(unit => unit.id === id)?.number ?? id
  const ids = (text: string) => text.split(' ').filter(Boolean).map(idOf)
  return suggestChanges(qualification, units, ids(numbers), { keep: ids(keep), limit }).map(({ add, remove }) =>
    [...add.map(id => `+${numberOf(id)}`), ...remove.map(id => `-${numberOf(id)}`)].join(' '),
  )
}

const groupA = '1 2 3 4 5'

describe('suggestions', () => {
  it('completes 38 credits with the one unit of seven, then with pairs that make exactly 45 [R36]', () => {
    expect(suggest(activeIqLevel2, `${groupA} 6 8 9 11 12 13`)).toEqual(['+36', '+7 +21', '+7 +38'])
  })

  it('takes the small unit out of a group D that is too full [R36]', () => {
    expect(suggest(activeIqLevel2, `${groupA} 6 8 9 11 12 13 25 36`)).toEqual(['-25', '+15 -36', '+22 -36'])
  })

  it('plans the whole qualification from nothing, in the fewest units, and each plan is valid [R43]', () => {
    const plans = suggestChanges(activeIqLevel2.qualification, activeIqLevel2.units, [])
    expect(plans.map(({ unitsAfter }) => unitsAfter.length)).toEqual([11, 11, 11])
    for (const { unitsAfter } of plans)
      expect(checkCombination(activeIqLevel2.qualification, activeIqLevel2.units, unitsAfter)).toMatchObject({
        valid: true,
        credits: 45,
      })
  })

  it('exchanges three of five units of one theme for the three themes missing [R37]', () => {
    expect(suggest(svq2, 'F1 F2 A3 A4 A5 A6 A7', '', 1)).toEqual(['+B2 +C3 +D1 -A5 -A6 -A7'])
  })

  it('puts the SVQ 3 choice of the source right by one exchange [R38]', () => {
    expect(suggest(svq3, 'F3 F4 A15 B10 B11 C7 D11')).toEqual(['+C5 -C7', '+D8 -D11', '+D10 -D11'])
  })

  it('never takes away what is achieved [R43]', () => {
    expect(suggest(svq3, 'F3 F4 A15 B10 B11 C7 D11', 'C7')).toEqual(['+D8 -D11', '+D10 -D11'])
    expect(suggest(svq3, 'F3 F4 A15 B10 B11 C7 D11', 'C7 D11')).toEqual([])
  })

  it('counts what is achieved as chosen even when the plan leaves it out [R43]', () => {
    expect(suggest(svq2, 'F1 F2 B2 C3 D2 D3', 'A10')).toEqual([])
    expect(suggest(svq2, 'F1 B2 C3 D2 D3', 'A10')).toEqual(['+F2'])
  })

  it('goes the shortest way to completion from what is confirmed in mid-course [R43]', () => {
    const confirmed = `${groupA} 6`
    for (const way of suggest(activeIqLevel2, confirmed, confirmed)) expect(way).not.toContain('-')
    // F2, one unit of each theme missing, and any fifth option.
    expect(suggest(svq2, 'F1 A10 B2', 'F1 A10 B2', 1)).toEqual(['+A3 +C3 +D1 +F2'])
  })

  it('exchanges a unit outside the structure [R39]', () => {
    expect(suggest(svq2, 'F1 F2 A1 B2 C3 D2 D3', '', 2)).toEqual(['+A3 -A1', '+A4 -A1'])
  })

  it('has nothing to say about a selection that works [R43]', () => {
    expect(suggest(svq2, 'F1 F2 A10 B2 C3 D2 D3')).toEqual([])
  })

  it('marks as provisional what satisfies only the known part of the rules [R41]', () => {
    expect(suggestChanges(ocr10379.qualification, ocr10379.units, ['1', '2', '3', '4', '5'])).toEqual([
      { add: ['6'], remove: [], unitsAfter: ['1', '2', '3', '4', '5', '6'], provisional: true },
      { add: ['7'], remove: [], unitsAfter: ['1', '2', '3', '4', '5', '7'], provisional: true },
    ])
    const none: Rule[] = []
    const confirmations = [{ rule: 1, rules: none, confirmedBy: 'Carol Hughes' }]
    const [completed] = suggestChanges(biiabLevel3.qualification, biiabLevel3.units, [], { confirmations })
    expect(completed).toMatchObject({ provisional: false })
    expect(completed?.add).toHaveLength(6)
  })

  it('gives up in silence where the structure cannot satisfy its own rules [R43]', () => {
    const rules: Rule[] = [{ credits: { min: 200 } }]
    expect(suggest({ ...activeIqLevel2, qualification: { ...activeIqLevel2.qualification, rules } }, '')).toEqual([])
    expect(
      suggest(
        { ...activeIqLevel2, qualification: { ...activeIqLevel2.qualification, rules: [{ require: ['Z'] }] } },
        '',
      ),
    ).toEqual([])
  })
})

it('answers for 60 units in six groups with level rules in a few thousand steps, not 2^60 [R43]', () => {
  const groups = [...'ABCDEF']
  const units = Array.from({ length: 60 }, (_, at) => bareUnit(`U${at}`, `${at}`, 2 + (at % 3), 2 + ((at * 7) % 5)))
  const places = units.map(({ id }, at) => {
    return { unit: id, group: groups[Math.floor(at / 10)] ?? null, theme: null, mandatory: at < 4 }
  })
  const rules: Rule[] = [
    { credits: { min: 70 } },
    { require: ['U0', 'U1', 'U2', 'U3'] },
    ...['B', 'C', 'D'].map((group): Rule => ({ credits: { of: { group }, min: 11 } })),
    ...['E', 'F'].map((group): Rule => ({ credits: { of: { group }, max: 9 } })),
    { credits: { of: { level: [3, 4] }, min: 40 } },
    { barred: ['U20', 'U30'] },
  ]
  const qualification = { ...svq2.qualification, units: places, rules }
  const effort = 5000
  const plans = suggestChanges(qualification, units, ['U5', 'U41', 'U42', 'U43', 'U51'], { keep: ['U5'], effort })
  expect(plans).toHaveLength(3)
  for (const { unitsAfter } of plans) expect(checkCombination(qualification, units, unitsAfter).valid).toBe(true)
  const confirmed = ['U0', 'U5', 'U12', 'U21', 'U41']
  const ways = suggestChanges(qualification, units, confirmed, { keep: confirmed, effort })
  expect(ways).toHaveLength(3)
  for (const { remove, unitsAfter } of ways) {
    expect(remove).toEqual([])
    expect(checkCombination(qualification, units, unitsAfter).valid).toBe(true)
  }
})

it('answers with what it has once it has looked at as much as it may [R43]', () => {
  const found = (effort: number) =>
    suggestChanges(activeIqLevel2.qualification, activeIqLevel2.units, [], { effort }).length
  expect(found(0)).toBe(0)
  expect(found(5000)).toBe(3)
})
