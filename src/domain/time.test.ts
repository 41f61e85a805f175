import { expect, it } from 'vitest'
import { dayOfInstant } from './time.ts'

it.each([
  ['2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['2026-06-30T23:00:00.000Z', '2026-07-01'],
  ['2026-12-31T23:59:59.999Z', '2026-12-31'],
  ['2027-01-01T00:00:00.000Z', '2027-01-01'],
])('the moment %s is on %s where the centre is, summer or winter', (moment, day) => {
  expect(dayOfInstant(moment)).toBe(day)
})
