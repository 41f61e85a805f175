/** The marks of a worksheet: one for each answer, made with a decision and kept with it (R82). */
import { Refusal } from '../refusal.ts'

/** `question` counts from 1, in the order of the worksheet. */
export type Mark = { question: number; enough: boolean; comment: string }

/** The questions, counted from 1, that no mark is given for. */
export const unmarkedIn = (questions: number, marks: readonly Pick<Mark, 'question'>[]): number[] =>
  unmarkedOf(every(questions), marks)

const every = (questions: number): number[] => Array.from({ length: questions }, (_, at) => at + 1)

const unmarkedOf = (asked: readonly number[], marks: readonly Pick<Mark, 'question'>[]): number[] =>
  asked.filter(q => !marks.some(m => m.question === q))

/**
 * Every answer is marked before a decision is saved, once, and nothing else is. Refuses `decisions/worksheet-unmarked` naming
 * the questions, and `decisions/marks-do-not-fit`. `questions`: how many; 0 for evidence that is no worksheet (R82).
 */
export const requireMarked = (questions: number, marks: readonly Mark[]): void => requireMarks(every(questions), marks)

function requireMarks(asked: readonly number[], marks: readonly Mark[]): void {
  const unmarked = unmarkedOf(asked, marks)
  if (unmarked.length > 0) throw new Refusal('decisions/worksheet-unmarked', { questions: unmarked })
  if (marks.length !== asked.length) throw new Refusal('decisions/marks-do-not-fit')
}

/**
 * The decision on a version that marked its answers last, a trainee's or an assessor's: whoever judges next begins with its
 * marks. One that marked nothing, as an answer to a question does, leaves them standing. Oldest first goes in (R82).
 */
export const lastMarked = <D extends { version: number; marks: readonly Mark[] }>(
  decisions: readonly D[],
  version: number,
): D | undefined => decisions.findLast(d => d.version === version && d.marks.length > 0)

/**
 * The marks as they stand after an answer to a question about the decision. Whoever revokes a criterion says of each answer
 * that the worksheet asked for it with whether it is still enough: `asked` are those questions. Confirming again leaves the
 * marks, and nothing is kept anew. Goes out: every mark of the worksheet, or none where none was given. Refuses
 * `decisions/worksheet-unmarked` naming the questions, and `decisions/marks-do-not-fit` for a mark of any other question (R82).
 */
export function remarked(standing: readonly Mark[], asked: readonly number[], given: readonly Mark[]): Mark[] {
  requireMarks(asked, given)
  if (given.length === 0) return []
  return [...standing.filter(m => !asked.includes(m.question)), ...given].sort((a, b) => a.question - b.question)
}
