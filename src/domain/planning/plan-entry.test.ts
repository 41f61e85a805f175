import { describe, expect, it } from 'vitest'
import { evidenceTypes } from '../evidence/evidence.ts'
import { Refusal } from '../refusal.ts'
import { planFaultOf, requireChangeable, requireDayToCome, requireUnused } from './plan-entry.ts'

const codeOf = (does: () => void): string | null => {
  try {
    does()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : 'other'
  }
}
const plan = { kind: 'discussion', visibleFrom: '2026-05-01', withdrawn: false } as const

describe('a recorded discussion', () => {
  it.each([
    [plan, '2026-05-14', null],
    [plan, '2026-05-02', null],
    [plan, '2026-05-01', 'not-beforehand'],
    [plan, '2026-04-30', 'not-beforehand'],
    [plan, null, 'not-beforehand'],
    [null, '2026-05-14', 'no-plan'],
    [{ ...plan, kind: 'observation' as const }, '2026-05-14', 'other-kind'],
    [{ ...plan, withdrawn: true }, '2026-05-14', 'withdrawn'],
  ])('with the plan %j, held on %s: %s [R78]', (planned, shownOn, fault) => {
    expect(planFaultOf('professional-discussion', shownOn, planned)).toBe(fault)
  })
  it('and questions need a plan; no other kind does [R78]', () => {
    expect(evidenceTypes.filter(t => planFaultOf(t, '2026-05-14', null) !== null)).toEqual([
      'professional-discussion',
      'questioning',
    ])
    expect(planFaultOf('questioning', '2026-05-14', plan)).toBe('other-kind')
    expect(planFaultOf('questioning', '2026-05-14', { ...plan, kind: 'questions' })).toBeNull()
  })
})

describe('a plan', () => {
  it('is for a day to come; what the learner prepares for is told the day before [R78]', () => {
    expect(codeOf(() => requireDayToCome('observation', '2026-05-14', '2026-05-14'))).toBeNull()
    expect(codeOf(() => requireDayToCome('observation', '2026-05-13', '2026-05-14'))).toBe('planning/day-gone')
    expect(codeOf(() => requireDayToCome('discussion', '2026-05-14', '2026-05-14'))).toBe('planning/no-time-to-read')
    expect(codeOf(() => requireDayToCome('questions', '2026-05-15', '2026-05-14'))).toBeNull()
  })
  it('is changed before its day only, and not once evidence rests on it', () => {
    const entry = { plannedFor: '2026-05-14', withdrawnAt: null }
    expect(codeOf(() => requireChangeable(entry, '2026-05-13'))).toBeNull()
    expect(codeOf(() => requireChangeable(entry, '2026-05-14'))).toBe('planning/day-has-come')
    const gone = { ...entry, withdrawnAt: '2026-05-12T09:00:00.000Z' }
    expect(codeOf(() => requireChangeable(gone, '2026-05-13'))).toBe('planning/withdrawn')
    expect([codeOf(() => requireUnused(0)), codeOf(() => requireUnused(1))]).toEqual([null, 'planning/in-use'])
  })
})
