// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectIsEmptyRow = { empty: boolean }
export const selectIsEmpty = one<Record<string, never>, SelectIsEmptyRow>(sql.select_is_empty)

export type ListCentresOfSessionRow = {
  centreId: string
  centreName: string
  personId: string
  personName: string
  roles: string[]
}
export const listCentresOfSession = many<{ sessionToken: string | null; at: string | null }, ListCentresOfSessionRow>(
  sql.list_centres_of_session,
)

export type SelectOwnAccountRow = { twoFactor: boolean }
export const selectOwnAccount = one<{ sessionToken: string | null; at: string | null }, SelectOwnAccountRow>(
  sql.select_own_account,
)
