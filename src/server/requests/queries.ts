// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

/** No row where the id was used before. Waits for a request under the same id that is still under way. */
export const insertRequest = write<{ id: string | null; contentHash: string | null; at: string | null }>(
  sql.insert_request,
)

export type SelectRequestRow = { contentHash: string }
export const selectRequest = one<{ id: string | null }, SelectRequestRow>(sql.select_request)
