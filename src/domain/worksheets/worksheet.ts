/** A worksheet of the centre for a unit, and the answers that a learner gives to it (R82). */
import type { EvidenceState, EvidenceType } from '../evidence/evidence.ts'
import type { RecordAnswer } from '../evidence/record-fields.ts'
import type { CriterionKind } from '../qualifications/specification.ts'
import { Refusal } from '../refusal.ts'

export type WorksheetQuestion = { text: string; criterionIds: string[] }

/**
 * Refuses a question for a criterion that is not in the unit, and one for a criterion that asks for performance, which answers
 * on paper never show (R81, R82).
 */
export function requireAskable(
  questions: readonly WorksheetQuestion[],
  kinds: ReadonlyMap<string, CriterionKind | null>,
): void {
  for (const id of questions.flatMap(q => q.criterionIds)) {
    if (!kinds.has(id)) throw new Refusal('worksheets/not-of-this-unit')
    if (kinds.get(id) === 'performance') throw new Refusal('worksheets/asks-for-performance')
  }
}

/** The record that a learner begins with: every question, and no answer yet (R82). */
export const unanswered = (questions: readonly WorksheetQuestion[]): RecordAnswer[] =>
  questions.map(q => ({ question: q.text, answer: '', form: 'written' }))

/** What a learner has answered a worksheet in; `notYet`: an answer of it was marked as not yet enough. */
export type Answers = {
  evidenceId: string
  number: number
  version: number
  state: EvidenceState
  registrationIds: string[]
  notYet: boolean
}

/**
 * Where a learner stands with a worksheet in one registration. `begun`: the newest answers that claim for it, which beginning
 * again leads back to; null once they are accepted with an answer that was not yet enough, which is answered anew. `draft`:
 * answers being written for another registration, which can claim for this one as well. Newest first goes in (R82).
 */
export function answersFor(answers: readonly Answers[], registrationId: string) {
  const newest = answers.find(a => a.registrationIds.includes(registrationId)) ?? null
  const done = newest?.state === 'accepted' && newest.notYet
  return { newest, begun: done ? null : newest, draft: answers.find(a => a.state === 'draft') ?? null }
}

/** Every criterion that is asked for, once, in the order of the questions. */
export const criteriaAskedFor = (questions: readonly WorksheetQuestion[]): string[] => [
  ...new Set(questions.flatMap(q => q.criterionIds)),
]

/** The questions, counted from 1, that ask for one of these criteria (R82). */
export const questionsFor = (questions: readonly WorksheetQuestion[], criterionIds: readonly string[]): number[] =>
  questions.flatMap((q, at) => (q.criterionIds.some(id => criterionIds.includes(id)) ? [at + 1] : []))

/**
 * The questions of a worksheet are the centre's: a learner writes answers, and changes, adds and takes out none of the
 * questions. Refuses `worksheets/questions-stay` (R82).
 */
export function requireSameQuestions(before: readonly RecordAnswer[] = [], after: readonly RecordAnswer[] = []): void {
  if (before.length !== after.length || before.some((q, i) => q.question !== after[i]?.question))
    throw new Refusal('worksheets/questions-stay')
}

/** Evidence that answers a worksheet stays a worksheet: refuses another kind (R82). */
export function requireStaysWorksheet(type: EvidenceType | null): void {
  if (type !== 'worksheet') throw new Refusal('worksheets/kind-stays')
}

/** Whether every question has its answer; only then it can be submitted (R82). */
export const allAnswered = (questions: readonly RecordAnswer[] = []): boolean =>
  questions.every(q => q.answer.trim() !== '')
