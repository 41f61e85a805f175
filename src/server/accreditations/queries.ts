// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectAccreditationRow = {
  qualificationId: string
  number: number
  otherNumbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
  accreditedFrom: string | null
  accreditedTo: string | null
  predecessorId: string | null
  predecessorText: string | null
}
/** What counts now. */
export const selectAccreditation = one<{ qualificationId: string | null }, SelectAccreditationRow>(
  sql.select_accreditation,
)

export type LockQualificationRow = { id: string }
/** Two who record something about one qualification take turns. */
export const lockQualification = one<{ qualificationId: string | null }, LockQualificationRow>(sql.lock_qualification)

export type ListRecordedRow = {
  number: number
  otherNumbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
  accreditedFrom: string | null
  accreditedTo: string | null
  predecessorId: string | null
  predecessorText: string | null
  reason: string
  recordedBy: string
  by: string
  at: string
}
export const listRecorded = many<{ qualificationId: string | null }, ListRecordedRow>(sql.list_recorded)

export type ListNeighboursRow = {
  id: string
  predecessorId: string | null
  otherNumbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
  accreditedFrom: string | null
  accreditedTo: string | null
  versionId: string
  title: string
  number: string | null
}
/** The qualifications named, and those that follow one; each in its newest version. */
export const listNeighbours = many<{ ids: string[] | null; qualificationId: string | null }, ListNeighboursRow>(
  sql.list_neighbours,
)

export type ListFollowedRow = { qualificationId: string; predecessorId: string }
/** What each qualification of the catalogue follows, of those that follow one. */
export const listFollowed = many<Record<string, never>, ListFollowedRow>(sql.list_followed)

export type InsertAccreditationRow = { number: number }
export const insertAccreditation = one<
  {
    qualificationId: string | null
    number: number | null
    otherNumbers: unknown
    accreditedFrom: string | null
    accreditedTo: string | null
    predecessorId: string | null
    predecessorText: string | null
    reason: string | null
    by: string | null
    at: string | null
  },
  InsertAccreditationRow
>(sql.insert_accreditation, ['other_numbers'])
