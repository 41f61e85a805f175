import { expect, it } from 'vitest'
import { choicesOf } from './choices.ts'
import type { QualificationSpecification, Rule, UnitSpecification } from './specification.ts'

const unit = (id: string, credit: number | null): UnitSpecification => ({
  ...{ id, reference: null, number: id, title: `Unit ${id}`, level: 2, credit, glh: null },
  ...{ simulation: { permission: null, text: null, exceptions: [] }, evidenceRequirements: [] },
  ...{ knowledgeOnly: false, worksheet: false, outcomes: [] },
})
const units = [unit('1', 4), unit('2', 6), unit('3', 6), unit('4', null), unit('5', 3)]
const place = (id: string, group: string | null) => ({ unit: id, group, theme: null, mandatory: group === null })
const qualification = (...rules: Rule[]): QualificationSpecification => ({
  ...{ title: 'A diploma', number: null, otherNumbers: [], framework: null, level: 2, totalCredit: null },
  registration: { opens: null, lastRegistration: null, lastCertification: null },
  units: [place('1', null), place('2', 'B'), place('3', 'B'), place('4', 'B'), place('5', 'C')],
  ...{ groups: [], rules, ruleTexts: [], rulesComplete: true },
})
const inB: Rule = { credits: { of: { group: 'B' }, min: 6, max: 10 } }

it('each bound says how much of it is taken, with where it looks [R43]', () => {
  const { counts } = choicesOf(qualification({ credits: { min: 20 } }, inB), units, ['1', '2'])
  expect(counts).toEqual([
    { rule: 0, measure: 'credits', of: null, have: 10, min: 20, max: null },
    { rule: 1, measure: 'credits', of: { group: 'B' }, have: 6, min: 6, max: 10 },
  ])
})

it('a unit that would break a maximum says so; one whose credit nobody knows is only doubtful [R43]', () => {
  const { obstacles } = choicesOf(qualification(inB), units, ['2'])
  expect(obstacles.get('3')).toMatchObject({ code: 'maximum', certain: true, max: 10 })
  expect(obstacles.get('4')).toMatchObject({ code: 'maximum', certain: false })
  expect([...obstacles.keys()]).toEqual(['3', '4'])
})

it('a barred unit names what it is barred with, before any doubt [R43]', () => {
  const { obstacles } = choicesOf(qualification(inB, { barred: ['2', '4'] }), units, ['2'])
  expect(obstacles.get('4')).toEqual({ code: 'barred', certain: true, units: ['2'] })
  expect(choicesOf(qualification({ barred: ['2', '4'] }), units, []).obstacles.size).toBe(0)
})
