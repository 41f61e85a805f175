/** Times as the house writes them: text that sorts, so that the domain needs no clock and no Date. */

/** A moment in UTC, `2026-05-14T09:30:00.000Z`, always with three decimals so that text order is time order. */
export type Instant = string

/** A day as people write it in a record, `2026-05-14`. */
export type Day = string

const ofBritain = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

let last = { hour: '', day: '' }

/**
 * The day of a moment as a centre writes it: in summer the clocks in Britain are an hour ahead of UTC. Whole hours, so that all
 * moments of an hour have one day: asked for now, again and again, it is worked out once an hour.
 */
export function dayOfInstant(at: Instant): Day {
  const hour = at.slice(0, '2026-05-14T09'.length)
  if (hour !== last.hour) last = { hour, day: ofBritain.format(new Date(at)) }
  return last.day
}

/** Days since a fixed day long ago, by the Gregorian calendar; years begin in March so that the leap day comes last. */
export function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day)
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + date
}

/**
 * The day so many months later. Where that month is too short, its last day: eighteen months from 31 August end on
 * 28 February, or on the 29th of a leap year.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const whole = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(whole / 12), (whole % 12) + 1]
  return dayText(y, m, Math.min(date, daysInMonth(y, m)))
}

/** The day after. */
export function nextDay(day: Day): Day {
  const [year, month, date] = partsOf(day)
  if (date < daysInMonth(year, month)) return dayText(year, month, date + 1)
  return month < 12 ? dayText(year, month + 1, 1) : dayText(year + 1, 1, 1)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}

const dayText = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
