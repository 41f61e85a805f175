import { describe, expect, it } from 'vitest'
import { type Matrix, noFilter, shownCriteria } from './filter.ts'
import { progressByWeek } from './over-time.ts'

const person = (id: string) => ({ id, name: id })
const criterion = (id: string, text: string) => ({
  id,
  number: id,
  text,
  parts: [],
  kind: null,
  verb: null,
  plural: false,
})
const matrix = {
  units: [
    {
      id: 'u1',
      outcomes: [{ criteria: [criterion('1.1', 'Explain how to greet'), criterion('1.2', 'Describe a queue')] }],
    },
    { id: 'u2', outcomes: [{ criteria: [criterion('2.1', 'Explain a refund')] }] },
  ],
  standings: {
    '1.1': { state: 'claimed', mover: { role: 'assessor', person: person('ben') } },
    '2.1': { state: 'confirmed', mover: null },
  },
} as unknown as Matrix

const found = (filter: Partial<typeof noFilter>, who = 'ben') =>
  [...(shownCriteria(matrix, { ...noFilter, ...filter }, who)?.values() ?? [])].flatMap(s => [...s])

describe('the matrix shows what is asked for', () => {
  it('shows everything where nothing is filtered', () => {
    expect(shownCriteria(matrix, noFilter, 'ben')).toBeNull()
  })
  it('by unit, state, wording and what waits for the reader', () => {
    expect(found({ unitId: 'u2' })).toEqual(['2.1'])
    expect(found({ state: 'none' })).toEqual(['1.2'])
    expect(found({ search: ' explain REFUND ' })).toEqual(['2.1'])
    expect(found({ mine: true })).toEqual(['1.1'])
    expect(found({ mine: true }, 'amina')).toEqual([])
  })
})

describe('progress over time', () => {
  const signed = (day: string) => ({ by: person('x'), at: `2026-05-${day}T10:00:00.000Z` })
  const standings = [
    {
      state: 'confirmed' as const,
      claimed: signed('04'),
      decided: { ...signed('12'), outcome: 'met' as const, reason: null },
    },
    { state: 'claimed' as const, claimed: signed('05'), decided: null },
  ]
  it('adds up week by week and ends with the figures of today [R11]', () => {
    const weeks = progressByWeek(standings, '2026-05-01', new Date('2026-05-20T00:00:00.000Z'))
    expect(weeks.map(w => [w.claimed, w.confirmed])).toEqual([
      [0, 0],
      [2, 0],
      [2, 1],
      [2, 1],
    ])
    expect(weeks.at(-1)?.endsOn).toBe('2026-05-20')
  })
  it('never draws more points than asked for', () => {
    const weeks = progressByWeek(standings, '2020-01-01', new Date('2026-05-20T00:00:00.000Z'), 20)
    expect(weeks.length).toBeLessThanOrEqual(21)
    expect(weeks.at(-1)).toMatchObject({ claimed: 2, confirmed: 1 })
  })
})
