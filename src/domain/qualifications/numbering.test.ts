import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNumbers } from './numbering.ts'

describe('numbering', () => {
  it.each([
    [
      ['2.10', '2.9', '2.1'],
      ['2.1', '2.9', '2.10'],
    ],
    [
      ['A10', 'B1', 'A9'],
      ['A9', 'A10', 'B1'],
    ],
    [
      ['f2j', 'f2a', 'f10a'],
      ['f2a', 'f2j', 'f10a'],
    ],
    [
      ['F2.1.2', 'F2.1', 'F2.1.1'],
      ['F2.1', 'F2.1.1', 'F2.1.2'],
    ],
    [
      ['1.1', '01.3', '1.02'],
      ['1.1', '1.02', '01.3'],
    ],
    [
      ['b', '1', '', 'A'],
      ['', '1', 'A', 'b'],
    ],
  ])('%j is read as %j [R18]', (given, expected) => {
    expect(given.toSorted(compareNumbers)).toEqual(expected)
  })

  it('is one order over all numbers, whichever way round they are compared [R18]', () => {
    const code = fc.stringMatching(/^[A-Ca-c]?\d{0,20}(\.\d{1,3}){0,3}[a-c]?$/)
    fc.assert(
      fc.property(code, code, code, (a, b, c) => {
        expect(Math.sign(compareNumbers(a, b))).toBe(0 - Math.sign(compareNumbers(b, a)))
        expect(compareNumbers(a, b) === 0).toBe(a === b)
        if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
      }),
      { seed: 18 },
    )
  })
})
