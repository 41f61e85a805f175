// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

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

export type CountVisibleLearnersRow = { learners: number }
export const countVisibleLearners = one<{ actor: string | null }, CountVisibleLearnersRow>(sql.count_visible_learners)

export type ListFoundEvidenceRow = {
  id: string
  number: number
  title: string
  learnerId: string
  learner: string
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
}
/** Evidence in its newest version, by number, title, description or learner, in the few portfolios that exist for the actor. */
export const listFoundEvidence = many<
  { actor: string | null; patterns: string[] | null; search: string | null },
  ListFoundEvidenceRow
>(sql.list_found_evidence)

export type ListEvidenceTitledRow = {
  id: string
  number: number
  title: string
  learnerId: string
  learner: string
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
}
/** The same for somebody who sees a whole centre: by title alone, through its index. */
export const listEvidenceTitled = many<
  { rarest: string | null; patterns: string[] | null; actor: string | null; search: string | null },
  ListEvidenceTitledRow
>(sql.list_evidence_titled)
