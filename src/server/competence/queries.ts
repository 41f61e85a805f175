// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type InsertAllDeclaredScopesRow = { id: string; personId: string; role: string }
/** For whoever has no open scope as such yet: everything that the centre offers, at every level. */
export const insertAllDeclaredScopes = many<
  { by: string | null; at: string | null; personIds: string[] | null; roles: string[] | null; days: string[] | null },
  InsertAllDeclaredScopesRow
>(sql.insert_all_declared_scopes)

export type InsertAllDeclaredAwardsRow = { id: string; personId: string; role: string; kind: string }
/** For whoever has no award of that kind as such on record; one that was worked towards before is not begun anew. */
export const insertAllDeclaredAwards = many<
  {
    by: string | null
    at: string | null
    personIds: string[] | null
    roles: string[] | null
    kinds: string[] | null
    days: string[] | null
    limits: string[] | null
  },
  InsertAllDeclaredAwardsRow
>(sql.insert_all_declared_awards)
