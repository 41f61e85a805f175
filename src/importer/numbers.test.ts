import { describe, expect, it } from 'vitest'
import { qualificationNumbersIn, qualificationSignAgrees, unitLetterAgrees, unitNumberIn } from './numbers.ts'

describe('the forms of numbers', () => {
  it.each([
    ['Unit accreditation no. A/506/2130', 'A/506/2130'],
    ['L / 506 / 1807', 'L/506/1807'],
    ['601/3544/X', null],
    ['AA/506/2130', null],
    ['A/506/21301', null],
  ])('the unit number in “%s” is %s [R15]', (text, number) => {
    expect(unitNumberIn(text)).toBe(number)
  })

  it.each([
    ['Number 601/3544/X', ['601/3544/X']],
    ['(C&G) 601_3562_1', ['601/3562/1']],
    ['601/3735/6 and 600/1000/7', ['601/3735/6', '600/1000/7']],
    ['601/3544/Y', []],
    ['01/05/2011', []],
    ['A/506/2130', []],
  ])('the qualification numbers in “%s” are %j [R13]', (text, numbers) => {
    expect(qualificationNumbersIn(text)).toEqual(numbers)
  })

  it('a letter that does not agree with its digits looks mistyped [R22]', () => {
    expect(['A/506/2130', 'L/503/0394', 'M/502/8587', 'T/505/4673'].map(unitLetterAgrees)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['B/506/2130', 'A/506/2131'].map(unitLetterAgrees)).toEqual([false, false])
    expect(unitLetterAgrees('Z/650/0001')).toBe(true)
    expect(['601/3544/X', '601/3735/6', '601/3562/1'].map(qualificationSignAgrees)).toEqual([true, true, true])
    expect(qualificationSignAgrees('601/3544/1')).toBe(false)
  })
})
