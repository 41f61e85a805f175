// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectOptionalDraftRow = { body: unknown; revision: number; updatedAt: string }
export const selectOptionalDraft = optional<{ subject: string | null }, SelectOptionalDraftRow>(
  sql.select_optional_draft,
)

export type UpsertDraftRow = { body: unknown; revision: number; updatedAt: string; kept: boolean }
/** Keeps the text only where nobody kept another since; answers what is kept now. One statement, so that two windows cannot both win. */
export const upsertDraft = one<
  { subject: string | null; body: unknown; at: string | null; revision: number | null },
  UpsertDraftRow
>(sql.upsert_draft, ['body'])

export const deleteDraft = write<{ subject: string | null }>(sql.delete_draft)
