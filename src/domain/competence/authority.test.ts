import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, type Day, dayNumber, nextDay } from '../time.ts'
import {
  type AuthorityAsked,
  type AuthorityFacts,
  authorityOn,
  type DirectModel,
  limitOf,
  type Scope,
  type StaffAward,
} from './authority.ts'

const scope = (over: Partial<Scope> = {}): Scope => ({
  ...{ id: 's1', role: 'assessor', qualificationId: null, levels: null, from: '2024-01-08', until: null },
  ...over,
})
const award = (over: Partial<StaffAward> = {}): StaffAward => ({
  ...{ id: 'a1', role: 'assessor', kind: 'held', title: 'A1', since: '2024-01-08', until: null },
  ...over,
})
const asked = (over: Partial<AuthorityAsked> = {}): AuthorityAsked => ({
  ...{ role: 'assessor', qualificationId: 'svq3', level: 3, day: '2026-05-14', needs: 'qualified' },
  ...over,
})
const answer = (facts: Partial<AuthorityFacts>, over: Partial<AuthorityAsked> = {}) =>
  authorityOn({ scopes: [scope()], awards: [award()], models: [], ...facts }, asked(over))
const gaps = (...given: Parameters<typeof answer>) => {
  const found = answer(...given)
  return found.entitled ? [] : found.gaps
}

describe('scope', () => {
  it('a level 2 assessor has no authority at level 3, and one for this qualification none for another [R115]', () => {
    expect(gaps({ scopes: [scope({ levels: [1, 2] })] })).toEqual([{ gap: 'outside-level', level: 3, levels: [1, 2] }])
    expect(gaps({ scopes: [scope({ levels: [1, 2] })] }, { level: 2 })).toEqual([])
    expect(gaps({ scopes: [scope({ qualificationId: 'svq2' })] })).toEqual([{ gap: 'outside-qualification' }])
    expect(gaps({ scopes: [scope({ qualificationId: 'svq3' })] })).toEqual([])
    expect(gaps({ scopes: [] })).toEqual([{ gap: 'no-scope' }])
  })

  it('begins on its first day and ends after its last, and both days themselves count [R115]', () => {
    const scopes = [scope({ from: '2026-02-02', until: '2026-05-14' })]
    expect(gaps({ scopes }, { day: '2026-02-01' })).toEqual([{ gap: 'scope-not-begun', from: '2026-02-02' }])
    expect(gaps({ scopes }, { day: '2026-02-02' })).toEqual([])
    expect(gaps({ scopes }, { day: '2026-05-14' })).toEqual([])
    expect(gaps({ scopes }, { day: '2026-05-15' })).toEqual([{ gap: 'scope-ended', until: '2026-05-14' }])
  })

  it('to assess is not to verify: each role has scopes and awards of its own [R111] [R115]', () => {
    expect(gaps({}, { role: 'iqa' })).toEqual([{ gap: 'no-scope' }, { gap: 'no-award' }])
  })
})

