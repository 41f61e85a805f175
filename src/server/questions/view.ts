import { questionsFor } from '#domain/worksheets/worksheet.ts'
import { type Actor, denied, type Verdict } from '#policy/verdict.ts'
import type { ListQuestionsRow, SelectOptionalMarkedAnswersRow } from './queries.ts'

const said = (verdict: Verdict) => ({ allowed: verdict.allowed, reason: verdict.allowed ? null : verdict.reason })

/** `decides`: whether the reader may decide on this evidence at all; null where nothing waits for an answer. */
export const questionsView = (
  actor: Actor,
  rows: ListQuestionsRow[],
  question: Verdict,
  decides: Verdict | null,
  marked: SelectOptionalMarkedAnswersRow | null,
) => ({
  questions: rows.map(r => ({
    id: r.id,
    version: r.version,
    ground: r.ground,
    reason: r.reason,
    by: r.raisedByName,
    as: r.raisedAs,
    at: r.raisedAt,
    criteria: r.criteria,
    answer:
      r.answeredAt && r.answeredByName
        ? {
            by: r.answeredByName,
            at: r.answeredAt,
            words: r.answer ?? '',
            met: judged(r, 'met'),
            revoked: judged(r, 'not-yet-met'),
          }
        : null,
    mayAnswer: said(answers(actor, r, decides)),
    answers: r.answeredAt === null && marked ? concerned(r, marked) : [],
  })),
  mayQuestion: said(question),
})

const judged = ({ outcomes }: ListQuestionsRow, outcome: 'met' | 'not-yet-met') =>
  Object.entries(outcomes).flatMap(([criterionId, o]) => (o === outcome ? [criterionId] : []))

/** The answers to a worksheet that were asked for with criteria in question. */
function concerned({ criteria }: ListQuestionsRow, { questions, answers, marks }: SelectOptionalMarkedAnswersRow) {
  const ids = criteria.map(c => c.criterionId)
  return questionsFor(questions, ids).map(question => ({
    question,
    text: questions[question - 1]?.text ?? '',
    answer: answers[question - 1]?.answer ?? '',
    criterionIds: ids.filter(id => questions[question - 1]?.criterionIds.includes(id)),
    mark: marks.find(m => m.question === question) ?? null,
  }))
}

function answers(actor: Actor, row: ListQuestionsRow, decides: Verdict | null): Verdict {
  if (row.answeredAt || !decides) return denied('questions/already-answered')
  return row.raisedBy === actor.personId ? denied('questions/own-question') : decides
}
