// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type InsertStoredFileRow = { removed: boolean }
/** The same bytes are known once; a second upload of them finds the row. */
export const insertStoredFile = one<
  { sha256: string | null; size: number | null; mediaType: string | null; at: string | null },
  InsertStoredFileRow
>(sql.insert_stored_file)

export const updatePersonalData = write<{
  personalData: import('#domain/evidence/privacy.ts').PersonalFinding[] | null
  notRead: string | null
  sha256: string | null
}>(sql.update_personal_data, ['personal_data'])

export type UpdateAllFilesGoneRow = { evidenceId: string; version: number; learnerId: string }
/** These bytes are gone wherever in the centre they stood. */
export const updateAllFilesGone = many<{ at: string | null; sha256: string | null }, UpdateAllFilesGoneRow>(
  sql.update_all_files_gone,
)

export const insertUpload = write<{
  id: string | null
  evidenceId: string | null
  version: number | null
  decisionId: string | null
  questionId: string | null
  actor: string | null
  name: string | null
  size: number | null
  at: string | null
}>(sql.insert_upload)

export type LockUploadRow = {
  id: string
  evidenceId: string | null
  version: number | null
  decisionId: string | null
  questionId: string | null
  name: string
  size: number
  finishedAt: string | null
  refusal: import('#domain/files/media.ts').FileRefusal | null
}
/** Nobody but the person who began an upload carries it on, and only into what it was begun for. */
export const lockUpload = one<
  {
    id: string | null
    actor: string | null
    evidenceId: string | null
    decisionId: string | null
    questionId: string | null
  },
  LockUploadRow
>(sql.lock_upload)

export const updateUploadFinished = write<{ at: string | null; refusal: string | null; id: string | null }>(
  sql.update_upload_finished,
)

export const deleteUpload = write<{ id: string | null }>(sql.delete_upload)

export type ListOpenUploadsRow = {
  id: string
  name: string
  size: number
  startedAt: string
  evidenceId: string | null
  number: number | null
  title: string | null
}
/** A person's own unfinished uploads, newest first, with the evidence that they belong to while it still exists for them. */
export const listOpenUploads = many<{ actor: string | null }, ListOpenUploadsRow>(sql.list_open_uploads)

export type LockOwnUploadRow = { id: string }
export const lockOwnUpload = one<{ id: string | null; actor: string | null }, LockOwnUploadRow>(sql.lock_own_upload)
