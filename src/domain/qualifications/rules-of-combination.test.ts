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

/** Checks a selection written as local numbers; what the structure does not know is passed on as it stands. */
function check({ qualification, units }: GoldenStructure, numbers: string) {
  const ids = numbers.split(' ').filter(Boolean)
  return checkCombination(
    qualification,
    units,
    ids.map(number => units.find(unit => unit.number === number)?.id ?? number),
  )
}
const codes = (verdict: ReturnType<typeof check>) => verdict.problems.map(problem => problem.code)
const withRules = (golden: GoldenStructure, rules: Rule[]): GoldenStructure => ({
  ...golden,
  qualification: { ...golden.qualification, rules, rulesComplete: true },
})

const groupA = '1 2 3 4 5'

describe('Active IQ Level 2', () => {
  it('has the credits its document gives: A 19, B 6, C 58, D 47 [R15]', () => {
    const sum = (group: string) =>
      activeIqLevel2.qualification.units
        .filter(place => place.group === group)
        .reduce((total, { unit }) => total + (activeIqLevel2.units.find(({ id }) => id === unit)?.credit ?? 0), 0)
    expect(['A', 'B', 'C', 'D'].map(sum)).toEqual([19, 6, 58, 47])
  })

  it('refuses 44 credits and accepts 45 [R32]', () => {
    // 19 + 3 + 17 (C) + 5 (D) = 44, and with unit 38 (4 credits) in place of a 3-credit C unit 45.
    const refused = check(activeIqLevel2, `${groupA} 6 8 9 11 12 15 37`)
    expect(refused.credits).toBe(44)
    expect(refused.problems).toMatchObject([{ code: 'credits-short', short: 1, rule: 0 }])
    expect(refused.problems[0]?.message).toBe(
      '1 credit short: you have 44 of the 45 needed. Take 1 more from group B, C or D.',
    )
    const accepted = check(activeIqLevel2, `${groupA} 6 8 9 11 13 15 37`)
    expect(accepted).toMatchObject({ valid: true, credits: 45, problems: [] })
  })

  it.each([
    ['1', 'A/506/2130'],
    ['2', 'F/506/2131'],
    ['3', 'J/506/2132'],
    ['4', 'A/506/1964'],
    ['5', 'L/506/1788'],
  ])('reports group A unit %s by name when it is left out [R33]', (number, id) => {
    const others = groupA.replace(number, '')
    const verdict = check(activeIqLevel2, `${others} 6 7 8 9 10 11 12 13 14 15 16`)
    expect(verdict.problems).toEqual([
      {
        code: 'required-missing',
        message: `Unit ${number} “Invented unit ${number}” is required and has not been chosen.`,
        rule: 1,
        units: [id],
      },
    ])
  })

  it('refuses a selection with nothing from group B [R34]', () => {
    const verdict = check(activeIqLevel2, `${groupA} 8 9 10 11 12 13 14 15`)
    expect(verdict.problems).toMatchObject([{ code: 'credits-short', short: 3, rule: 2 }])
    expect(verdict.problems[0]?.message).toContain('short in group B: you have 0 of the 3 needed')
  })

  it('refuses 15 credits from group C [R35]', () => {
    const verdict = check(activeIqLevel2, `${groupA} 6 7 8 9 11 12 14 36`)
    expect(verdict).toMatchObject({ valid: false, credits: 47 })
    expect(verdict.problems).toMatchObject([{ code: 'credits-short', short: 1, rule: 3 }])
  })

  it('accepts 19 + 3 + 16 + 7 = 45 credits [R36]', () => {
    expect(check(activeIqLevel2, `${groupA} 6 8 9 11 12 13 36`)).toMatchObject({ valid: true, credits: 45 })
  })

  it('says what 19 + 3 + 16 = 38 credits lack, and where it can come from [R36]', () => {
    expect(check(activeIqLevel2, `${groupA} 6 8 9 11 12 13`).problems).toMatchObject([
      {
        code: 'credits-short',
        short: 7,
        message: '7 credits short: you have 38 of the 45 needed. Take 7 more from group B, C or D.',
      },
    ])
  })

  it('flags 9 credits from group D [R36]', () => {
    const verdict = check(activeIqLevel2, `${groupA} 6 8 9 11 12 13 25 36`)
    expect(verdict.problems).toMatchObject([
      { code: 'credits-over', over: 2, rule: 4, units: ['T/505/4673', 'K/503/0421'] },
    ])
    expect(verdict.problems[0]?.message).toBe(
      '2 credits too many in group D: you have 9 (25, 36) and at most 7 may be taken.',
    )
  })

  it('does not send anybody to group D when D is full [R36]', () => {
    const verdict = check(activeIqLevel2, `${groupA} 6 8 9 11 36`)
    expect(verdict.problems[0]?.message).toContain('Take 7 more from group B or C.')
  })

  it('names every problem at once, and keeps a tally of every rule [R43]', () => {
    const verdict = check(activeIqLevel2, '1 1 2 3 4 X/999/9999 25 36')
    expect(codes(verdict)).toEqual([
      'duplicate-unit',
      'unit-unknown',
      'required-missing',
      'credits-short',
      'credits-short',
      'credits-short',
      'credits-over',
    ])
    expect(verdict.tallies).toEqual([
      { rule: 0, measure: 'credits', have: 24, min: 45, max: null, holds: false },
      { rule: 2, measure: 'credits', have: 0, min: 3, max: null, holds: false },
      { rule: 3, measure: 'credits', have: 0, min: 16, max: null, holds: false },
      { rule: 4, measure: 'credits', have: 9, min: null, max: 7, holds: false },
    ])
  })
})

