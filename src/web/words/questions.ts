import type { QuestionGround } from '#domain/questions/question.ts'
import { type Codes, count, number } from './codes.ts'

export const questionGroundNames: Record<QuestionGround, string> = {
  sampling: 'Internal quality assurance',
  verification: 'External quality assurance',
  removal: 'Something was taken out for good',
}

export const questionsCodes = {
  'questions/nothing-named': () => 'Choose at least one confirmed criterion that you doubt.',
  'questions/not-confirmed': d =>
    `${count(size(d.criteria), 'criterion is', 'criteria are')} not confirmed on this evidence, or not yours to question. Reload the page to see how they stand.`,
  'questions/already-open': d =>
    `${count(size(d.criteria), 'criterion is', 'criteria are')} in question already. The assessor has been asked.`,
  'questions/own-decision': () =>
    'You judged this yourself, as assessor or as trainee. Nobody samples their own work: another quality assurer must.',
  'questions/reason-missing': d =>
    `Say in at least ${number(d.least) || 20} letters what is in doubt, and what would settle it.`,
  'questions/words-missing': d =>
    `Say in at least ${number(d.least) || 20} letters what you looked at again, and why it stands or does not.`,
  'questions/already-answered': () => 'This question has been answered. Reload the page to read the answer.',
  'questions/own-question': () => 'You asked this question yourself, so another assessor answers it.',
  'questions/answer-differs': () => 'Say of each criterion in the question whether it stands, and of no other.',
  'questions/conflict-of-interest': () =>
    'A conflict of interest between you and this learner is on record, so somebody else samples their work.',
  'questions/not-yours-to-question': () =>
    'Only the IQA named for this learner, the lead IQA and the external quality assurer question decisions.',
} satisfies Codes

const size = (criteria: unknown): number => (Array.isArray(criteria) ? criteria.length : 0)
