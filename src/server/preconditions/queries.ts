// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListPreconditionsRow = {
  id: string
  unitId: string
  number: string | null
  title: string
  kind: import('#domain/qualifications/preconditions.ts').PreconditionKind
  text: string
  source: string
  by: string
  at: string
}
export const listPreconditions = many<{ unitId: string | null; versionId: string | null }, ListPreconditionsRow>(
  sql.list_preconditions,
)

export type SelectUnitRow = { id: string }
export const selectUnit = one<{ unitId: string | null }, SelectUnitRow>(sql.select_unit)

export type InsertAllPreconditionsRow = { id: string }
/** The same words recorded twice stand once. */
export const insertAllPreconditions = many<
  {
    unitId: string | null
    kind: string | null
    text: string | null
    source: string | null
    by: string | null
    at: string | null
  },
  InsertAllPreconditionsRow
>(sql.insert_all_preconditions)

export type SelectStandingPreconditionRow = { id: string }
export const selectStandingPrecondition = one<
  { unitId: string | null; kind: string | null; text: string | null },
  SelectStandingPreconditionRow
>(sql.select_standing_precondition)

export type LockPreconditionRow = { id: string; unitId: string; text: string; endedAt: string | null }
export const lockPrecondition = one<{ preconditionId: string | null }, LockPreconditionRow>(sql.lock_precondition)

export const updateEndedPrecondition = write<{ by: string | null; at: string | null; preconditionId: string | null }>(
  sql.update_ended_precondition,
)
