import { describe, expect, it } from 'vitest'
import { canCertificateOn, canRegisterOn, lastDateWarnings } from './dates.ts'

// The three OCR schemes of the source: 03455, 10379 and 10380.
const scheme = (lastCertification: string) => ({ opens: null, lastRegistration: '2020-08-31', lastCertification })
const schemes = { '03455': scheme('2022-08-31'), '10379': scheme('2022-08-31'), '10380': scheme('2023-08-31') }
const open = { opens: null, lastRegistration: null, lastCertification: null }

describe('last dates', () => {
  it.each(Object.entries(schemes))(
    '%s takes registrations on its last day and not on the next [R23]',
    (_code, dates) => {
      expect(canRegisterOn(dates, '2020-08-31')).toEqual({ possible: true })
      expect(canRegisterOn(dates, '2020-09-01')).toEqual({
        possible: false,
        reason: 'registration-closed',
        limit: '2020-08-31',
      })
    },
  )

  it.each(Object.entries(schemes))(
    '%s gives certificates on its last day and not on the next [R23]',
    (_code, dates) => {
      const next = dates.lastCertification.replace('08-31', '09-01')
      expect(canCertificateOn(dates, dates.lastCertification)).toEqual({ possible: true })
      expect(canCertificateOn(dates, next)).toMatchObject({ possible: false, reason: 'certification-closed' })
    },
  )

  it('can be registered for from the day it opens [R14]', () => {
    const svq2 = { ...open, opens: '2011-05-01' }
    expect(canRegisterOn(svq2, '2011-04-30')).toMatchObject({ possible: false, reason: 'registration-not-open' })
    expect(canRegisterOn(svq2, '2011-05-01')).toEqual({ possible: true })
  })

  it('refuses nothing where the source gives no date [R23]', () => {
    expect(canRegisterOn(open, '2099-01-01')).toEqual({ possible: true })
    expect(canCertificateOn(open, '2099-01-01')).toEqual({ possible: true })
    expect(lastDateWarnings(open, '2099-01-01')).toEqual([])
  })

  it.each([
    ['2022-03-03', null, null],
    ['2022-03-04', 180, 180],
    ['2022-06-01', 91, 180],
    ['2022-06-02', 90, 90],
    ['2022-08-01', 30, 30],
    ['2022-08-31', 0, 30],
    ['2022-09-01', null, null],
  ])('on %s warns of 31 August 2022 with %s days left at the mark of %s [R25]', (today, daysLeft, warning) => {
    const warnings = lastDateWarnings(schemes['10379'], today)
    expect(warnings).toEqual(
      daysLeft === null ? [] : [{ date: 'last-certification', on: '2022-08-31', daysLeft, warning }],
    )
  })

  it('counts days across leap years and centuries as the calendar does [R25]', () => {
    const days = (from: string, on: string) => lastDateWarnings({ ...open, lastCertification: on }, from)[0]?.daysLeft
    for (let day = Date.UTC(1999, 11, 20); day < Date.UTC(2004, 3, 1); day += 86_400_000) {
      const on = new Date(day).toISOString().slice(0, 10)
      const from = new Date(day - 77 * 86_400_000).toISOString().slice(0, 10)
      expect(days(from, on)).toBe(77)
    }
    expect(days('2100-02-28', '2100-03-01')).toBe(1)
  })
})
