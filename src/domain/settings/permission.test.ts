import { describe, expect, it } from 'vitest'
import type { Setting } from '../evidence/evidence.ts'
import type { CriterionKind, PermissionStatement, Simulation } from '../qualifications/specification.ts'
import { obstaclesOfSetting } from './obstacles.ts'
import {
  conflictsAmong,
  mayComeFrom,
  type PermissionSource,
  permissionKinds,
  sourcesOf,
  strictestOf,
  unplacedStatements,
} from './permission.ts'

const unit = (simulation: Partial<Simulation>) => ({
  id: 'U1',
  simulation: { permission: null, text: 'As printed.', exceptions: [], ...simulation },
})
const diploma = { framework: 'RQF', level: 2 } as const
const svq = (level: number | null, permissionStatements: PermissionStatement[] = []) =>
  ({ framework: 'SCQF', level, permissionStatements }) as const
const known = (simulation: Partial<Simulation>, qualification: Parameters<typeof sourcesOf>[1] = diploma) => ({
  sources: sourcesOf(unit(simulation), qualification),
  settled: {},
})
const performance = (number = '2.3') => ({ number, kind: 'performance' as CriterionKind | null })
const knowledge = { number: '1.1', kind: 'knowledge' as const }
const said = (setting: Setting, simulation: Partial<Simulation>, criterion = performance()) =>
  mayComeFrom(setting, criterion, known(simulation)).answer

const delays = { criterion: '2.4', condition: 'if no such case has come up' }
const stated = (over: Partial<PermissionStatement>): PermissionStatement => ({
  ...{ about: 'simulation', permission: 'allowed', units: ['U1'], unknownUnits: [], placement: false },
  ...{ text: 'From another page.', line: 7 },
  ...over,
})

describe('the five kinds of permission', () => {
  it.each([
    ['banned for any evidence', { permission: 'not-allowed' }, ['refused', 'refused', 'refused']],
    [
      'banned for evidence of performance only',
      { permission: 'not-allowed', performanceOnly: true },
      ['refused', 'refused', 'allowed'],
    ],
    [
      'banned but for one criterion, on a condition',
      { permission: 'exceptions', exceptions: [delays] },
      ['refused', 'on-condition', 'refused'],
    ],
    ['only in a realistic working environment', { permission: 'rwe-only' }, ['refused', 'refused', 'refused']],
    ['allowed', { permission: 'allowed' }, ['allowed', 'allowed', 'allowed']],
    ['of which nothing is said', { permission: null }, ['allowed', 'allowed', 'allowed']],
  ] as const)('a simulation %s [R99] [R100] [R102]', (_, simulation, [onePerformance, excepted, aboutKnowledge]) => {
    const given = simulation as Partial<Simulation>
    expect(said('simulation', given)).toBe(onePerformance)
    expect(said('simulation', given, performance('2.4'))).toBe(excepted)
    expect(said('simulation', given, knowledge)).toBe(aboutKnowledge)
    for (const job of ['real-job', 'voluntary'] as const) expect(said(job, given)).toBe('allowed')
  })

  it('an exception that names no criterion holds for each on the condition as printed, and leaves knowledge free [R102]', () => {
    const staged = { permission: 'exceptions', performanceOnly: true, text: 'Except for staged drills.' } as const
    expect(mayComeFrom('simulation', performance(), known(staged))).toMatchObject({
      answer: 'on-condition',
      condition: 'Except for staged drills.',
    })
    expect(said('simulation', staged, knowledge)).toBe('allowed')
  })

  it('a criterion of which nobody knows what it asks for is treated as one of performance', () => {
    expect(
      said('simulation', { permission: 'not-allowed', performanceOnly: true }, { number: '1.1', kind: null }),
    ).toBe('refused')
  })

  it('are five', () => expect(permissionKinds).toHaveLength(5))
})

describe('a realistic working environment', () => {
  it('is a kind of simulation where nothing else is said, and may be the only one [R99] [R101]', () => {
    expect(said('realistic-working-environment', { permission: 'not-allowed' })).toBe('refused')
    expect(said('realistic-working-environment', { permission: 'rwe-only' })).toBe('allowed')
    expect(said('placement', { permission: 'not-allowed' })).toBe('allowed')
  })

  it('is allowed in an SVQ at levels 1 and 2 and not above, work placements with it [R103]', () => {
    const banned = { permission: 'not-allowed' } as const
    for (const setting of ['realistic-working-environment', 'placement'] as const) {
      for (const level of [4, 5])
        expect(mayComeFrom(setting, performance(), known(banned, svq(level))).answer).toBe('allowed')
      for (const level of [6, 7, 8])
        expect(mayComeFrom(setting, performance(), known(banned, svq(level))).answer).toBe('refused')
    }
    expect(mayComeFrom('realistic-working-environment', performance(), known(banned, svq(null))).answer).toBe('allowed')
  })

  it('is refused where the unit says so, though its level would allow it [R103] [R104]', () => {
    const environment = { permission: 'not-allowed', placement: true, text: 'Not permissible.' } as const
    const permission = known({ environment }, svq(5))
    expect(mayComeFrom('realistic-working-environment', performance(), permission)).toMatchObject({
      answer: 'refused',
      text: 'Not permissible.',
    })
    expect(mayComeFrom('placement', performance(), permission).answer).toBe('refused')
    expect(conflictsAmong(permission.sources)).toEqual(['environment'])
  })
})

