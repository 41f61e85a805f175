import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordDifference } from './word-difference.ts'

it('shows the words that were put in and taken out, and leaves the rest alone', () => {
  expect(
    wordDifference('Explain why a call is answered promptly', 'Explain why each call is answered within five rings'),
  ).toEqual({
    from: [
      { text: 'Explain why', changed: false },
      { text: 'a', changed: true },
      { text: 'call is answered', changed: false },
      { text: 'promptly', changed: true },
    ],
    to: [
      { text: 'Explain why', changed: false },
      { text: 'each', changed: true },
      { text: 'call is answered', changed: false },
      { text: 'within five rings', changed: true },
    ],
  })
})

it('loses no word of either text, and what both have is the same in both', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'the', 'call,', 'Call'), { maxLength: 12 })
    .map(words => words.join(' '))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const both = wordDifference(from, to)
      const joined = (runs: typeof both.from) => runs.map(run => run.text).join(' ')
      expect([joined(both.from), joined(both.to)]).toEqual([from, to])
      const kept = (runs: typeof both.from) =>
        joined(runs.filter(run => !run.changed))
          .toLowerCase()
          .replaceAll(',', '')
      expect(kept(both.from)).toBe(kept(both.to))
    }),
  )
})
