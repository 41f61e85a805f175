import { expect, it } from 'vitest'
import { agoText, dayText, durationText, sizeText, waitText } from './times.ts'

it('a day is written as people write it, and is the same day everywhere', () => {
  expect([dayText('2011-05-14'), dayText('2026-01-01'), dayText(null)]).toEqual(['14 May 2011', '1 January 2026', ''])
})

it('a wait is counted in calendar days, also over the night when the clocks change', () => {
  const now = new Date(2026, 2, 30, 8)
  const wait = (...at: [number, number, number, number]) => waitText(new Date(...at).toISOString(), now)
  expect([wait(2026, 2, 30, 1), wait(2026, 2, 29, 23), wait(2026, 2, 28, 9), wait(2026, 2, 23, 9)]).toEqual([
    'today',
    '1 day',
    '2 days',
    '7 days',
  ])
})

it('what has just happened is said in minutes and hours, what was long ago by its day', () => {
  const now = new Date(2026, 4, 14, 12)
  const ago = (minutes: number) => agoText(new Date(now.getTime() - minutes * 60_000).toISOString(), now)
  expect([ago(0), ago(1), ago(50), ago(180), ago(24 * 60), ago(9 * 24 * 60)]).toEqual([
    'just now',
    '1 minute ago',
    '50 minutes ago',
    '3 hours ago',
    'yesterday',
    '5 May 2026',
  ])
})

it('durations and sizes are rounded to what a person can picture', () => {
  expect([5_000, 60_000, 7_200_000, 259_200_000].map(durationText)).toEqual([
    'under a minute',
    '1 minute',
    '2 hours',
    '3 days',
  ])
  expect([1, 999, 34_400, 999_600, 1_440_000, 5_000_000_000].map(sizeText)).toEqual([
    '1 byte',
    '999 bytes',
    '34 kB',
    '1 MB',
    '1.4 MB',
    '5 GB',
  ])
})
