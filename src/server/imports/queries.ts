// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListImportsRow = {
  id: string
  name: string
  importedAt: string
  importedBy: string
  revision: number
  publishedRevision: number | null
  discardedAt: string | null
  counts: import('./counts.ts').Counts
  corrections: number
}
export const listImports = many<{ discarded: boolean | null }, ListImportsRow>(sql.list_imports)

export type SelectImportRow = {
  id: string
  name: string
  importedAt: string
  importedBy: string
  revision: number
  publishedRevision: number | null
  discardedAt: string | null
  counts: import('./counts.ts').Counts
  specification: import('#domain/qualifications/specification.ts').Specification
  corrections: import('#domain/qualifications/corrections.ts').Correction[]
  lines: number
  people: Record<string, string>
}
export const selectImport = one<{ importId: string | null }, SelectImportRow>(sql.select_import)

export type LockImportRow = {
  id: string
  revision: number
  publishedRevision: number | null
  publishedAt: string | null
  discardedAt: string | null
  specification: import('#domain/qualifications/specification.ts').Specification
  corrections: import('#domain/qualifications/corrections.ts').Correction[]
}
/** Two people who correct the same import do it one after the other; the second is told. */
export const lockImport = one<{ importId: string | null }, LockImportRow>(sql.lock_import)

export type SelectSourceRow = { sourceText: string }
export const selectSource = one<{ importId: string | null }, SelectSourceRow>(sql.select_source)

export type SelectOptionalOpenImportRow = { id: string }
/** The same document, read already and neither put aside nor published. */
export const selectOptionalOpenImport = optional<{ sha256: string | null }, SelectOptionalOpenImportRow>(
  sql.select_optional_open_import,
)

export type InsertImportRow = { id: string }
export const insertImport = one<
  {
    name: string | null
    sha256: string | null
    sourceText: string | null
    specification: unknown
    counts: unknown
    personId: string | null
    at: string | null
  },
  InsertImportRow
>(sql.insert_import, ['specification', 'counts'])

export type UpdateCorrectionsRow = { revision: number }
export const updateCorrections = one<{ corrections: unknown; importId: string | null }, UpdateCorrectionsRow>(
  sql.update_corrections,
  ['corrections'],
)

export const updateDiscarded = write<{ at: string | null; importId: string | null }>(sql.update_discarded)

export const updatePublished = write<{ at: string | null; importId: string | null }>(sql.update_published)

export type ListPublishedVersionsRow = {
  versionId: string
  qualificationId: string
  version: number
  title: string
  publishedAt: string
}
/** What was published from an import, newest first. */
export const listPublishedVersions = many<{ importId: string | null }, ListPublishedVersionsRow>(
  sql.list_published_versions,
)
