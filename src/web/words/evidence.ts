import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import type { AuthenticityStatement } from '#domain/evidence/authenticity.ts'
import type { EvidenceRole, EvidenceState, EvidenceType, EvidenceVerb, Setting } from '#domain/evidence/evidence.ts'
import { type Abbreviation, abbreviationsOf } from '#domain/evidence/kinds.ts'
import type { Relation } from '#domain/evidence/relations.ts'
import type { Missing, MissingField } from '#domain/evidence/submission.ts'
import type { OwnMethod } from '#domain/methods/own-methods.ts'
import type { Customers, Sector } from '#domain/settings/settings.ts'
import type { Tone } from '../ui/StateMark.tsx'
import { type Codes, count } from './codes.ts'
import { missingInRecordSentence } from './records.ts'
import { dayText } from './times.ts'

export const evidenceStateNames: Record<EvidenceState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  'under-review': 'Being judged',
  accepted: 'Accepted',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
}
export const evidenceStateTones: Record<EvidenceState, Tone> = {
  draft: 'plain',
  submitted: 'waiting',
  'under-review': 'waiting',
  accepted: 'done',
  returned: 'attention',
  withdrawn: 'not',
}

/** What happens next, and whose move it is. */
export const nextSentences: Record<EvidenceState, string> = {
  draft: 'It is a draft. Only the learner can submit it, and nobody judges a draft.',
  submitted: 'It waits for the assessor. Nothing in it can be changed now, so that what is judged is what was put in.',
  'under-review': 'It is being judged. What is still open waits for the assessor or the countersigner.',
  accepted: 'A qualified assessor has accepted it. It stays in the portfolio as it is.',
  returned: 'It came back to the learner, who can mend it in a new version. This version stays as it was judged.',
  withdrawn: 'The learner took it back before it was judged. Its number is not used again.',
}
/** Said after it, where what was confirmed stands in question. */
export const inQuestionSentence = (n: number): string =>
  n === 1
    ? 'One criterion that was confirmed on it is in question, and does not count until an assessor has answered.'
    : `${n} criteria that were confirmed on it are in question, and do not count until an assessor has answered.`
/** The same, said to the learner whose it is. */
export const nextSentencesOwn: Record<EvidenceState, string> = {
  ...nextSentences,
  submitted:
    'Your assessor has it now; you need do nothing. You cannot change it, so that what is judged is what you put in.',
  'under-review': 'Your assessor is judging it; you need do nothing.',
  returned: 'It came back to you. Read the feedback, then mend it in a new version: what you had is carried over.',
  withdrawn: 'You took it back before it was judged. Its number is not used again.',
}

export const evidenceTypeNames: Record<EvidenceType, string> = {
  'work-product': 'Work product',
  observation: 'Observation',
  'professional-discussion': 'Professional discussion',
  questioning: 'Questions and answers',
  'witness-testimony': 'Witness testimony',
  'expert-witness': 'Expert witness record',
  'personal-statement': 'Personal statement',
  'reflective-log': 'Reflective log',
  'case-study': 'Case study',
  worksheet: 'Worksheet',
  recording: 'Recording of you at work',
  'customer-feedback': 'Customer feedback',
  appraisal: 'Appraisal',
  'training-record': 'Training record',
  'work-diary': 'Work diary or plan',
  minutes: 'Minutes of a meeting',
  'prior-learning': 'Prior learning',
}

/** "Observation", or what the centre's own method is called (R68). */
export const kindName = (type: EvidenceType, own: { name: string } | null): string =>
  own?.name ?? evidenceTypeNames[type]

/** "Observation (O)": as an index prints it. */
export const kindText = (type: EvidenceType, setting: Setting | null, own: Omit<OwnMethod, 'id'> | null = null) =>
  `${kindName(type, own)} (${abbreviationsOf(type, setting, own).join(', ')})`

