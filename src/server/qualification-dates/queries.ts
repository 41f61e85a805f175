// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectQualificationRow = {
  id: string
  title: string
  standing: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
}
export const selectQualification = one<{ qualificationId: string | null }, SelectQualificationRow>(
  sql.select_qualification,
)

export type LockQualificationRow = { id: string }
/** Two who record dates take turns. */
export const lockQualification = one<{ qualificationId: string | null }, LockQualificationRow>(sql.lock_qualification)

export type ListRecordedDatesRow = {
  number: number
  opens: string | null
  lastRegistration: string | null
  lastCertification: string | null
  reason: string
  recordedBy: string
  recordedByName: string
  recordedAt: string
}
export const listRecordedDates = many<{ qualificationId: string | null }, ListRecordedDatesRow>(sql.list_recorded_dates)

export type ListPrintedDatesRow = {
  version: number
  dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
  publishedBy: string
  publishedAt: string
}
/** What the versions print, newest first; versions that print no date are left out. */
export const listPrintedDates = many<{ qualificationId: string | null }, ListPrintedDatesRow>(sql.list_printed_dates)

export type CountOpenRegistrationsRow = {
  open: number
  registeredOutside: number
  beyondCertification: number
  unfinished: number
}
export const countOpenRegistrations = one<
  {
    opens: string | null
    lastRegistration: string | null
    lastCertification: string | null
    today: string | null
    actor: string | null
    qualificationId: string | null
  },
  CountOpenRegistrationsRow
>(sql.count_open_registrations)

export type InsertQualificationDatesRow = { number: number }
export const insertQualificationDates = one<
  {
    qualificationId: string | null
    number: number | null
    opens: string | null
    lastRegistration: string | null
    lastCertification: string | null
    reason: string | null
    by: string | null
    at: string | null
  },
  InsertQualificationDatesRow
>(sql.insert_qualification_dates)

export type ListQualificationsWorkedOnRow = {
  id: string
  title: string
  number: string | null
  dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
  accreditedFrom: string | null
  accreditedTo: string | null
  own: boolean
  learners: number
  versionId: string
}
/** Qualifications with open registrations that exist for the actor; one's own registrations apart from those of others. */
export const listQualificationsWorkedOn = many<{ actor: string | null }, ListQualificationsWorkedOnRow>(
  sql.list_qualifications_worked_on,
)
