// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListQualityRecordsRow = {
  id: string
  kind: import('#domain/quality-records/record.ts').QualityKind
  on: string
  source: string
  about: string
  by: string
  at: string
  closedAt: string | null
  followUps: { on: string; text: string; closes: boolean; by: string }[]
}
/** The newest first, each with what was done about it in order. */
export const listQualityRecords = many<
  { kind: import('#domain/quality-records/record.ts').QualityKind | null },
  ListQualityRecordsRow
>(sql.list_quality_records)

export type InsertQualityRecordRow = { id: string }
export const insertQualityRecord = one<
  {
    kind: string | null
    doneOn: string | null
    source: string | null
    about: string | null
    by: string | null
    at: string | null
  },
  InsertQualityRecordRow
>(sql.insert_quality_record)

export type LockQualityRecordRow = { id: string; doneOn: string; closedAt: string | null }
export const lockQualityRecord = one<{ qualityRecordId: string | null }, LockQualityRecordRow>(sql.lock_quality_record)

export type InsertQualityFollowUpRow = { id: string }
export const insertQualityFollowUp = one<
  {
    qualityRecordId: string | null
    doneOn: string | null
    text: string | null
    closes: boolean | null
    by: string | null
    at: string | null
  },
  InsertQualityFollowUpRow
>(sql.insert_quality_follow_up)
