// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListRecordedSourcesRow = {
  id: string
  unitId: string
  about: import('#domain/settings/permission.ts').PermissionSubject
  kind: import('#domain/settings/permission.ts').PermissionKind
  text: string
  source: string
  by: string
  at: string
}
/** What people recorded for units, of those that stand in one of the versions. */
export const listRecordedSources = many<{ versionIds: string[] | null }, ListRecordedSourcesRow>(
  sql.list_recorded_sources,
)

export type ListSettlementsRow = {
  versionId: string
  unitId: string
  about: import('#domain/settings/permission.ts').PermissionSubject
  followed: import('#domain/settings/permission.ts').PermissionSource
  reason: string
  by: string
  at: string
}
/** Every settlement of the versions, the newest first: the first for a unit and a subject counts. */
export const listSettlements = many<{ versionIds: string[] | null }, ListSettlementsRow>(sql.list_settlements)
