// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectQuestionedEvidenceRow = {
  evidenceId: string
  learnerId: string
  seenAs: string[]
  conflicted: boolean
}
/** The evidence, if it exists for this actor, with the capacities in which they see its learner. */
export const selectQuestionedEvidence = one<
  { actor: string | null; evidenceId: string | null },
  SelectQuestionedEvidenceRow
>(sql.select_questioned_evidence)

export type LockQuestionedVersionRow = { evidenceId: string; version: number; contentHash: string | null }
/** Deciding, questioning and answering on one version take turns. */
export const lockQuestionedVersion = one<
  { evidenceId: string | null; version: number | null },
  LockQuestionedVersionRow
>(sql.lock_questioned_version)

export type ListOpenCriteriaRow = { registrationId: string; criterionId: string }
/** What stands in question on a version now. */
export const listOpenCriteria = many<{ evidenceId: string | null; version: number | null }, ListOpenCriteriaRow>(
  sql.list_open_criteria,
)

export type ListSeenRegistrationsRow = { registrationId: string }
/** The registrations in which this actor may question: an EQA sees those of the qualifications allotted to them. */
export const listSeenRegistrations = many<
  { actor: string | null; learnerId: string | null; capacities: string[] | null },
  ListSeenRegistrationsRow
>(sql.list_seen_registrations)

export type InsertQuestionRow = { id: string }
export const insertQuestion = one<
  {
    evidenceId: string | null
    version: number | null
    learnerId: string | null
    ground: string | null
    reason: string | null
    by: string | null
    as: string | null
    at: string | null
    registrationIds: string[] | null
    criterionIds: string[] | null
  },
  InsertQuestionRow
>(sql.insert_question)

export type SelectQuestionRow = {
  id: string
  evidenceId: string
  version: number
  learnerId: string
  raisedBy: string
  answeredAt: string | null
}
/** One question, if its evidence exists for this actor. */
export const selectQuestion = one<{ questionId: string | null; actor: string | null }, SelectQuestionRow>(
  sql.select_question,
)

export type ListCriteriaOfQuestionRow = { registrationId: string; criterionId: string }
/** Where the learner was moved meanwhile, those of the registration in which it is asked now. */
export const listCriteriaOfQuestion = many<{ questionId: string | null }, ListCriteriaOfQuestionRow>(
  sql.list_criteria_of_question,
)

export type LockQuestionRow = { answeredAt: string | null }
export const lockQuestion = one<{ questionId: string | null }, LockQuestionRow>(sql.lock_question)

export const updateQuestionAnswered = write<{
  at: string | null
  questionId: string | null
  by: string | null
  words: string | null
  decisionId: string | null
}>(sql.update_question_answered)

export type SelectOptionalMarkedAnswersRow = {
  questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
  answers: import('#domain/evidence/record-fields.ts').RecordAnswer[]
  marks: import('#domain/worksheets/marks.ts').Mark[]
}
/** What a worksheet asked, what was answered, and the marks that stand; null where the evidence answers none. */
export const selectOptionalMarkedAnswers = optional<
  { evidenceId: string | null; version: number | null },
  SelectOptionalMarkedAnswersRow
>(sql.select_optional_marked_answers)

export type ListQuestionsRow = {
  id: string
  version: number
  ground: import('#domain/questions/question.ts').QuestionGround
  reason: string
  raisedBy: string
  raisedByName: string
  raisedAs: string
  raisedAt: string
  answeredAt: string | null
  answeredByName: string | null
  answer: string | null
  criteria: { registrationId: string; criterionId: string; number: string; unit: string; text: string }[]
  outcomes: Record<string, 'met' | 'not-yet-met'>
}
export const listQuestions = many<{ evidenceId: string | null }, ListQuestionsRow>(sql.list_questions)

/** What is in question when a learner is moved is in question in the registration that follows, and is answered there. */
export const insertAllCarriedQuestions = write<{
  moveId: string | null
  carried: import('#domain/registrations/moving.ts').Carried[]
  fromId: string | null
  toId: string | null
}>(sql.insert_all_carried_questions, ['carried'])
