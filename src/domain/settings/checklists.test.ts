import { describe, expect, it } from 'vitest'
import { aCriterion, aPiece } from '#test/judged.ts'
import { obstaclesTo } from '../decisions/obstacles.ts'
import { Refusal } from '../refusal.ts'
import { checklists, checkOf, environmentPoints, type SetUpKind, setUpKinds, simulationPoints } from './checklists.ts'

describe('the two checklists', () => {
  it('have eight points for a simulation and nine for a realistic working environment [R105]', () => {
    expect([simulationPoints.length, environmentPoints.length]).toEqual([8, 9])
  })

  it.each(setUpKinds)('of a %s is complete with every point and with none missing [R105]', kind => {
    expect(checkOf(kind, checklists[kind])).toEqual({ met: checklists[kind], complete: true })
    for (const point of checklists[kind])
      expect(
        checkOf(
          kind,
          checklists[kind].filter(p => p !== point),
        ).complete,
        point,
      ).toBe(false)
  })

  it('take no point of each other', () => {
    expect(() => checkOf('simulation', ['managed'])).toThrow(Refusal)
  })
})

describe.each(setUpKinds)('evidence from a %s', kind => {
  const setUp = { kind, name: 'Training till', met: checklists[kind].length, complete: true, unitIds: ['u'] }
  const codes = (over: object | null, setting: SetUpKind = kind) =>
    obstaclesTo(aCriterion({ unitId: 'u' }), aPiece({ setting, setUp: over && { ...setUp, ...over } }), false).map(
      o => o.code,
    )

  it('cannot be used until it names a set-up of its kind whose checklist is complete [R105]', () => {
    expect(codes(null)).toEqual(['set-up-not-named'])
    expect(codes({ complete: false, met: 3 })).toEqual(['checklist-incomplete'])
    expect(codes({})).toEqual([])
    const other = setUpKinds.find(one => one !== kind)
    expect(codes({ kind: other })).toEqual(['set-up-not-named'])
  })

  it('cannot be used for a unit that the set-up was not made for [R105]', () => {
    expect(codes({ unitIds: ['another'] })).toEqual(['set-up-for-other-units'])
  })
})

it('a job and a placement need no checklist [R105]', () => {
  for (const setting of ['real-job', 'voluntary', 'placement'] as const)
    expect(obstaclesTo(aCriterion(), aPiece({ setting }), false)).toEqual([])
})