describe('SVQ 2', () => {
  it('accepts F1, F2 and A10, B2, C3, D2, D3 [R37]', () => {
    expect(check(svq2, 'F1 F2 A10 B2 C3 D2 D3')).toMatchObject({ valid: true, credits: null })
  })

  it('refuses five options of one theme and names the three themes missing [R37]', () => {
    const { problems } = check(svq2, 'F1 F2 A3 A4 A5 A6 A7')
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual([
      '1 unit short in theme Delivery',
      '1 unit short in theme Handling problems',
      '1 unit short in theme Development and improvement',
    ])
    expect(problems[0]?.message).toContain('in exchange for something chosen')
  })

  it('refuses A1, which the worked form lists and the structure does not hold [R39]', () => {
    const { valid, problems } = check(svq2, 'F1 F2 A1 B2 C3 D2 D3')
    expect(valid).toBe(false)
    expect(problems[0]).toMatchObject({ code: 'unit-unknown', units: ['A1'] })
  })

  it('refuses a unit of another structure by its name [R39]', () => {
    const { problems } = checkCombination(
      svq2.qualification,
      [...svq2.units, bareUnit('A14', 'A14', 7, null)],
      ['F1', 'F2', 'A10', 'B2', 'C3', 'D2', 'D3', 'A14'],
    )
    expect(problems).toMatchObject([{ code: 'unit-not-in-structure', units: ['A14'] }])
    expect(problems[0]?.message).toBe('Unit A14 “Invented unit A14” is not in the structure of this qualification.')
  })

  it('refuses six options, the structure being stronger than a form that asks for six [R39]', () => {
    expect(check(svq2, 'F1 F2 A10 B2 C3 D2 D3 D4').problems).toMatchObject([{ code: 'units-over', over: 1 }])
  })
})

describe('SVQ 3', () => {
  it('refuses the choice its own source works through, C7 and D11 both being at level 7 [R38]', () => {
    const { valid, problems } = check(svq3, 'F3 F4 A15 B10 B11 C7 D11')
    expect(valid).toBe(false)
    expect(problems).toMatchObject([{ code: 'units-over', over: 1, units: ['C7', 'D11'] }])
    expect(problems[0]?.message).toBe(
      '1 unit too many among the optional units at level 7 or 8: you have 2 (C7, D11) and at most 1 may be taken.',
    )
  })

  it('lets the mandatory F3 at level 7 leave the allowance unused [R38]', () => {
    expect(check(svq3, 'F3 F4 A15 B10 B11 C7 D8').valid).toBe(true)
  })
})

