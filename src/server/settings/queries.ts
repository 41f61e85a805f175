// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

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

export type ListVersionsInUseRow = { id: string }
/** The newest version of each qualification, and older ones with learners on them. */
export const listVersionsInUse = many<Record<string, never>, ListVersionsInUseRow>(sql.list_versions_in_use)

export type SelectUnitRow = { id: string }
export const selectUnit = one<{ unitId: string | null }, SelectUnitRow>(sql.select_unit)

export type InsertAllSourcesRow = { id: string }
/** The same words recorded twice stand once. */
export const insertAllSources = many<
  {
    unitId: string | null
    about: string | null
    kind: string | null
    text: string | null
    source: string | null
    by: string | null
    at: string | null
  },
  InsertAllSourcesRow
>(sql.insert_all_sources)

export type SelectStandingSourceRow = { id: string }
export const selectStandingSource = one<
  { unitId: string | null; about: string | null; kind: string | null; text: string | null },
  SelectStandingSourceRow
>(sql.select_standing_source)

export type LockSourceRow = { id: string; unitId: string; endedAt: string | null }
export const lockSource = one<{ sourceId: string | null }, LockSourceRow>(sql.lock_source)

export const updateEndedSource = write<{ by: string | null; at: string | null; sourceId: string | null }>(
  sql.update_ended_source,
)

export const insertSettlement = write<{
  versionId: string | null
  unitId: string | null
  about: string | null
  followed: unknown
  reason: string | null
  by: string | null
  at: string | null
}>(sql.insert_settlement, ['followed'])

export type ListSetUpsRow = {
  id: string
  kind: import('#domain/settings/checklists.ts').SetUpKind
  name: string
  description: string
  by: string
  at: string
  endedAt: string | null
  units: { id: string; number: string | null; title: string }[]
  checks: import('./set-ups.ts').StoredCheck[]
}
/** Those in use first; each with its units and every check of it, the newest first. */
export const listSetUps = many<Record<string, never>, ListSetUpsRow>(sql.list_set_ups)

export type LockSetUpRow = {
  id: string
  kind: import('#domain/settings/checklists.ts').SetUpKind
  name: string
  endedAt: string | null
}
export const lockSetUp = one<{ setUpId: string | null }, LockSetUpRow>(sql.lock_set_up)

export type HasNamesakeRow = { there: boolean }
/** Another set-up of this kind, still in use, by this name. */
export const hasNamesake = one<{ kind: string | null; name: string | null; setUpId: string | null }, HasNamesakeRow>(
  sql.has_namesake,
)

export type CountUnitsRow = { known: number }
export const countUnits = one<{ unitIds: string[] | null }, CountUnitsRow>(sql.count_units)

export type InsertSetUpRow = { id: string }
export const insertSetUp = one<
  { kind: string | null; name: string | null; description: string | null; by: string | null; at: string | null },
  InsertSetUpRow
>(sql.insert_set_up)

export const updateSetUp = write<{ name: string | null; description: string | null; setUpId: string | null }>(
  sql.update_set_up,
)

export const deleteSetUpUnits = write<{ setUpId: string | null }>(sql.delete_set_up_units)

export const insertSetUpUnits = write<{ setUpId: string | null; unitIds: string[] | null }>(sql.insert_set_up_units)

export const insertCheck = write<{
  setUpId: string | null
  met: string[] | null
  complete: boolean | null
  note: string | null
  checkedOn: string | null
  by: string | null
  at: string | null
}>(sql.insert_check)

export const updateEndedSetUp = write<{ by: string | null; at: string | null; setUpId: string | null }>(
  sql.update_ended_set_up,
)