/** What each kind is and what it can show, in a sentence or two: read before it is chosen (R69). */
export const kindExplanations: Record<EvidenceType, string> = {
  'work-product': 'Something made or used at work: a document, an e-mail, a picture of what was set up.',
  observation: 'Somebody qualified watched the learner at work and wrote down what they saw.',
  'professional-discussion': 'Assessor and learner talked through the work; planned beforehand and often recorded.',
  questioning:
    'Questions and the learner’s answers, to close a gap that other evidence left. It shows what somebody knows.',
  'witness-testimony': 'Somebody who was there says what the learner did, on which occasion, and signs it.',
  'expert-witness': 'A testimony of somebody with up-to-date expertise who knows the standards.',
  'personal-statement': 'What you did, when and why, in your own words, with links to what else shows it.',
  'reflective-log': 'You look back on what happened, what you learned and what you will do differently.',
  'case-study': 'A given situation, and what you would do in it. It shows what you know, not what you did.',
  worksheet: 'Set questions with your answers. It shows what you know, not what you did.',
  recording: 'Sound or film of you at work. Everybody who can be seen or heard has to agree.',
  'customer-feedback': 'What a customer said or wrote about your work.',
  appraisal: 'What was found and agreed when your work was talked over.',
  'training-record': 'Training that you took part in. It bears out other evidence and is not enough by itself.',
  'work-diary': 'What you did, day by day. It bears out other evidence and is not enough by itself.',
  minutes: 'Notes of a meeting that you took part in. They bear out other evidence and are not enough by themselves.',
  'prior-learning': 'What you learned, passed or were awarded before: where, when, and what it stands for here.',
}

/** The printed key: what each abbreviation stands for (R67). */
export const abbreviationNames: Record<Abbreviation, string> = {
  EI: 'Evidence of any other kind',
  O: 'Observation',
  P: 'Personal statement or log',
  WT: 'Witness testimony',
  S: 'Simulation',
  WORKSHEET: 'Worksheet: questions of the centre, answered in writing',
  APEL: 'Prior experience and learning',
  'Q&A': 'Questions and answers',
  EWE: 'Expert witness evidence',
  PD: 'Professional discussion',
}

/** The statement that somebody gives with their name, as they read it before they do (R88). */
export const authenticitySentences: Record<AuthenticityStatement, (learner: string) => string> = {
  'own-work': () => 'This is my own work, and it shows what I did myself',
  'own-words': () => 'These are my own words, and they tell what I did myself',
  'own-answers': () => 'These are my own answers',
  'own-recording': () => 'It is me who can be seen or heard, and the recording was not changed',
  'own-learning': () => 'This is what I gained myself, and the papers are as I received them',
  'about-me': () => 'This is about what I did myself, and I have changed nothing in it',
  'as-received': () => 'This is about my own work, and it is as I received it',
  'saw-it': learner => `I saw for myself what ${learner} did, and this is what I saw`,
  'asked-it': learner => `I asked, and the answers are ${learner}’s own`,
  vouched: learner => `I saw that this is ${learner}’s own work`,
}

/** "Follows up evidence 4", as the one that names says it, and as the one that is named says it. */
export const relationText: Record<Relation, string> = { 'follows-up': 'Follows up', 'relates-to': 'Relates to' }
export const relationTextBack: Record<Relation, string> = {
  'follows-up': 'Followed up by',
  'relates-to': 'Named by',
}

export const settingNames: Record<Setting, string> = {
  'real-job': 'In a paid job',
  voluntary: 'In voluntary work',
  placement: 'On a work placement',
  'realistic-working-environment': 'In a realistic working environment',
  simulation: 'In a simulation',
}

export const sectorNames: Record<Sector, string> = {
  private: 'A private business',
  public: 'A public service',
  'not-for-profit': 'A charity or other not-for-profit organisation',
}

export const customersNames: Record<Customers, string> = {
  external: 'External: the public or other organisations',
  internal: 'Internal: colleagues of the same organisation',
  both: 'Both internal and external',
  none: 'No customers had a part in it',
}

