import { registrationDays } from '#domain/qualifications/accreditation.ts'
import { lastDateWarnings } from '#domain/qualifications/dates.ts'
import type { Day } from '#domain/time.ts'
import type { ListPrintedDatesRow, ListQualificationsWorkedOnRow, ListRecordedDatesRow } from './queries.ts'

/** What was recorded, newest first, then what the versions print. The first of all is what counts. */
export function historyView(recorded: ListRecordedDatesRow[], printed: ListPrintedDatesRow[]) {
  return [
    ...recorded.map(({ recordedBy: _, recordedByName, recordedAt, ...row }) => ({
      ...row,
      version: null,
      by: recordedByName,
      at: recordedAt,
    })),
    ...printed.map(({ version, dates, publishedBy, publishedAt }) => ({
      ...dates,
      number: null,
      version,
      reason: null,
      by: publishedBy,
      at: publishedAt,
    })),
  ].map((dates, at) => ({ ...dates, stands: at === 0 }))
}

/**
 * The warnings that stand today, the nearest day first. Learners hear of the last certification only: their own
 * registration is behind them.
 */
export const warningsView = (worked: ListQualificationsWorkedOnRow[], today: Day) =>
  worked
    .flatMap(({ dates, accreditedFrom, accreditedTo, own, learners, ...qualification }) =>
      lastDateWarnings(registrationDays(dates, { accreditedFrom, accreditedTo }), today)
        .filter(w => !own || w.date === 'last-certification')
        .map(warning => ({ ...warning, qualification, own, learners })),
    )
    .sort((a, b) => a.daysLeft - b.daysLeft)
