/** The life of one version of a piece of evidence, from draft to a decision on it. */
import { Refusal } from '../refusal.ts'
import { nextState, type Transition, type Transitions } from '../transitions.ts'

export const evidenceStates = ['draft', 'submitted', 'under-review', 'accepted', 'returned', 'withdrawn'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** Whether it is with those who judge, looked at already or not. */
export const isWaiting = (state: EvidenceState): boolean => state === 'submitted' || state === 'under-review'

/** What is uploaded, or what is written on the spot. Either may gain the other before it is submitted. */
export const evidenceKinds = ['file', 'statement'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** How the evidence came about (R68); what awarding organisations call method or evidence type. */
export const evidenceTypes = [
  'work-product',
  'observation',
  'professional-discussion',
  'questioning',
  'witness-testimony',
  'expert-witness',
  'personal-statement',
  'reflective-log',
  'case-study',
  'worksheet',
  'recording',
  'customer-feedback',
  'appraisal',
  'training-record',
  'work-diary',
  'minutes',
  'prior-learning',
] as const
export type EvidenceType = (typeof evidenceTypes)[number]

/** Where the learner did what the evidence shows. */
export const settings = ['real-job', 'voluntary', 'placement', 'realistic-working-environment', 'simulation'] as const
export type Setting = (typeof settings)[number]

/** Who acts on evidence. A trainee's word is provisional; a mentor and the assessors may add evidence on the learner's behalf. */
export const evidenceRoles = ['learner', 'mentor', 'trainee-assessor', 'assessor', 'countersigner'] as const
export type EvidenceRole = (typeof evidenceRoles)[number]

export const evidenceVerbs = ['submit', 'withdraw', 'start-review', 'accept', 'return', 'draft-again'] as const
export type EvidenceVerb = (typeof evidenceVerbs)[number]

export type EvidenceNeed = 'everything-for-submission' | 'no-confirmed-decision' | 'feedback' | 'return-reason'

const submit = { to: 'submitted', needs: ['everything-for-submission'] } as const
const withdraw = { to: 'withdrawn', needs: ['no-confirmed-decision'] } as const
const draftAgain = { to: 'draft' } as const
const judge = {
  'start-review': { to: 'under-review' },
  accept: { to: 'accepted', needs: ['feedback'] },
  return: { to: 'returned', needs: ['feedback', 'return-reason'] },
} as const
/** A trainee's acceptance and a trainee's return both wait for the countersigner. */
const judgeProvisionally = {
  'start-review': { to: 'under-review' },
  accept: { to: 'under-review', needs: ['feedback'] },
  return: { to: 'under-review', needs: ['feedback', 'return-reason'] },
} as const
/** A correction supersedes the decision before it, with feedback of its own. */
const judgeAgain = { accept: judge.accept, return: judge.return } as const

export const evidenceTransitions = {
  draft: {
    learner: { submit, withdraw },
    mentor: { submit },
    'trainee-assessor': { submit },
    assessor: { submit },
    countersigner: { submit },
  },
  submitted: { learner: { withdraw }, 'trainee-assessor': judgeProvisionally, assessor: judge, countersigner: judge },
  'under-review': {
    learner: { withdraw },
    'trainee-assessor': judgeProvisionally,
    assessor: judge,
    countersigner: judge,
  },
  accepted: { assessor: judgeAgain, countersigner: judgeAgain },
  returned: { learner: { 'draft-again': draftAgain, withdraw }, assessor: judgeAgain, countersigner: judgeAgain },
  withdrawn: {},
} as const satisfies Transitions<EvidenceState, EvidenceRole, EvidenceVerb, EvidenceNeed>

const table: Transitions<EvidenceState, EvidenceRole, EvidenceVerb, EvidenceNeed> = evidenceTransitions

/** Whether `role` could do this to evidence in `state`: for buttons. What the transition needs is checked when it is made. */
export const canMove = (state: EvidenceState, role: EvidenceRole, verb: EvidenceVerb): boolean =>
  nextState(table, state, role, verb) !== null

/**
 * The transition of one version of a piece of evidence.
 * Refuses `evidence/not-possible-now` with the state, role and verb where the table has none. Rule: state machine 2.1.
 */
export function moveEvidence(
  state: EvidenceState,
  role: EvidenceRole,
  verb: EvidenceVerb,
): Transition<EvidenceState, EvidenceNeed> {
  const transition = nextState(table, state, role, verb)
  if (!transition) throw new Refusal('evidence/not-possible-now', { state, role, verb })
  return transition
}

/**
 * Content, claims, day and setting are the author's to change only while the version is a draft.
 * Refuses `evidence/not-draft` with the state that it has reached.
 */
export function requireDraft(state: EvidenceState): void {
  if (state !== 'draft') throw new Refusal('evidence/not-draft', { state })
}

/** Withdrawal is open only before anybody qualified has decided. Refuses `evidence/already-decided` with their number. */
export function requireUndecided(confirmedDecisions: number): void {
  if (confirmedDecisions > 0) throw new Refusal('evidence/already-decided', { decisions: confirmedDecisions })
}
