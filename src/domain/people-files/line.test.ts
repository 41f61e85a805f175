import { expect, it } from 'vitest'
import { columnOf, roleOf } from './columns.ts'
import { dayOf, readLine } from './line.ts'

it.each([
  ['2026-05-14', '2026-05-14'],
  ['14/05/2026', '2026-05-14'],
  ['1.2.2024', '2024-02-01'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', null],
  ['2026-13-01', null],
  ['05/14/2026', null],
  ['soon', null],
])('the day %s is %s', (written, day) => expect(dayOf(written)).toBe(day))

it.each([
  ['E-Mail', 'e-mail'],
  ['Email address', 'e-mail'],
  ['Registration date', 'registered on'],
  ['Assessor e-mail', 'assessor'],
  ['Trainee assessor email', 'trainee assessor'],
  ['IQA', 'iqa'],
  ['Telephone', null],
])('the heading %s is the column %s', (heading, column) => expect(columnOf(heading)).toBe(column))

it.each([
  ['Lead IQA', 'lead-iqa'],
  ['trainee_assessor', 'trainee-assessor'],
  ['Administrator', 'centre-administrator'],
  ['marker', null],
])('the word %s is the role %s', (word, role) => expect(roleOf(word)).toBe(role))

it('a name that is broken over two lines in its cell is one line', () => {
  expect(readLine(2, { 'e-mail': 'nina@harbour.example', name: ' Nina\r\nHolt ' }).read.name).toBe('Nina Holt')
})

it('every fault of a line is named, not only the first', () => {
  const { faults } = readLine(7, { 'e-mail': 'nobody', roles: 'learner, boss', 'registered on': '31/02/2026' })
  expect(faults.map(f => [f.line, f.column, f.code])).toEqual([
    [7, 'e-mail', 'people-files/malformed-e-mail'],
    [7, 'roles', 'people-files/unknown-role'],
    [7, 'registered on', 'people-files/without-qualification'],
    [7, 'registered on', 'people-files/malformed-day'],
  ])
})
