/** Whose word it is that evidence is what it seems to be: the statement that fits its kind and the person who gives it (R88). */
import type { EvidenceRole, EvidenceType } from './evidence.ts'

export const authenticityStatements = [
  // The learner's.
  'own-work',
  'own-words',
  'own-answers',
  'own-recording',
  'own-learning',
  'about-me',
  'as-received',
  // Of those who write on the learner's behalf.
  'saw-it',
  'asked-it',
  'vouched',
] as const
export type AuthenticityStatement = (typeof authenticityStatements)[number]

const ofLearner: Record<EvidenceType, AuthenticityStatement> = {
  'work-product': 'own-work',
  observation: 'about-me',
  'professional-discussion': 'own-answers',
  questioning: 'own-answers',
  'witness-testimony': 'about-me',
  'expert-witness': 'about-me',
  'personal-statement': 'own-words',
  'reflective-log': 'own-words',
  'case-study': 'own-work',
  worksheet: 'own-answers',
  recording: 'own-recording',
  'customer-feedback': 'as-received',
  appraisal: 'as-received',
  'training-record': 'as-received',
  'work-diary': 'own-words',
  minutes: 'as-received',
  'prior-learning': 'own-learning',
}
const seen: readonly EvidenceType[] = ['observation', 'witness-testimony', 'expert-witness']
const asked: readonly EvidenceType[] = ['questioning', 'professional-discussion']

/** What somebody in this role states when they give their word on evidence of this kind. */
export function statementOfAuthenticity(type: EvidenceType | null, role: EvidenceRole): AuthenticityStatement {
  if (role === 'learner') return type ? ofLearner[type] : 'own-work'
  if (type && seen.includes(type)) return 'saw-it'
  return type && asked.includes(type) ? 'asked-it' : 'vouched'
}
