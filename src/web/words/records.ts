/** The words of the records of evidence: what each field is called on each kind, and what to write there. */
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import type { FieldName, RecordAnswer } from '#domain/evidence/record-fields.ts'
import type { MissingField } from '#domain/evidence/submission.ts'

/** `read`: what it is called when somebody else reads it, where the form speaks to its writer. */
type Said = { label: string; hint?: string; read?: string }

const names: Record<FieldName, Said> = {
  what: { label: 'What was done', hint: 'Step by step, so that somebody who was not there can see it' },
  where: { label: 'Where', hint: 'The place itself: the shop floor, the office, on the telephone' },
  how: { label: 'How it was done', hint: 'The way of working, the tools, the words that were used' },
  why: { label: 'Why it was done this way' },
  withWhom: { label: 'With whom', hint: 'Customers and colleagues by what they were, not by name' },
  from: { label: 'From' },
  until: { label: 'Until' },
  purpose: { label: 'What it is for' },
  circumstances: { label: 'How it came about' },
  ownPart: {
    label: 'What you did yourself',
    read: 'What the learner did',
    hint: 'And what others did, if it was made together',
  },
  learned: { label: 'What you learned', read: 'What was learned' },
  next: { label: 'What comes next' },
  source: { label: 'Where it comes from' },
  range: { label: 'Range covered', hint: 'Kinds of customer, product or situation that were part of it' },
  knowledge: { label: 'Knowledge that could be seen', hint: 'What the learner clearly knew, and what showed it' },
  otherUnits: { label: 'Other units that it may serve' },
  comments: { label: 'Comments' },
  satisfactory: { label: 'What was seen was done as it should be' },
  agreed: { label: 'Everybody who can be seen or heard has agreed to it' },
  entries: { label: 'Entries' },
  questions: { label: 'Questions and answers' },
  witnessName: { label: 'Name of the witness' },
  relationship: { label: 'How the witness knows the learner', hint: 'Supervisor, colleague, customer …' },
  accurate: { label: 'The witness confirms that this is true and accurate' },
  qualifiedAssessor: { label: 'The witness is a qualified workplace assessor' },
  knowsStandards: { label: 'The witness knows the standards that the learner works towards' },
  evaluatesPractice: { label: 'It is part of the witness’s work to evaluate how staff work every day' },
  currentExpertise: { label: 'The witness has up-to-date expertise in this work' },
  priorKind: { label: 'What kind of prior learning' },
  origin: { label: 'Where it was gained', hint: 'Employer, course or awarding organisation' },
  priorDay: { label: 'Day it was gained or awarded' },
  standsFor: {
    label: 'What it stands for',
    hint: 'Which part of the qualification it is to take the place of, and why it does',
  },
  keptElsewhere: { label: 'The evidence itself stays somewhere else' },
  keptWhat: { label: 'What it is' },
  keptAt: { label: 'Where it is kept', hint: 'So that somebody can go and look at it' },
}

