import { describe, expect, it } from 'vitest'
import { ruleClauses } from './rule-sentences.ts'

const nowhere = { group: null, mandatory: null }

describe('sentences that lay down rules of combination', () => {
  it.each([
    ['Learners need to gather at least 45 credits.', [{ credits: { min: 45 } }]],
    [
      'Learners must take all four units (19 credits) of mandatory Group A, at least 3 credits of optional Group B and at least 16 credits of optional Group C.',
      [
        { requireAll: { group: 'A' } },
        { credits: { of: { group: 'B' }, min: 3 } },
        { credits: { of: { group: 'C' }, min: 16 } },
      ],
    ],
    [
      'No more than 7 credits of Group D may be taken and they must be at work.',
      [{ credits: { of: { group: 'D' }, max: 7 } }],
    ],
    [
      'Learners must complete two mandatory units and five option units.',
      [{ requireAll: { group: null } }, { count: { of: { optional: true }, min: 5, max: 5 } }],
    ],
    ['Learners must choose at least one unit from each theme.', [{ each: 'theme', min: 1 }]],
    [
      'No more than one unit may be at level 7 or 8, which must be agreed.',
      [{ count: { of: { optional: true, level: [7, 8] }, max: 1 } }],
    ],
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
    const text = 'Learners must pass three of the units listed below.'
    expect(ruleClauses(text, { group: null, mandatory: false })).toEqual([
      { count: { of: { optional: true }, min: 3, max: 3 } },
    ])
    expect(ruleClauses('Learners must pass both of the units listed below.', { group: 'A', mandatory: true })).toEqual([
      { requireAll: { group: 'A' } },
    ])
  })
})
