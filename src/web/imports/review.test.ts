import { expect, it } from 'vitest'
import { lineOf, searchable } from './review.ts'

const source = searchable([
  'L/506/1807 Manage diary systems',
  '1.1 Explain the importance of keeping diaries',
  '1.2 Record the visit',
  'H/506/1814 Provide reception services',
  '<p>1.1 Explain own role</p> <p>1.2 Record the visit</p>',
])

it('a criterion is found under its own unit, not under another that asks for the same', () => {
  expect(lineOf(source, 'Record the visit', 'L/506/1807')).toBe(3)
  expect(lineOf(source, 'Record the visit', 'H/506/1814')).toBe(5)
})

it('what is not printed like this is nowhere', () => {
  expect(lineOf(source, 'Sail a boat', 'H/506/1814')).toBeNull()
  expect(lineOf(source, '', 'H/506/1814')).toBeNull()
})
