/** The fields that records of evidence are made of: each has one name and one meaning, whatever kind of evidence asks for it. */
import type { Day } from '../time.ts'

/** One line of a statement, a log or a diary (R53). */
export type RecordEntry = { day: Day | null; details: string; links: string; covers: string }
export const answerForms = ['spoken', 'written', 'recorded'] as const
/** One question with its answer, in whatever form it was given (R57). */
export type RecordAnswer = { question: string; answer: string; form: (typeof answerForms)[number] }

/** APEL: what somebody learned by doing; APL: what they were taught and assessed in; credit transfer: a unit already awarded (R86). */
export const priorKinds = ['apel', 'apl', 'credit-transfer'] as const
export type PriorKind = (typeof priorKinds)[number]

/** The most that a list of entries or questions holds; nobody's statement is longer. */
export const longestList = 100

export const recordFields = {
  /** What, where, how, why and with whom: what a testimony, a report or a discussion must say (R79); the day is the evidence's own. */
  what: { kind: 'text' },
  where: { kind: 'line' },
  how: { kind: 'text' },
  why: { kind: 'text' },
  withWhom: { kind: 'line' },
  from: { kind: 'time' },
  until: { kind: 'time' },
  purpose: { kind: 'text' },
  circumstances: { kind: 'text' },
  ownPart: { kind: 'text' },
  learned: { kind: 'text' },
  next: { kind: 'text' },
  source: { kind: 'line' },
  /** The range or scope that was covered, as a standard prints it (R54, R55). */
  range: { kind: 'text' },
  /** Knowledge that could be seen in what was done (R54, R85). */
  knowledge: { kind: 'text' },
  otherUnits: { kind: 'text' },
  comments: { kind: 'text' },
  satisfactory: { kind: 'yes-no' },
  agreed: { kind: 'yes-no' },
  entries: { kind: 'entries' },
  questions: { kind: 'questions' },
  witnessName: { kind: 'line' },
  relationship: { kind: 'line' },
  accurate: { kind: 'yes-no' },
  qualifiedAssessor: { kind: 'yes-no' },
  knowsStandards: { kind: 'yes-no' },
  evaluatesPractice: { kind: 'yes-no' },
  currentExpertise: { kind: 'yes-no' },
  priorKind: { kind: 'choice', choices: priorKinds },
  origin: { kind: 'line' },
  priorDay: { kind: 'day' },
  standsFor: { kind: 'text' },
  keptElsewhere: { kind: 'yes-no' },
  keptWhat: { kind: 'line' },
  keptAt: { kind: 'line' },
} as const satisfies Record<
  string,
  | { kind: 'line' | 'text' | 'day' | 'time' | 'yes-no' | 'entries' | 'questions' }
  | { kind: 'choice'; choices: readonly string[] }
>

export type FieldName = keyof typeof recordFields
export type FieldKind = (typeof recordFields)[FieldName]['kind']
export const fieldNames = Object.keys(recordFields) as FieldName[]

type ValueOf<F> = F extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : F extends { kind: 'yes-no' }
    ? boolean
    : F extends { kind: 'entries' }
      ? RecordEntry[]
      : F extends { kind: 'questions' }
        ? RecordAnswer[]
        : string

/** What was filled in, by field; a field that is not there is empty. Fields of other kinds of evidence may be kept in it. */
export type EvidenceRecord = { [N in FieldName]?: ValueOf<(typeof recordFields)[N]> }

/** One field as it is sent: null empties it. */
export type RecordChange = { [N in FieldName]?: EvidenceRecord[N] | null }

/** The longest that a field of each kind may be, in letters. */
export const longest = { line: 300, text: 10_000 } as const

/**
 * The record after a change, with what says nothing left out: empty words, a box that is not ticked, lines of a list in
 * which nothing was written. U+0000, which the database cannot hold, is taken out.
 */
export function changedRecord(record: EvidenceRecord, change: RecordChange): EvidenceRecord {
  const next: Record<string, unknown> = { ...record }
  for (const [name, given] of Object.entries(change)) {
    const value = clean(given)
    if (says(value)) next[name] = value
    else delete next[name]
  }
  return next as EvidenceRecord
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '')
  if (Array.isArray(value)) return value.map(clean).filter(says)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, clean(v)]))
  return value
}

/** Whether a value says anything. The form of an answer alone does not. */
export function says(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.some(says)
  if (value !== null && typeof value === 'object')
    return Object.entries(value).some(([key, v]) => key !== 'form' && says(v))
  return value === true
}
