import { expect, it } from 'vitest'
import { headingOf, parseHeading } from './title.ts'

it('the matrix is titled with awarding organisation, framework, level and number, and reads back [R12]', () => {
  const heading = {
    title: 'Diploma in Customer Service',
    level: 2,
    framework: 'QCF',
    awardingOrganisation: 'C&G',
    number: '601/3562/1',
  }
  expect(headingOf(heading)).toBe('Diploma in Customer Service L2 (QCF) (C&G) 601_3562_1')
  expect(parseHeading(headingOf(heading))).toEqual(heading)
})

it('what the source does not say is left out, and nothing is said twice [R12]', () => {
  expect(
    headingOf({
      title: 'Larkfield Level 3 Diploma',
      level: 3,
      framework: null,
      awardingOrganisation: 'Larkfield',
      number: null,
    }),
  ).toBe('Larkfield Level 3 Diploma')
  expect(parseHeading('Diploma in Customer Service')).toEqual({
    title: 'Diploma in Customer Service',
    level: null,
    framework: null,
    awardingOrganisation: null,
    number: null,
  })
})
