// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectDecidedRow = {
  id: string
  evidenceId: string
  learnerId: string
  madeBy: string
  madeAs: string
  seenAs: string[]
}
/** A decision as something that documents stand beside, if its evidence exists for this actor. */
export const selectDecided = one<{ actor: string | null; decisionId: string | null }, SelectDecidedRow>(
  sql.select_decided,
)

export type SelectQuestionedRow = {
  id: string
  evidenceId: string
  learnerId: string
  madeBy: string
  madeAs: string
  seenAs: string[]
}
/** A question in the same way. */
export const selectQuestioned = one<{ actor: string | null; questionId: string | null }, SelectQuestionedRow>(
  sql.select_questioned,
)

export type ListOwnActsRow = { id: string; decision: boolean; madeAs: string }
/** What the actor decided and questioned on this evidence. */
export const listOwnActs = many<{ evidenceId: string | null; actor: string | null }, ListOwnActsRow>(sql.list_own_acts)

export type InsertFurtherDocumentRow = { id: string }
export const insertFurtherDocument = one<
  {
    evidenceId: string | null
    decisionId: string | null
    questionId: string | null
    name: string | null
    sha256: string | null
    by: string | null
    as: string | null
    at: string | null
  },
  InsertFurtherDocumentRow
>(sql.insert_further_document)

export type ListFurtherDocumentsRow = {
  id: string
  decisionId: string | null
  questionId: string | null
  name: string
  sha256: string
  size: number
  mediaType: string
  goneAt: string | null
  addedAt: string
  addedBy: string
  addedByName: string
  addedAs: string
  withdrawnAt: string | null
  withdrawnBecause: string | null
}
export const listFurtherDocuments = many<{ evidenceId: string | null }, ListFurtherDocumentsRow>(
  sql.list_further_documents,
)

export type SelectFurtherDocumentRow = {
  name: string
  sha256: string
  size: number
  mediaType: string
  withdrawnAt: string | null
  madeBy: string
  seenAs: string[]
}
/** To be opened: what was taken out of storage for good is gone for all. */
export const selectFurtherDocument = one<
  { actor: string | null; furtherDocumentId: string | null },
  SelectFurtherDocumentRow
>(sql.select_further_document)

export type LockFurtherDocumentRow = {
  id: string
  evidenceId: string
  learnerId: string
  decisionId: string | null
  questionId: string | null
  name: string
  sha256: string
  withdrawnAt: string | null
  withdrawnBecause: string | null
  madeBy: string
  madeAs: string
  seenAs: string[]
}
export const lockFurtherDocument = one<
  { actor: string | null; furtherDocumentId: string | null },
  LockFurtherDocumentRow
>(sql.lock_further_document)

export const updateFurtherDocumentWithdrawn = write<{
  at: string | null
  because: string | null
  furtherDocumentId: string | null
}>(sql.update_further_document_withdrawn)
