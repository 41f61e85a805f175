import { expect, it } from 'vitest'
import { isoOf } from './pool.ts'

it.each([
  ['2026-05-14 09:30:00+00', '2026-05-14T09:30:00.000Z'],
  ['2026-05-14 09:30:00.1+00', '2026-05-14T09:30:00.100Z'],
  ['2026-05-14 09:30:00.123456+00', '2026-05-14T09:30:00.123Z'],
  ['2026-05-14 10:30:00.5+01', '2026-05-14T09:30:00.500Z'],
])('a moment that PostgreSQL writes %s is %s everywhere in the house', (text, iso) => {
  expect(isoOf(text)).toBe(iso)
})
