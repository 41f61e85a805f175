// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export const insertEvent = write<{
  at: string | null
  actorId: string | null
  actorRole: string | null
  type: string | null
  learnerId: string | null
  registrationId: string | null
  subjectId: string | null
  reason: string | null
  body: unknown
}>(sql.insert_event, ['body'])

/** Many at once, in the order given. */
export const insertAllEvents = write<{ at: string | null; actorId: string | null; events: unknown[] }>(
  sql.insert_all_events,
  ['events'],
)

/** No row where the id was used before. Waits for a request under the same id that is still under way. */
export const insertRequest = write<{ id: string | null; contentHash: string | null; at: string | null }>(
  sql.insert_request,
)

export type SelectRequestRow = { contentHash: string }
export const selectRequest = one<{ id: string | null }, SelectRequestRow>(sql.select_request)
