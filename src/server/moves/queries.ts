// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectOptionalMoveRow = { id: string; toId: string; versionId: string; reason: string; movedBy: string }
export const selectOptionalMove = optional<{ fromId: string | null }, SelectOptionalMoveRow>(sql.select_optional_move)

export const insertMove = write<{
  id: string | null
  fromId: string | null
  toId: string | null
  reason: string | null
  carried: import('#domain/registrations/moving.ts').Carried[]
  planIds: string[] | null
  by: string | null
  at: string | null
}>(sql.insert_move, ['carried'])

export type SelectHangingRow = {
  plans: import('#domain/registrations/along.ts').Hanging['plans']
  ticked: import('#domain/registrations/along.ts').Hanging['ticked']
  records: import('#domain/registrations/along.ts').Hanging['records']
  preconditions: import('#domain/registrations/along.ts').Hanging['preconditions']
}
/** What hangs on a registration besides its claims and decisions, with the preconditions of its units and of these. */
export const selectHanging = one<{ registrationId: string | null; unitIds: string[] | null }, SelectHangingRow>(
  sql.select_hanging,
)
