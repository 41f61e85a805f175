// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type HasWholeCentreRow = { whole: boolean }
/** Whether this person sees every registration of the centre, so that the page can be read straight off an index. */
export const hasWholeCentre = one<{ actor: string | null }, HasWholeCentreRow>(sql.has_whole_centre)

export type ListCentreByProgressAscRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  versionId: string
  title: string
  registeredOn: string
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  returned: number
  confirmedShare: number
  lastActivity: string | null
  places: { role: string; id: string; name: string }[]
  prior: import('#domain/evidence/record-fields.ts').PriorKind[]
}
/** The page of a whole centre in order of confirmed progress: it reads as many rows as it shows, however large the centre. */
export const listCentreByProgressAsc = many<
  {
    versionId: string | null
    search: string | null
    assessorId: string | null
    state: string | null
    most: number | null
    skip: number | null
  },
  ListCentreByProgressAscRow
>(sql.list_centre_by_progress_asc)

export type ListCentreByProgressDescRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  versionId: string
  title: string
  registeredOn: string
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  returned: number
  confirmedShare: number
  lastActivity: string | null
  places: { role: string; id: string; name: string }[]
  prior: import('#domain/evidence/record-fields.ts').PriorKind[]
}
export const listCentreByProgressDesc = many<
  {
    versionId: string | null
    search: string | null
    assessorId: string | null
    state: string | null
    most: number | null
    skip: number | null
  },
  ListCentreByProgressDescRow
>(sql.list_centre_by_progress_desc)

export type ListRegistrationsReportedRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  versionId: string
  title: string
  registeredOn: string
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  returned: number
  confirmedShare: number
  lastActivity: string | null
  places: { role: string; id: string; name: string }[]
  prior: import('#domain/evidence/record-fields.ts').PriorKind[]
}
/** The same rows for anybody and in any order: what the person may see is found first, then sorted. */
export const listRegistrationsReported = many<
  {
    actor: string | null
    versionId: string | null
    search: string | null
    assessorId: string | null
    state: string | null
    descending: boolean | null
    sort: string | null
    skip: number | null
    most: number | null
  },
  ListRegistrationsReportedRow
>(sql.list_registrations_reported)

export type SelectReportSummaryRow = {
  registrations: number
  learners: number
  criteria: number
  claimed: number
  prior: number
  provisional: number
  confirmed: number
  returned: number
  qualifications: { versionId: string; title: string; registrations: number }[]
  assessors: { id: string; name: string }[]
}
export const selectReportSummary = one<
  {
    actor: string | null
    versionId: string | null
    search: string | null
    assessorId: string | null
    state: string | null
  },
  SelectReportSummaryRow
>(sql.select_report_summary)
