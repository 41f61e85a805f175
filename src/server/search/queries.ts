// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListFoundLearnersRow = {
  registrationId: string
  learnerId: string
  name: string
  qualification: string
  number: string | null
  level: number | null
}
/** Registrations that exist for the actor, by the learner's name; a whole word at the start ranks first. */
export const listFoundLearners = many<
  { actor: string | null; patterns: string[] | null; search: string | null },
  ListFoundLearnersRow
>(sql.list_found_learners)

export type ListFoundEvidenceRow = {
  id: string
  number: number
  title: string
  learnerId: string
  learner: string
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
}
/** Evidence in its newest version, by title, description or number, in the portfolios that exist for the actor. */
export const listFoundEvidence = many<
  { actor: string | null; patterns: string[] | null; search: string | null },
  ListFoundEvidenceRow
>(sql.list_found_evidence)