/** The same in two or three words, for the head of a page. */
const sectorWords: Record<Sector, string> = {
  private: 'private sector',
  public: 'public sector',
  'not-for-profit': 'not for profit',
}
const customersWords: Record<Customers, string> = {
  external: 'external customers',
  internal: 'internal customers',
  both: 'internal and external customers',
  none: 'no customers',
}

/** "Private sector, external customers" */
export const placeText = ({ sector, customers }: { sector: Sector | null; customers: Customers | null }): string => {
  const words = [sector && sectorWords[sector], customers && customersWords[customers]].filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const moverNames: Record<EvidenceResult['waitingFor'], string> = {
  learner: 'The learner',
  assessor: 'The assessor',
  nobody: 'Nobody',
}

/** Where a kind of evidence is not accepted: who can change that (R69). */
export const whoSetsMethods =
  'The lead IQA or a centre administrator keeps what is accepted, on the page of the qualification.'

/** What is still missing, as a thing to do. */
const missingSentences: Record<Exclude<Missing, MissingField>, string> = {
  title: 'Give it a title.',
  kind: `Choose a kind of evidence that is accepted. What is written stays as it is, also in a draft that you leave. ${whoSetsMethods}`,
  content: 'Put in a file, write a statement, or fill in the record.',
  day: 'Say on which day it happened.',
  'day-to-come': 'Give a day that is not in the future.',
  setting: 'Say where you did it.',
  sector: 'Say what kind of organisation it was: you ticked something that is done at work.',
  customers: 'Say whose customers they were: you ticked something that is done at work.',
  'occasion-day': 'Say on which day each further occasion was, or take it out.',
  'occasion-to-come': 'Give each occasion a day that is not in the future.',
  claims: 'Tick at least one criterion that it shows.',
  parts: 'Give each part of the recording a title, its time and the criteria that it shows.',
  authenticity: 'Tick the statement above: it is your word on this.',
  answers: 'Answer every question of the worksheet.',
  'handing-over': 'Whoever wrote it has yet to give their word on it.',
  'expert-status':
    'An expert witness has up-to-date expertise, knows the standards, and is a qualified assessor or evaluates staff at work. Tick what is true, or make it a witness testimony.',
}
/** Whether its kind cannot change any more: a witness signed it, or it answers a worksheet (R82, R110). */
export const kindStays = (
  { testimony }: Pick<EvidenceResult, 'testimony'>,
  { worksheetId }: Pick<EvidenceVersion, 'worksheetId'>,
): boolean => testimony !== null || worksheetId !== null
const otherEvidence = `Its kind is not accepted now and cannot change. Begin new evidence of a kind that is accepted; what is written here stays, and can still be submitted once its kind is accepted again. ${whoSetsMethods}`

export const isOfRecord = (missing: Missing): missing is MissingField => missing.startsWith('record/')
/** `stays` is what `kindStays` says of it. */
export const missingSentence = (missing: Missing, type: EvidenceType | null = null, stays = false): string => {
  if (isOfRecord(missing)) return missingInRecordSentence(type, missing)
  return missing === 'kind' && stays ? otherEvidence : missingSentences[missing]
}

const verbs: Record<EvidenceVerb, string> = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  'start-review': 'judged',
  accept: 'accepted',
  return: 'returned',
  'draft-again': 'drafted again',
}
const rolesIn: Record<EvidenceRole, string> = {
  learner: 'the learner',
  mentor: 'a mentor',
  'trainee-assessor': 'a trainee assessor',
  assessor: 'an assessor',
  countersigner: 'a countersigner',
}
const stateIn = (state: unknown): string =>
  evidenceStateNames[state as EvidenceState]?.toLowerCase() ?? 'in another state'

