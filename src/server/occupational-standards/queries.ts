// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListStandardsRow = {
  id: string
  title: string
  body: string | null
  versions: { number: number; name: string; source: string; by: string; at: string }[]
}
export const listStandards = many<Record<string, never>, ListStandardsRow>(sql.list_standards)

export type ListDerivedUnitsRow = {
  standardId: string
  version: number
  versionName: string
  id: string
  number: string | null
  code: string
  title: string
  qualifications: string[]
}
/** What each unit derives from now, of those that derive from a standard, with the newest versions in which it stands. */
export const listDerivedUnits = many<Record<string, never>, ListDerivedUnitsRow>(sql.list_derived_units)

export type LockStandardRow = { id: string }
/** Two who record a version of one standard take turns. */
export const lockStandard = one<{ standardId: string | null }, LockStandardRow>(sql.lock_standard)

export type ListVersionsRow = { number: number; name: string; source: string; recordedBy: string }
export const listVersions = many<{ standardId: string | null }, ListVersionsRow>(sql.list_versions)

export type InsertAllStandardsRow = { id: string }
export const insertAllStandards = many<
  { title: string | null; body: string | null; by: string | null; at: string | null },
  InsertAllStandardsRow
>(sql.insert_all_standards)

export const insertVersion = write<{
  standardId: string | null
  number: number | null
  name: string | null
  source: string | null
  by: string | null
  at: string | null
}>(sql.insert_version)

export type SelectUnitRow = { id: string }
export const selectUnit = one<{ unitId: string | null }, SelectUnitRow>(sql.select_unit)

export type LockUnitRow = { id: string }
/** Whoever says what a unit derives from waits for whoever is saying it. */
export const lockUnit = one<{ unitId: string | null }, LockUnitRow>(sql.lock_unit)

export type ListLockedUnitsRow = { id: string }
export const listLockedUnits = many<{ unitIds: string[] | null }, ListLockedUnitsRow>(sql.list_locked_units)

export type ListDerivationsRow = {
  number: number
  standardId: string | null
  standardVersion: number | null
  title: string | null
  body: string | null
  version: string | null
  source: string
  by: string
  at: string
  newer: string | null
}
/** What was said of a unit, newest first. */
export const listDerivations = many<{ unitId: string | null }, ListDerivationsRow>(sql.list_derivations)

export type InsertAllDerivationsRow = { unitId: string }
/** A unit of which the same was said last is left out. */
export const insertAllDerivations = many<
  {
    unitIds: string[] | null
    standardId: string | null
    version: number | null
    source: string | null
    by: string | null
    at: string | null
  },
  InsertAllDerivationsRow
>(sql.insert_all_derivations)