describe('the award', () => {
  it('worked towards is enough for a trainee and not for a decision that counts [R112]', () => {
    const awards = [award({ kind: 'working-towards', since: '2025-03-03', until: limitOf('assessor', '2025-03-03') })]
    expect(gaps({ awards })).toEqual([{ gap: 'working-towards', until: '2026-09-03' }])
    expect(answer({ awards }, { needs: 'working-towards' })).toMatchObject({
      entitled: true,
      under: { standing: 'working-towards' },
    })
  })

  it('eighteen months for assessors and IQAs, twelve for EQAs, and on the day after nothing at all [R112]', () => {
    for (const [role, since, last] of [
      ['assessor', '2024-11-14', '2026-05-14'],
      ['iqa', '2024-08-31', '2026-02-28'],
      ['iqa', '2026-08-31', '2028-02-29'],
      ['eqa', '2024-02-29', '2025-02-28'],
      ['eqa', '2025-05-14', '2026-05-14'],
    ] as const) {
      const until = limitOf(role, since)
      expect(until).toBe(last)
      const facts = {
        scopes: [scope({ role, from: since })],
        awards: [award({ role, kind: 'working-towards', since, until })],
      }
      expect(gaps(facts, { role, day: until, needs: 'working-towards' })).toEqual([])
      expect(gaps(facts, { role, day: nextDay(until), needs: 'working-towards' })).toEqual([
        { gap: 'limit-passed', since, until },
      ])
      expect(gaps(facts, { role, day: nextDay(until) })).toEqual([{ gap: 'limit-passed', since, until }])
    }
  })

  it('held comes before one worked towards, so that a promoted trainee decides under what they hold [R112]', () => {
    const awards = [
      award({ id: 'towards', kind: 'working-towards', since: '2025-03-03', until: '2026-09-03' }),
      award({ id: 'held', since: '2026-05-01' }),
    ]
    expect(answer({ awards })).toMatchObject({ entitled: true, under: { award: { id: 'held' } } })
    expect(answer({ awards }, { day: '2026-04-30' })).toMatchObject({ entitled: false })
  })

  it('the Employer Direct Model replaces it only with all five conditions, only there, and only from then [R116]', () => {
    const awards = [award({ kind: 'employer-direct-model' })]
    const incomplete = [{ gap: 'direct-model-incomplete' }]
    const model = (completeSince: Day | null, qualificationId = 'svq3') => [{ qualificationId, completeSince }]
    expect(gaps({ awards })).toEqual(incomplete)
    expect(gaps({ awards, models: model(null) })).toEqual(incomplete)
    expect(gaps({ awards, models: model('2026-05-15') })).toEqual(incomplete)
    expect(gaps({ awards, models: model('2026-05-14', 'svq2') })).toEqual(incomplete)
    expect(gaps({ awards, models: model('2026-05-14') })).toEqual([])
  })

  it('every reason is named at once, of scope and of award [R115]', () => {
    expect(gaps({ scopes: [scope({ levels: [2] })], awards: [award({ until: '2026-01-31' })] })).toEqual([
      { gap: 'outside-level', level: 3, levels: [2] },
      { gap: 'award-ended', until: '2026-01-31' },
    ])
  })
})

describe('the calendar', () => {
  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map(d => d.toISOString().slice(0, 10))

  it('months are added exactly, over ends of months and leap years [R112]', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2025-12-31', 18)).toBe('2027-06-30')
    expect(addMonths('2100-01-30', 1)).toBe('2100-02-28')
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        const exact = new Date(Date.UTC(y, m - 1 + months, d))
        const last = new Date(Date.UTC(y, m + months, 0))
        const expected = exact.getUTCMonth() === last.getUTCMonth() ? exact : last
        expect(addMonths(day, months)).toBe(expected.toISOString().slice(0, 10))
      }),
    )
  })

  it('the day after is one day later, always', () => {
    fc.assert(
      fc.property(days, day => {
        expect(dayNumber(nextDay(day)) - dayNumber(day)).toBe(1)
        expect(nextDay(day)).toBe(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })
})

it('authority never reaches beyond what is recorded: with it, a scope and an award hold on that very day [R112] [R115]', () => {
  const day = fc.integer({ min: 0, max: 40 }).map(n => addMonths('2024-01-15', n))
  const until = fc.option(day, { nil: null })
  const facts = fc.record({
    scopes: fc.array(
      fc.record({
        ...{ id: fc.uuid(), role: fc.constantFrom('assessor' as const, 'iqa' as const), from: day, until },
        qualificationId: fc.constantFrom(null, 'svq2', 'svq3'),
        levels: fc.constantFrom<number[] | null>(null, [2], [2, 3]),
      }),
      { maxLength: 4 },
    ),
    awards: fc.array(
      fc.record({
        ...{ id: fc.uuid(), role: fc.constantFrom('assessor' as const, 'iqa' as const), since: day, until },
        ...{ title: fc.constant('A1'), kind: fc.constantFrom('held' as const, 'working-towards' as const) },
      }),
      { maxLength: 3 },
    ),
    models: fc.constant<DirectModel[]>([]),
  })
  fc.assert(
    fc.property(facts, day, (given, on) => {
      const found = authorityOn(given, asked({ day: on }))
      if (!found.entitled) {
        expect(found.gaps.length).toBeGreaterThan(0)
        return
      }
      const { scope: s, award: a } = found.under
      expect([
        s.from <= on,
        s.until === null || on <= s.until,
        a.since <= on,
        a.until === null || on <= a.until,
      ]).toEqual([true, true, true, true])
      expect(a.kind).toBe('held')
    }),
  )
})
