import { describe, expect, it } from 'vitest'
import type { Setting } from '#domain/evidence/evidence.ts'
import type { Criterion, QualificationSpecification, UnitSpecification } from '#domain/qualifications/specification.ts'
import { obstaclesOfSetting } from '#domain/settings/obstacles.ts'
import { conflictsAmong, mayComeFrom, sourcesOf, unplacedStatements } from '#domain/settings/permission.ts'
import { noRealDocuments, realSpecification } from '#test/real-documents.ts'

const criteriaOf = (unit: UnitSpecification) => unit.outcomes.flatMap(outcome => outcome.criteria)
const permissionOf = (unit: UnitSpecification, qualification: QualificationSpecification) => ({
  sources: sourcesOf(unit, qualification),
  settled: {},
})
const ofKind = (kind: Criterion['kind']) => ({ number: '', kind })

describe.skipIf(noRealDocuments)('where evidence may come from in a handbook [002]', () => {
  const units = () => realSpecification('002').units
  const permission = (unit: UnitSpecification) =>
    permissionOf(unit, realSpecification('002').qualifications[0] as QualificationSpecification)
  const answers = (setting: Setting, unit: UnitSpecification) =>
    new Set(criteriaOf(unit).map(c => mayComeFrom(setting, c, permission(unit)).answer))

  it('30 units refuse a simulation, and the environments that are a kind of it, for every criterion [R99]', () => {
    for (const setting of ['simulation', 'realistic-working-environment'] as const) {
      const refusing = units().filter(
        unit => answers(setting, unit).has('refused') && answers(setting, unit).size === 1,
      )
      expect(refusing.filter(unit => unit.simulation.permission === 'not-allowed')).toHaveLength(30)
    }
  })

  it('unit 13 accepts one for 2.4 with the reason on record, and for nothing else [R100]', () => {
    const unit = units().find(one => one.number === '13') as UnitSpecification
    const answerTo = (number: string, simulationReason: string) => {
      const criterion = criteriaOf(unit).find(c => c.number === number) as Criterion
      const setUp = { kind: 'simulation' as const, name: 'Role play', met: 8, complete: true, unitIds: ['u'] }
      const piece = { setting: 'simulation' as const, simulationReason, setUp }
      return obstaclesOfSetting({ ...criterion, unitId: 'u', permission: permission(unit) }, piece)[0]?.code
    }
    const reason = 'No delivery was late in eleven weeks; the log was read.'
    expect(answerTo('2.4', reason)).toBeUndefined()
    expect(answerTo('2.4', '')).toBe('simulation-reason-missing')
    expect(answerTo('2.3', reason)).toBe('setting-not-allowed')
    const others = criteriaOf(unit).filter(({ number }) => number !== '2.4')
    for (const { number } of others) expect(answerTo(number, reason), number).toBe('setting-not-allowed')
  })

  it('units 33, 34 and 39 accept one in a realistic working environment only [R101]', () => {
    const only = units().filter(unit => unit.simulation.permission === 'rwe-only')
    expect(only.map(unit => unit.number)).toEqual(['33', '34', '39'])
    for (const unit of only) {
      expect(answers('simulation', unit)).toEqual(new Set(['refused']))
      expect(answers('realistic-working-environment', unit)).toEqual(new Set(['allowed']))
    }
  })
})

describe.skipIf(noRealDocuments)('where evidence may come from in guidance with an annex [004]', () => {
  const qualification = (at: number) => realSpecification('004').qualifications[at] as QualificationSpecification
  const second = () => qualification(0)
  const third = () => qualification(1)
  const unit = (id: string) => realSpecification('004').units.find(one => one.id === id) as UnitSpecification
  const said = (setting: Setting, id: string, kind: Criterion['kind'], where = second) =>
    mayComeFrom(setting, ofKind(kind), permissionOf(unit(id), where())).answer

  it('five units refuse a simulation for any evidence, the others for performance only [R102]', () => {
    const any = ['A1', 'A2', 'A3', 'B1', 'F6']
    for (const id of any) expect(said('simulation', id, 'knowledge'), id).toBe('refused')
    const banned = realSpecification('004').units.filter(one => one.simulation.permission === 'not-allowed')
    const rest = banned.filter(one => !any.includes(one.id))
    expect(rest.length).toBeGreaterThan(30)
    for (const { id } of rest) {
      expect(said('simulation', id, 'performance'), id).toBe('refused')
      expect(said('simulation', id, 'knowledge'), id).toBe('allowed')
    }
  })

  it('one allows it for staged emergencies, on that condition; one allows it [R102]', () => {
    expect(said('simulation', 'B12', 'performance')).toBe('on-condition')
    expect(said('simulation', 'C1', 'performance')).toBe('allowed')
  })

  it('an environment is allowed at level 2 and refused at level 3, where the unit does not say otherwise [R103]', () => {
    for (const place of second().units)
      if (!['C5', 'C6', 'C7'].includes(place.unit))
        expect(said('realistic-working-environment', place.unit, 'performance'), place.unit).toBe('allowed')
    for (const place of third().units)
      expect(said('realistic-working-environment', place.unit, 'performance', third), place.unit).toBe('refused')
    expect(said('placement', 'A14', 'performance', third)).toBe('refused')
  })

  it('every contradiction is listed, and the strictest applies [R104]', () => {
    const conflicts = (qualification: QualificationSpecification) =>
      qualification.units
        .filter(place => conflictsAmong(sourcesOf(unit(place.unit), qualification)).length > 0)
        .map(place => place.unit)
    expect(conflicts(second())).toEqual(['C5', 'C6', 'C7'])
    expect(conflicts(third())).toEqual(['A13'])
    for (const id of ['C5', 'C6', 'C7'])
      expect(said('realistic-working-environment', id, 'performance')).toBe('refused')
    expect(unplacedStatements(second()).map(s => s.unknownUnits)).toEqual([['1', '5', '6']])
    expect(unplacedStatements(third())).toEqual([])
  })
})