export const evidenceCodes = {
  'evidence/not-ready': d =>
    `It cannot be submitted yet. ${(d.missing as Missing[] | undefined)?.map(m => missingSentence(m)).join(' ') ?? ''}`.trim(),
  'evidence/not-draft': d =>
    `This evidence is ${d.state ? stateIn(d.state) : 'not a draft'}, so it cannot be changed any more. What is judged is what was put in.`,
  'evidence/not-possible-now': d =>
    d.verb
      ? `This evidence is ${stateIn(d.state)}; ${rolesIn[d.role as EvidenceRole] ?? 'nobody'} cannot have it ${verbs[d.verb as EvidenceVerb] ?? 'changed'} now.`
      : 'This is not possible in the state that the evidence is in.',
  'evidence/already-decided': () =>
    'An assessor has decided on this evidence, so it stays in the portfolio and cannot be withdrawn.',
  'evidence/policy-needs-words': () =>
    'A policy or procedure shows what your workplace wants. Write in your own words how you follow it in your job; then it can go in beside them.',
  'evidence/blank-form-unexplained': () =>
    'A blank form shows nothing. Put in one that was filled in; or, if you made the form yourself, say what you started with it.',
  'evidence/signed-by-witness': () =>
    'A witness has signed this, so their testimony stays as it is. Add your own evidence and relate it to this testimony.',
  'evidence/left-to-learner': () =>
    'A witness has signed this. The learner adds where it was and which criteria it shows, and submits it.',
  'evidence/changed-meanwhile': () => 'This was changed in another window meanwhile. Nothing you typed is lost.',
  'evidence/no-such-plan': () => 'This plan is not there any more, or is for another learner. Choose another.',
  'evidence/no-recording': () => 'This file is no recording, so it has no length and no parts.',
  'evidence/not-yours': () =>
    'Only the learner, and the assessors and mentor named for the learner, can do this in this portfolio.',
  'evidence/written-by-another': () => 'Somebody else wrote this evidence. Only they can change what it says.',
  'evidence/only-the-learner': () => 'Only the learner whose portfolio it is can do this.',
  'evidence/choose-a-learner': () => 'Open a learner’s portfolio first, to add evidence on their behalf.',
  'evidence/handed-over': () =>
    'You have given your word on this, so it stays as it is. Take it back first if something must be changed.',
  'evidence/declared-when-submitted': () => 'You say that it is your own work when you submit it.',
  'evidence/not-the-one-to-see': () =>
    'An assessor, mentor or IQA who is named for this learner goes to see evidence that is kept elsewhere.',
  'evidence/not-kept-elsewhere': () => 'This evidence is here. Only what is kept elsewhere has to be seen there.',
  'evidence/seen-in-future': () => 'Give a day that is not in the future.',
  'evidence/not-in-portfolio': () =>
    'Only evidence of the same portfolio can be named here, and nothing that was withdrawn. Reload the page to see what there is.',
  'evidence/names-itself': () => 'Evidence cannot name itself. Choose another piece.',
  'claims/only-the-learner': () => 'A claim is the learner’s own word: only the learner ticks here.',
  'claims/not-chosen': d =>
    `${count(Array.isArray(d.criteria) ? d.criteria.length : 0, 'criterion is', 'criteria are')} not in the units that were chosen. Reload the page to see your units as they are now.`,
} satisfies Codes

export const evidenceTitle = (title: string): string => title.trim() || 'Untitled evidence'

/** "Submitted by Amina Yusuf on 14 May 2026" */
export const onBehalfText = (by: { id: string; name: string }, learner: { id: string; name: string }): string =>
  by.id === learner.id ? '' : `Added by ${by.name} on ${learner.name}’s behalf`

export const criteriaText = (criteria: number, units: number): string =>
  criteria === 0 ? 'Nothing claimed yet' : `${count(criteria, 'criterion', 'criteria')} in ${count(units, 'unit')}`

export const shownOnText = (day: string | null): string => (day ? dayText(day) : 'No day yet')
