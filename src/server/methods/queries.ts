// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectVersionRow = { id: string }
export const selectVersion = one<{ versionId: string | null }, SelectVersionRow>(sql.select_version)

export type LockVersionRow = { id: string }
/** Two who set the methods of a qualification take turns. */
export const lockVersion = one<{ versionId: string | null }, LockVersionRow>(sql.lock_version)

export type ListMethodsRow = {
  versionId: string
  number: number
  switchedOff: import('#domain/evidence/evidence.ts').EvidenceType[]
  reason: string
  setBy: string
  by: string
  at: string
}
/** Everything that was said of these versions, newest first. */
export const listMethods = many<{ versionIds: string[] | null }, ListMethodsRow>(sql.list_methods)

export type InsertMethodsRow = { number: number }
export const insertMethods = one<
  {
    versionId: string | null
    number: number | null
    switchedOff: string[] | null
    reason: string | null
    by: string | null
    at: string | null
  },
  InsertMethodsRow
>(sql.insert_methods)

export type SelectLearnerRow = { id: string }
/** A learner for those for whom their portfolio exists. */
export const selectLearner = one<{ learnerId: string | null; actor: string | null }, SelectLearnerRow>(
  sql.select_learner,
)

export type ListKindsOffRow = {
  registrationId: string
  versionId: string
  qualification: string
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[]
}
/** The kinds that are not accepted, for each qualification that the learner works towards, or for one registration. */
export const listKindsOff = many<{ learnerId: string | null; registrationId: string | null }, ListKindsOffRow>(
  sql.list_kinds_off,
)