/** Where a kind has a better word for the same field. */
const onKind: Partial<Record<EvidenceType, Partial<Record<FieldName, Said>>>> = {
  observation: {
    what: {
      label: 'What you saw',
      read: 'What was seen',
      hint: 'What the learner did, step by step, and how it ended',
    },
    how: { label: 'How the learner did it', hint: 'Manner, words, tools, order of things' },
    why: { label: 'Why it was done this way', hint: 'What made it necessary, or what the learner said about it' },
    comments: { label: 'Your comments and feedback to the learner', read: 'Comments and feedback to the learner' },
    satisfactory: {
      label: 'I confirm that what I saw was done as it should be',
      read: 'What was seen was done as it should be',
    },
  },
  'professional-discussion': {
    what: {
      label: 'What you talked about',
      read: 'What was talked about',
      hint: 'Each subject, with what the learner said about it',
    },
    how: {
      label: 'How you talked',
      read: 'How it was held',
      hint: 'Face to face, on the telephone, recorded or written down',
    },
    why: {
      label: 'Why you had the discussion',
      read: 'Why it was held',
      hint: 'What it was to show that other evidence did not',
    },
    withWhom: { label: 'Who took part' },
    comments: { label: 'The assessor’s comments' },
  },
  questioning: {
    circumstances: {
      label: 'How the questions came about',
      hint: 'What other evidence had left open, and when they were asked',
    },
    comments: { label: 'The assessor’s comments' },
  },
  'witness-testimony': {
    what: { label: 'What the witness saw', hint: 'On which occasion, step by step, and how it ended' },
    withWhom: { label: 'Who else was there', hint: 'Customers and colleagues by what they were, not by name' },
  },
  'expert-witness': {
    what: { label: 'What the expert saw or found', hint: 'On which occasion, step by step, and how it ended' },
    withWhom: { label: 'Who else was there' },
    witnessName: { label: 'Name of the expert witness' },
    relationship: { label: 'What the expert is to the learner', hint: 'Post, profession or other connection' },
  },
  'personal-statement': {
    purpose: { label: 'What the statement is for', hint: 'In one sentence: what should your assessor find in it?' },
    entries: { label: 'Dated entries' },
  },
  'reflective-log': {
    purpose: { label: 'What you look back on', read: 'What it looks back on' },
    entries: { label: 'What happened, day by day' },
    next: { label: 'What you will do differently', read: 'What will be done differently' },
  },
  'case-study': {
    circumstances: { label: 'The case', hint: 'The situation that you were given' },
    what: { label: 'What you would do' },
    why: { label: 'Why you would do it' },
    source: { label: 'Where the case comes from' },
  },
  worksheet: { source: { label: 'Which worksheet it is' } },
  'work-product': {
    purpose: { label: 'What it was made for' },
    withWhom: { label: 'Who else worked on it', hint: 'By what they are, not by name' },
  },
  recording: {
    what: { label: 'What can be seen or heard', hint: 'With the minute at which it begins' },
    withWhom: { label: 'Who else can be seen or heard', hint: 'By what they are, not by name' },
  },
  'customer-feedback': {
    source: { label: 'Who gave it', hint: 'What kind of customer; leave out names' },
    what: { label: 'What it is about' },
    how: { label: 'How it reached you' },
  },
  appraisal: {
    withWhom: { label: 'Who held it' },
    what: { label: 'What was found' },
    next: { label: 'What was agreed' },
  },
  'training-record': {
    source: { label: 'Who gave the training' },
    next: { label: 'How you use it at work' },
  },
  'work-diary': { entries: { label: 'What you did, day by day' } },
  minutes: {
    what: { label: 'Which meeting, and what it decided' },
    withWhom: { label: 'Who was there', hint: 'By what they are, not by name' },
    ownPart: { label: 'What you said or took on' },
  },
}

export const fieldWords = (type: EvidenceType | null, name: FieldName): Said =>
  (type && onKind[type]?.[name]) ?? names[name]

/** What a field is called to somebody who reads it. */
export const readWords = (type: EvidenceType, name: FieldName): string => {
  const { label, read } = fieldWords(type, name)
  return read ?? label
}

/** Of a line of a statement, a log or a diary. */
export const entryNames = {
  day: 'Day',
  details: 'What you did',
  links: 'Other evidence that shows it (numbers)',
  covers: 'Units and criteria that it covers',
} as const
export const questionNames = { question: 'Question', answer: 'Answer', form: 'The answer was' } as const
export const answerFormNames: Record<RecordAnswer['form'], string> = {
  spoken: 'Spoken, and written down here',
  written: 'Written by the learner',
  recorded: 'Recorded; this is its gist',
}
export const choiceNames: Record<string, string> = {
  apel: 'Experience: learned by doing (APEL)',
  apl: 'Learning: a course or an assessment that was passed (APL)',
  'credit-transfer': 'A unit that was already awarded (credit transfer)',
}

/** "Say where, in the record." */
export const missingInRecordSentence = (type: EvidenceType | null, missing: MissingField): string =>
  `Fill in “${fieldWords(type, missing.slice('record/'.length) as FieldName).label}”.`