describe('rules that the source leaves unknown', () => {
  it('reproduces what is known of OCR 10379 and marks the rest [R40]', () => {
    expect(codes(check(ocr10379, '1 2 3 4 5'))).toEqual(['units-short', 'rule-unknown'])
    for (const option of ['6', '7']) expect(codes(check(ocr10379, `1 2 3 4 5 ${option}`))).toEqual(['rule-unknown'])
  })

  const mandatory = biiabLevel3.qualification.units.filter(place => place.mandatory).map(place => place.unit)
  const verdict = (confirmations = {}) =>
    checkCombination(biiabLevel3.qualification, biiabLevel3.units, mandatory, [
      {
        rule: 1,
        rules: [{ count: { of: { optional: true }, min: 1 } }],
        confirmedBy: 'Carol Hughes',
        ...confirmations,
      },
    ])

  it('cannot be completed before a named person has supplied the missing rule [R41]', () => {
    const { valid, problems } = checkCombination(biiabLevel3.qualification, biiabLevel3.units, mandatory)
    expect(valid).toBe(false)
    expect(problems).toMatchObject([{ code: 'rule-unknown', rule: 1 }])
    expect(codes(verdict({ confirmedBy: ' ' }))).toEqual(['rule-unknown'])
    expect(codes(verdict({ rules: [{ unknown: 'still looking' }] }))).toEqual(['rule-unknown'])
  })

  it('judges by the rule that a named person supplied [R41]', () => {
    expect(verdict().problems).toMatchObject([{ code: 'units-short', short: 1, rule: 1 }])
    expect(verdict({ rules: [] }).valid).toBe(true)
  })

  it('takes incomplete rules as unknown even where no rule says so [R41]', () => {
    const { qualification, units } = withRules(biiabLevel3, [{ require: mandatory }])
    const incomplete = { ...qualification, rulesComplete: false }
    expect(checkCombination(incomplete, units, mandatory).problems).toMatchObject([
      { code: 'rule-unknown', rule: null },
    ])
    const confirmed = [{ rule: null, rules: [], confirmedBy: 'Carol Hughes' }]
    expect(checkCombination(incomplete, units, mandatory, confirmed).valid).toBe(true)
  })
})

describe('credits and levels that the source does not give', () => {
  const three = (rules: Rule[]) => {
    const units = [bareUnit('X', '1', 2, 5), bareUnit('Y', '2', null, null), bareUnit('Z', '3', 3, 4)]
    const places = units.map(({ id }) => ({ unit: id, group: null, theme: null, mandatory: false }))
    const golden = withRules(svq2, rules)
    return { qualification: { ...golden.qualification, units: places }, units }
  }

  it('does not take an unknown credit for nothing, nor for enough [R15]', () => {
    expect(check(three([{ credits: { min: 6 } }]), '1 2').problems).toMatchObject([
      { code: 'credit-unknown', units: ['Y'] },
    ])
    expect(check(three([{ credits: { max: 6 } }]), '1 2').problems).toMatchObject([{ code: 'credit-unknown' }])
  })

  it('is not troubled by an unknown credit where the known ones decide [R15]', () => {
    expect(check(three([{ credits: { min: 6 } }]), '1 2 3').valid).toBe(true)
    expect(codes(check(three([{ credits: { max: 6 } }]), '1 2 3'))).toEqual(['credits-over'])
  })

  it('says when a level is not given under a rule about levels [R16]', () => {
    expect(codes(check(three([{ count: { of: { level: 2 }, min: 2 } }]), '1 2'))).toEqual(['level-unknown'])
    expect(codes(check(three([{ count: { of: { level: 2 }, min: 1 } }]), '1 2'))).toEqual([])
  })
})

it('allows one of several barred units and no more [R43]', () => {
  const barred = withRules(svq2, [{ barred: ['A3', 'A4', 'A5'] }])
  expect(check(barred, 'A3').valid).toBe(true)
  expect(check(barred, 'A3 A5').problems).toMatchObject([
    {
      code: 'barred-together',
      message: 'Units A3 “Invented unit A3” and A5 “Invented unit A5” may not be taken together: keep one of them.',
    },
  ])
})
