import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameworks } from './specification.ts'
import { headingOf, readHeading } from './title.ts'

const line = 'Diploma in Customer Service L2 (QCF) (C&G) 601_3562_1'
const parts = {
  title: 'Diploma in Customer Service',
  level: 2,
  framework: 'QCF',
  awardingOrganisation: 'C&G',
  number: '601/3562/1',
}

describe('the heading of a matrix', () => {
  it('is printed with level, framework, awarding organisation and number [R12]', () => {
    expect(headingOf(parts)).toBe(line)
  })

  it('is taken apart again, also as Markdown escapes it [R12]', () => {
    expect(readHeading(line)).toEqual(parts)
    expect(readHeading('Diploma in Customer Service L2 (QCF) (C&G) 601\\_3562\\_1')).toEqual(parts)
  })

  it('does not say the level or the awarding organisation twice [R12]', () => {
    const title = 'Active IQ Level 2 Diploma in Customer Service'
    expect(
      headingOf({ ...parts, title, awardingOrganisation: 'Active IQ', framework: null, number: '601/3544/X' }),
    ).toBe('Diploma in Customer Service L2 (Active IQ) 601_3544_X')
  })

  it('leaves out what is not known [R12]', () => {
    const bare = {
      title: 'SVQ in Customer Service',
      level: null,
      framework: null,
      awardingOrganisation: null,
      number: null,
    }
    expect(headingOf(bare)).toBe('SVQ in Customer Service')
    expect(readHeading('SVQ in Customer Service')).toEqual(bare)
    expect(readHeading('Certificate in Care (Adults)')).toMatchObject({ title: 'Certificate in Care (Adults)' })
    expect(readHeading('   ')).toBeNull()
  })

  it('survives being printed and read, whatever the parts [R12]', () => {
    const heading = fc.record({
      title: fc.constantFrom('Diploma in Care', 'Certificate in Plumbing (Heating)', 'Award for Coaches'),
      level: fc.option(fc.integer({ min: 1, max: 12 })),
      framework: fc.option(fc.constantFrom(...frameworks)),
      awardingOrganisation: fc.constantFrom('C&G', 'Active IQ', 'OCR'),
      number: fc.constantFrom('601/3544/X', '601/3735/6'),
    })
    fc.assert(
      fc.property(heading, given => {
        expect(readHeading(headingOf(given))).toEqual(given)
      }),
      { seed: 12, numRuns: 300 },
    )
  })
})
