// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectContentRow = {
  evidenceId: string
  learnerId: string
  fileName: string | null
  sha256: string | null
  size: number | null
  removedAt: string | null
  seenAs: string[]
}
/** The piece of evidence, and the file in it or the document beside a decision on it where one is named, if it exists for this actor. */
export const selectContent = one<
  { actor: string | null; fileId: string | null; furtherDocumentId: string | null; evidenceId: string | null },
  SelectContentRow
>(sql.select_content)

export type SelectOpenRow = { id: string }
export const selectOpen = one<{ evidenceId: string | null; sha256: string | null }, SelectOpenRow>(sql.select_open)

export type InsertAllRemovalsRow = { id: string }
/** None where a request for the same content stands already. */
export const insertAllRemovals = many<
  {
    evidenceId: string | null
    learnerId: string | null
    what: string | null
    fileName: string | null
    sha256: string | null
    size: number | null
    reason: string | null
    seenAt: string | null
    by: string | null
    as: string | null
    at: string | null
  },
  InsertAllRemovalsRow
>(sql.insert_all_removals)

export type LockRemovalRow = {
  id: string
  evidenceId: string
  learnerId: string
  what: import('#domain/removals/removal.ts').RemovalKind
  fileName: string | null
  sha256: string | null
  size: number | null
  reason: string
  askedBy: string
  outcome: string | null
}
/** One request, if its evidence exists for this actor. */
export const lockRemoval = one<{ removalId: string | null; actor: string | null }, LockRemovalRow>(sql.lock_removal)

export const updateRemovalEnded = write<{
  outcome: string | null
  by: string | null
  at: string | null
  because: string | null
  removalId: string | null
}>(sql.update_removal_ended)

export type ListConfirmedOnRow = { evidenceId: string; version: number; registrationId: string; criterionId: string }
/** What a qualified assessor has confirmed on these versions and nobody questions already. */
export const listConfirmedOn = many<{ evidenceIds: string[] | null; versions: number[] | null }, ListConfirmedOnRow>(
  sql.list_confirmed_on,
)

export type ListEvidenceBesideRow = { evidenceId: string; learnerId: string }
/** The evidence beside whose decisions these bytes stand as a further document: nothing was confirmed on them there. */
export const listEvidenceBeside = many<{ sha256: string | null }, ListEvidenceBesideRow>(sql.list_evidence_beside)

export type HasFileElsewhereRow = { held: boolean }
export const hasFileElsewhere = one<{ sha256: string | null }, HasFileElsewhereRow>(sql.has_file_elsewhere)

export type ListRemovalsRow = {
  id: string
  what: import('#domain/removals/removal.ts').RemovalKind
  fileName: string | null
  sha256: string | null
  reason: string
  seenAt: string | null
  askedBy: string
  askedByName: string
  askedAt: string
  outcome: string | null
  endedByName: string | null
  endedAt: string | null
  endedBecause: string | null
}
export const listRemovals = many<{ evidenceId: string | null }, ListRemovalsRow>(sql.list_removals)
