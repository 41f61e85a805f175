/** Days, moments, durations and sizes as people say them. */
import { type Day, dayOfInstant } from '#domain/time.ts'
import { count } from './codes.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The day it is at the centre, as the server counts it. */
export const today = (): Day => dayOfInstant(new Date().toISOString())

/** "14 May 2011", of a day `2011-05-14` or of a moment where the reader is. */
export function dayText(value: string | null | undefined): string {
  if (!value) return ''
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    const [y, m, d] = value.split('-').map(Number) as [number, number, number]
    return `${d} ${months[m - 1]} ${y}`
  }
  const at = new Date(value)
  return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}`
}

/** "14 May 2011, 09:30", where the reader is. */
export function instantText(value: string | null | undefined): string {
  if (!value) return ''
  const at = new Date(value)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayText(value)}, ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** "3 days", "2 hours", "under a minute" */
export function durationText(milliseconds: number): string {
  if (milliseconds < minute) return 'under a minute'
  if (milliseconds < hour) return count(Math.floor(milliseconds / minute), 'minute')
  if (milliseconds < day) return count(Math.floor(milliseconds / hour), 'hour')
  return count(Math.floor(milliseconds / day), 'day')
}

/** How long something has waited, in calendar days: "today", "1 day", "3 days". */
export function waitText(since: string, now: Date = new Date()): string {
  const from = new Date(since)
  const days = Math.round(
    (new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime() -
      new Date(from.getFullYear(), from.getMonth(), from.getDate()).getTime()) /
      day,
  )
  return days <= 0 ? 'today' : count(days, 'day')
}

/** "just now", "5 minutes ago", "yesterday", "14 May 2011" */
export function agoText(value: string, now: Date = new Date()): string {
  const passed = now.getTime() - new Date(value).getTime()
  if (passed < minute) return 'just now'
  if (passed < 12 * hour) return `${durationText(passed)} ago`
  const wait = waitText(value, now)
  if (wait === 'today') return 'today'
  return wait === '1 day' ? 'yesterday' : dayText(value)
}

/** "820 bytes", "34 kB", "1.4 MB", "5 GB" */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte')
  const units = ['kB', 'MB', 'GB', 'TB']
  let size = bytes / 1000
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit++
  }
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${units[unit]}`
}
