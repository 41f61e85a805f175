/** What each kind of evidence is, and what it can show: told to learners before they use it, and asked again by every decision. */
import { type EvidenceType, evidenceTypes, type Setting } from './evidence.ts'

/**
 * What a kind can show of a person. `performance`: that they did it at work. `knowledge`: that they know it, never that they
 * did it (R81). `both`: either, as its content has it. `supporting`: it bears out other evidence and is never enough by
 * itself (R80).
 */
export type Showing = 'performance' | 'knowledge' | 'both' | 'supporting'

/** In the order of the printed key (R67). */
export const abbreviations = ['EI', 'O', 'P', 'WT', 'S', 'APEL', 'Q&A', 'EWE', 'PD', 'WORKSHEET'] as const
export type Abbreviation = (typeof abbreviations)[number]

export type Kind = {
  /** As printed in an index of evidence, with its key: O, WT, PD … (R67). `EI` where awarding bodies have no letter for it. */
  abbreviation: Abbreviation
  shows: Showing
}

export const evidenceTypeKinds: Record<EvidenceType, Kind> = {
  'work-product': { abbreviation: 'EI', shows: 'both' },
  observation: { abbreviation: 'O', shows: 'both' },
  'professional-discussion': { abbreviation: 'PD', shows: 'both' },
  questioning: { abbreviation: 'Q&A', shows: 'knowledge' },
  'witness-testimony': { abbreviation: 'WT', shows: 'both' },
  'expert-witness': { abbreviation: 'EWE', shows: 'both' },
  'personal-statement': { abbreviation: 'P', shows: 'both' },
  'reflective-log': { abbreviation: 'P', shows: 'both' },
  'case-study': { abbreviation: 'EI', shows: 'knowledge' },
  worksheet: { abbreviation: 'WORKSHEET', shows: 'knowledge' },
  recording: { abbreviation: 'EI', shows: 'both' },
  'customer-feedback': { abbreviation: 'EI', shows: 'both' },
  appraisal: { abbreviation: 'EI', shows: 'both' },
  'training-record': { abbreviation: 'EI', shows: 'supporting' },
  'work-diary': { abbreviation: 'EI', shows: 'supporting' },
  minutes: { abbreviation: 'EI', shows: 'supporting' },
  'prior-learning': { abbreviation: 'APEL', shows: 'both' },
}

/**
 * What an index of evidence prints for one piece: the letters of its kind, or of the centre's own method, and S where it
 * was simulated (R67, R68).
 */
export const abbreviationsOf = (
  type: EvidenceType | null,
  setting: Setting | null,
  own: { abbreviation: string } | null = null,
): string[] => [
  ...(type ? [own?.abbreviation ?? evidenceTypeKinds[type].abbreviation] : []),
  ...(setting === 'simulation' ? (['S'] as const) : []),
]

/** Kinds that are never enough by themselves (R80). */
export const supportingTypes: EvidenceType[] = evidenceTypes.filter(t => evidenceTypeKinds[t].shows === 'supporting')

export const isSupporting = (type: EvidenceType | null): boolean => type !== null && supportingTypes.includes(type)

/** Whether a kind can show that something was done at work; one that nobody has named yet may. */
export const mayShowPerformance = (type: EvidenceType | null): boolean =>
  type === null || ['performance', 'both'].includes(evidenceTypeKinds[type].shows)
