import { describe, expect, it } from 'vitest'
import { ruleClauses } from './rule-sentences.ts'

const nowhere = { group: null, mandatory: null }

describe('sentences that lay down rules of combination', () => {
  it.each([
    ['You must complete a minimum of 45 credits.', [{ credits: { min: 45 } }]],
    [
      'You must complete all five units (19 credits) from mandatory Group A, a minimum of 3 credits from optional Group B, and a minimum of 16 credits from optional Group C.',
      [
        { requireAll: { group: 'A' } },
        { credits: { of: { group: 'B' }, min: 3 } },
        { credits: { of: { group: 'C' }, min: 16 } },
      ],
    ],
    ['You may take a maximum of 7 credits from group D.', [{ credits: { of: { group: 'D' }, max: 7 } }]],
    [
      'Learners must complete two mandatory units and five option units.',
      [{ requireAll: { group: null } }, { count: { of: { optional: true }, min: 5, max: 5 } }],
    ],
    ['At least one unit should be taken from each theme.', [{ each: 'theme', min: 1 }]],
    ['Only one unit chosen can be at level 7 or 8.', [{ count: { of: { optional: true, level: [7, 8] }, max: 1 } }]],
    [
      'A minimum of 20 credits must be at Level 3 or above.',
      [{ credits: { of: { level: [3, 4, 5, 6, 7, 8] }, min: 20 } }],
    ],
    [
      'Learners must take at least 6 credits from groups B and C.',
      [{ credits: { of: { group: ['B', 'C'] }, min: 6 } }],
    ],
    ['The unit is worth 5 credits.', []],
    ['Therefore, at least five units must be at level 6.', []],
    ['A model office may be used for all units at levels 1 and 2.', []],
  ])('%s [R43]', (text, clauses) => {
    expect(ruleClauses(text, nowhere)).toEqual(clauses)
  })

  it('units “listed below” are those of the heading the sentence stands under [R33]', () => {
    const text = 'You must achieve three of the units listed below.'
    expect(ruleClauses(text, { group: null, mandatory: false })).toEqual([
      { count: { of: { optional: true }, min: 3, max: 3 } },
    ])
    expect(ruleClauses('You must achieve both of the units listed below.', { group: 'A', mandatory: true })).toEqual([
      { requireAll: { group: 'A' } },
    ])
  })
})
