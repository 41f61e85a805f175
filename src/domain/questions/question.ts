/**
 * A confirmed criterion in question: whoever samples, verifies or removes doubts the decision, it stops counting at once,
 * and a qualified assessor answers by confirming it again or revoking it. Rule: state machine 2.2.
 */
import { type DecisionSituation, obstaclesLeft } from '../decisions/decide.ts'
import { type CriterionKey, type Judgement, keyOf, type Layers } from '../decisions/layers.ts'
import { Refusal } from '../refusal.ts'

/** On what ground a decision is questioned. `removal`: what it rested on was taken out of storage (R76). */
export const questionGrounds = ['sampling', 'verification', 'removal'] as const
export type QuestionGround = (typeof questionGrounds)[number]

/** Shorter than this cannot say what is doubted and what would settle it (R121, R130). */
export const leastReason = 20

export type QuestionSituation = {
  /** What stands on the evidence version now. */
  layers: Pick<Layers, 'trainee' | 'assessor'>
  /** Criteria, by key, that are in question on this version already. */
  open: ReadonlySet<string>
  by: { personId: string }
}

/**
 * Refuses: no criterion named; a criterion that no qualified assessor has confirmed on this version, or that is in question
 * already; what one decided or ticked as a trainee, since nobody samples their own work; a reason that says nothing.
 */
export function requireQuestionable(
  { layers, open, by }: QuestionSituation,
  criteria: readonly CriterionKey[],
  reason: string,
): void {
  if (criteria.length === 0) throw new Refusal('questions/nothing-named')
  const met = new Set(layers.assessor.filter(t => t.outcome === 'met').map(keyOf))
  const unconfirmed = criteria.filter(k => !met.has(keyOf(k)))
  if (unconfirmed.length > 0) throw new Refusal('questions/not-confirmed', { criteria: unconfirmed })
  const already = criteria.filter(k => open.has(keyOf(k)))
  if (already.length > 0) throw new Refusal('questions/already-open', { criteria: already })
  const mine = new Set([...layers.trainee, ...layers.assessor].filter(t => t.by === by.personId).map(keyOf))
  const own = criteria.filter(k => mine.has(keyOf(k)))
  if (own.length > 0) throw new Refusal('questions/own-decision', { criteria: own })
  if (reason.trim().length < leastReason) throw new Refusal('questions/reason-missing', { least: leastReason })
}

/** What an answer needs to know beside the question. */
export type AnswerSituation = Pick<
  DecisionSituation,
  'layers' | 'authenticated' | 'piece' | 'elsewhere' | 'places' | 'decider'
>

/**
 * The answer to a question: each criterion in it confirmed again, or revoked with the coded reason that the learner reads.
 * Refuses: one's own question; a question that has been answered; criteria left without a word, or not asked about; a
 * revocation without its reason; words that say nothing; what one ticked as a trainee; and to confirm again what could not be
 * confirmed now, because nobody stands for the evidence any more, or because something is in the way that words do not mend
 * (R7, R28, R69, R80, R81, R88, R99).
 */
export function requireAnswer(
  question: { raisedBy: string; answeredAt: string | null; criteria: readonly CriterionKey[] },
  answer: { judgements: readonly Judgement[]; words: string },
  situation: AnswerSituation,
): void {
  const { personId } = situation.decider
  if (question.answeredAt) throw new Refusal('questions/already-answered')
  if (question.raisedBy === personId) throw new Refusal('questions/own-question')
  const asked = new Set(question.criteria.map(keyOf))
  const said = new Set(answer.judgements.map(keyOf))
  const same = asked.size === said.size && said.size === answer.judgements.length && [...asked].every(k => said.has(k))
  if (!same) throw new Refusal('questions/answer-differs', { criteria: question.criteria })
  const unexplained = answer.judgements.filter(j => j.outcome === 'not-yet-met' && !j.reason)
  if (unexplained.length > 0) throw new Refusal('decisions/reason-missing', { criteria: unexplained })
  if (answer.words.trim().length < leastReason) throw new Refusal('questions/words-missing', { least: leastReason })
  const own = situation.layers.trainee.filter(t => t.by === personId && said.has(keyOf(t)))
  if (own.length > 0) throw new Refusal('decisions/own-provisional-decision', { criteria: own })
  refuseToConfirmAgain(situation, answer.judgements)
}

function refuseToConfirmAgain(situation: AnswerSituation, judgements: readonly Judgement[]): void {
  const again = judgements.filter(j => j.outcome === 'met')
  if (again.length > 0 && !situation.authenticated) throw new Refusal('decisions/not-authenticated')
  const left = obstaclesLeft(situation, { judgements: again, justifications: [] })
    .map(k => ({ ...k, obstacles: k.obstacles.filter(o => o.mend === 'other-evidence') }))
    .filter(k => k.obstacles.length > 0)
  if (left.length > 0) throw new Refusal('decisions/in-the-way', { criteria: left })
}
