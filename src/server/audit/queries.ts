// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { one, optional, write } from '#platform/db/query.ts'

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

export type TakeRequestIdRow = { taken: boolean }
/** Waits for a request under the same id that is still under way. What it made is seen by the next statement, not by this one. */
export const takeRequestId = one<{ id: string | null }, TakeRequestIdRow>(sql.take_request_id)

export type SelectOptionalRequestRow = { contentHash: string; answer: unknown }
export const selectOptionalRequest = optional<{ id: string | null }, SelectOptionalRequestRow>(
  sql.select_optional_request,
)

export const insertRequest = write<{
  id: string | null
  contentHash: string | null
  answer: unknown
  at: string | null
}>(sql.insert_request, ['answer'])
