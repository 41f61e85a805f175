import { describe, expect, it } from 'vitest'
import { activeIqLevel2, biiabLevel3, ocr10379, svq2, svq3 } from '#domain/qualifications/golden-structures.ts'
import { specificationFormat } from '#domain/qualifications/specification.ts'
import { sayFault } from './faults.ts'
import { checkSpecification } from './specification.ts'

const source = { name: 'x.txt', sha256: '0', awardingOrganisation: null, documentTitle: null, documentVersion: null }
const place = { unit: 'A1', mandatory: true }
const small = (qualification: object = {}, unit: object = {}) => ({
  format: specificationFormat,
  source,
  qualifications: [{ title: 'A title', units: [place], rules: [], rulesComplete: true, ...qualification }],
  units: [{ id: 'A1', title: 'A unit', ...unit }],
})
function faults(value: unknown): string[] {
  const read = checkSpecification(value)
  return read.ok ? [] : read.faults.map(sayFault)
}

describe('reading a specification document', () => {
  it('passes a complete document through unchanged [R43]', () => {
    for (const { qualification, units } of [activeIqLevel2, biiabLevel3, ocr10379, svq2, svq3]) {
      const document = { format: specificationFormat, source, qualifications: [qualification], units, report: [] }
      expect(checkSpecification(structuredClone(document))).toEqual({ ok: true, specification: document })
    }
  })

  it('takes what a hand-written document leaves out as not said [R15]', () => {
    const read = checkSpecification(small())
    expect(read.ok && read.specification.units[0]).toMatchObject({ credit: null, level: null, outcomes: [] })
    expect(read.ok && read.specification.qualifications[0]?.units[0]).toEqual({ ...place, group: null, theme: null })
  })

  it('names every fault at once, in words, with its path [R43]', () => {
    const wrong = small(
      { title: ' ', framework: 'ABC', registration: { lastRegistration: '31/08/2020' }, rulesComplete: undefined },
      { credit: '5', level: 2.5, grade: 'A', simulation: { permission: 'perhaps' } },
    )
    expect(faults({ ...wrong, format: 'other/1' })).toEqual([
      'format must be “countersign.specification/1”',
      'qualifications[0].title must not be empty',
      'qualifications[0].framework must be “RQF” or “QCF” or “NVQ” or “SCQF” or “CQFW”',
      'qualifications[0].registration.lastRegistration must be a day written as year-month-day, for example 2026-05-14',
      'qualifications[0].rulesComplete must be true or false and is missing',
      'units[0].credit must be a number',
      'units[0].simulation.permission must be “not-allowed” or “allowed” or “rwe-only” or “exceptions”',
      'units[0] has “grade”, which the format does not know',
    ])
  })

  it('says what is wrong inside a rule, and not merely that it is no rule [R43]', () => {
    const rules = [
      { credits: { min: '45' } },
      { count: { of: { grp: 'C' }, min: 1 } },
      { credits: { min: 5, max: 3 } },
      { count: {} },
      { require: 'F1' },
      { barred: ['F1'] },
      { need: 5 },
      { require: ['F1'], credits: { min: 1 } },
      { credits: { of: { group: 3 }, min: 1 } },
    ]
    expect(faults(small({ rules }))).toEqual([
      'qualifications[0].rules[0].credits.min must be a number',
      'qualifications[0].rules[1].count.of has “grp”, which the format does not know',
      'qualifications[0].rules[2].credits must not have min greater than max',
      'qualifications[0].rules[3].count must give min, max or both',
      'qualifications[0].rules[4].require must be a list',
      'qualifications[0].rules[5].barred must name at least two units',
      'qualifications[0].rules[6] must have exactly one of require, credits, count, barred, unknown',
      'qualifications[0].rules[7] must have exactly one of require, credits, count, barred, unknown',
      'qualifications[0].rules[8].credits.of.group must be text',
    ])
  })

  it('refuses two units with one id [R20]', () => {
    const { units, ...rest } = small()
    expect(faults({ ...rest, units: [...units, ...units] })).toEqual([
      'units[1].id must not be A1, which units[0] has already',
    ])
  })

  it('refuses what is no document at all [R13]', () => {
    for (const value of [null, 3, 'text', []]) expect(faults(value)).toEqual(['the document must be an object'])
    expect(faults(undefined)).toEqual(['the document must be an object and is missing'])
  })
})
