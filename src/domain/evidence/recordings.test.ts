import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutEvenly, faultOfPart, lengthWarnings, longestPart, partAt, partsShown } from './recordings.ts'

const key = { registrationId: 'r', criterionId: '1.1' }
const part = { title: 'Promises', from: 0, to: 600, criteria: [key] }
const claimed = new Set(['r/1.1'])

describe('the length of a recording', () => {
  it('of 90 minutes warns, in one piece and cut into parts [R77]', () => {
    expect(lengthWarnings(90 * 60, [])).toEqual([
      { code: 'too-long', minutes: 90 },
      { code: 'uncut', minutes: 90 },
    ])
    expect(lengthWarnings(90 * 60, cutEvenly(90 * 60)).map(w => w.code)).toEqual(['too-long'])
  })
  it('warns over 20 minutes in one piece, of a part over 20 minutes, and not of a short one [R77]', () => {
    expect(lengthWarnings(20 * 60, [])).toEqual([])
    expect(lengthWarnings(20 * 60 + 1, []).map(w => w.code)).toEqual(['uncut'])
    expect(lengthWarnings(50 * 60, [{ ...part, to: 25 * 60 }])).toEqual([
      { code: 'part-too-long', minutes: 25, title: 'Promises' },
    ])
    expect(lengthWarnings(null, [])).toEqual([])
  })
})

describe('parts', () => {
  it('cut evenly follow each other from beginning to end, none too long [R77]', () => {
    fc.assert(
      fc.property(fc.double({ min: 4, max: 20_000, noNaN: true }), seconds => {
        const parts = cutEvenly(seconds)
        expect(parts.length).toBeGreaterThan(1)
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([0, seconds])
        for (const [i, p] of parts.entries()) {
          expect(p.to - p.from).toBeGreaterThan(0)
          expect(p.to - p.from).toBeLessThanOrEqual(longestPart + 1)
          if (i > 0) expect(p.from).toBe(parts[i - 1]?.to)
        }
      }),
    )
  })
  it.each([
    [part, null],
    [{ ...part, title: ' ' }, 'no-title'],
    [{ ...part, to: 0 }, 'no-time'],
    [{ ...part, criteria: [] }, 'no-criteria'],
    [{ ...part, criteria: [{ registrationId: 'r', criterionId: '1.2' }] }, 'no-criteria'],
  ])('%j lacks %s [R77]', (given, fault) => {
    expect(faultOfPart(given, claimed)).toBe(fault)
  })
  it('show only what is still claimed, and are found by the moment', () => {
    const two = { ...part, criteria: [key, { registrationId: 'r', criterionId: '1.2' }] }
    expect(partsShown([two], claimed)).toEqual([part])
    expect([partAt([part], 599.9), partAt([part], 600)]).toEqual([part, null])
  })
})