describe('sources that contradict each other', () => {
  const allowing = { permission: 'allowed' } as const
  const banning = stated({ permission: 'not-for-performance' })

  it('are all kept, and the strictest applies [R104]', () => {
    const permission = known(allowing, svq(5, [banning]))
    expect(permission.sources.filter(s => s.about === 'simulation').map(s => [s.kind, s.from, s.where])).toEqual([
      ['allowed', 'unit', null],
      ['not-for-performance', 'document', '7'],
    ])
    expect(mayComeFrom('simulation', performance(), permission)).toMatchObject({
      answer: 'refused',
      text: 'From another page.',
    })
    expect(conflictsAmong(permission.sources)).toEqual(['simulation'])
    expect(strictestOf(permission.sources, 'simulation')?.kind).toBe('not-for-performance')
  })

  it('are followed as a named person settled it [R104]', () => {
    const permission = known(allowing, svq(5, [banning]))
    const [followed] = permission.sources as [PermissionSource]
    expect(mayComeFrom('simulation', performance(), { ...permission, settled: { simulation: followed } }).answer).toBe(
      'allowed',
    )
  })

  it('a ban of all evidence and a ban of performance are no contradiction: the stricter holds [R102]', () => {
    const permission = known({ permission: 'not-allowed' }, svq(5, [banning]))
    expect(conflictsAmong(permission.sources)).toEqual([])
    expect(mayComeFrom('simulation', knowledge, permission).answer).toBe('refused')
  })

  it('what a person recorded counts beside what was printed [R104]', () => {
    const recorded: PermissionSource = {
      ...{ about: 'simulation', kind: 'not-allowed', performanceOnly: false, exceptions: [], placement: false },
      ...{ text: 'Withdrawn by letter.', from: 'person', where: 'Letter of 3 May' },
    }
    const sources = sourcesOf(unit(allowing), diploma, [recorded])
    expect(mayComeFrom('simulation', performance(), { sources, settled: {} }).answer).toBe('refused')
    expect(conflictsAmong(sources)).toEqual(['simulation'])
  })

  it('a permission for units that nobody can find is told apart [R104]', () => {
    const lost = stated({ units: [], unknownUnits: ['1', '5'] })
    expect(unplacedStatements(svq(5, [lost, banning]))).toEqual([lost])
  })
})

describe('what stands in the way', () => {
  const criterion = (number: string) => ({
    ...performance(number),
    unitId: 'u',
    permission: known({ permission: 'exceptions', text: 'Not but for delays.', exceptions: [delays] }),
  })
  const setUp = { kind: 'simulation' as const, name: 'Role play', met: 8, complete: true, unitIds: ['u'] }
  const piece = (simulationReason: string) => ({ setting: 'simulation' as const, simulationReason, setUp })

  it('a simulation of the excepted criterion passes with its reason, and asks for it without one [R100]', () => {
    expect(obstaclesOfSetting(criterion('2.4'), piece('Nothing was late in eleven weeks.'))).toEqual([])
    expect(obstaclesOfSetting(criterion('2.4'), piece('  '))).toEqual([
      {
        code: 'simulation-reason-missing',
        mend: 'say-why',
        details: { setting: 'simulation', condition: 'if no such case has come up' },
      },
    ])
  })

  it('of any other criterion it is refused whatever the reason, in the words of the unit [R99] [R100]', () => {
    expect(obstaclesOfSetting(criterion('2.3'), piece('Nothing was late in eleven weeks.'))).toMatchObject([
      { code: 'setting-not-allowed', mend: 'other-evidence', details: { text: 'Not but for delays.' } },
    ])
  })

  it('a job needs no permission, and what is not described yet stands in nobody’s way', () => {
    const job = { ...piece(''), setting: 'real-job' as const }
    expect(obstaclesOfSetting({ ...criterion('2.3'), permission: null }, job)).toEqual([])
    expect(obstaclesOfSetting(criterion('2.3'), { ...job, setting: null })).toEqual([])
  })
})
