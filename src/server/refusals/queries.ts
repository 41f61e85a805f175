// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListDaysRow = { day: string; count: number }
/** Each of so many days until today, also those without a refusal. */
export const listDays = many<{ today: string | null; days: number | null }, ListDaysRow>(sql.list_days)

export type ListKindsRow = { kind: import('#contract/refusals.ts').RefusalKind; count: number }
export const listKinds = many<{ since: string | null }, ListKindsRow>(sql.list_kinds)

export type ListRefusalsRow = {
  personId: string | null
  name: string | null
  kind: import('#contract/refusals.ts').RefusalKind
  route: string
  count: number
  lastDay: string
  of: number
}
/** The most frequent first. No person: an account that has not joined this centre. */
export const listRefusals = many<{ since: string | null; most: number | null }, ListRefusalsRow>(sql.list_refusals)

export type ListRefusalsByDayRow = {
  day: string
  name: string | null
  kind: import('#contract/refusals.ts').RefusalKind
  route: string
  count: number
}
export const listRefusalsByDay = many<{ today: string | null; days: number | null }, ListRefusalsByDayRow>(
  sql.list_refusals_by_day,
)
