/**
 * What somebody who judges or verifies must show, for a level from 1 to 4: seven requirements, and five more of an EQA. The
 * marks that said which apply to whom were lost when the source was read, so each is to be confirmed by a named person (R111).
 */
import type { CompetenceRole } from './authority.ts'

export const requirements = [
  'standards',
  'vq-practice',
  'sector-practice',
  'assessment-process',
  'credible-experience',
  'staff-award',
  'communication',
] as const
/** Of an EQA besides (R114). */
export const eqaRequirements = [
  'eqa-standards',
  'eqa-process',
  'eqa-experience',
  'eqa-current-practice',
  'eqa-communication',
] as const
export const allRequirements = [...requirements, ...eqaRequirements] as const
export type Requirement = (typeof allRequirements)[number]

export const levelsOfRecord = [1, 2, 3, 4] as const

/** Those that may be asked of a role: the five more are of EQAs alone, and are not in doubt. */
export const requirementsOf = (role: CompetenceRole): readonly Requirement[] =>
  role === 'eqa' ? allRequirements : requirements

export type Applies = 'yes' | 'no' | 'to-be-confirmed'

/** Whether a requirement is asked of a role: as last confirmed; the five of an EQA always; otherwise still in doubt. */
export function appliesTo(requirement: Requirement, confirmed: readonly string[] | null): Applies {
  if ((eqaRequirements as readonly string[]).includes(requirement)) return 'yes'
  if (confirmed === null) return 'to-be-confirmed'
  return confirmed.includes(requirement) ? 'yes' : 'no'
}

export type Shown = { level: number; requirement: string }

/** One line of the matrix of a person in a role at a level. */
export type RequirementRow = { requirement: Requirement; applies: Applies; shown: boolean }

/**
 * The matrix of one role at one level. The award counts as shown once its certificate, or what proves that it is worked
 * towards, has been seen; everything else by evidence recorded for that very level.
 */
export function rowsOf(
  role: CompetenceRole,
  level: number,
  evidence: readonly Shown[],
  awardShown: boolean,
  confirmed: readonly string[] | null,
): RequirementRow[] {
  return requirementsOf(role).map(requirement => ({
    requirement,
    applies: appliesTo(requirement, confirmed),
    shown:
      evidence.some(e => e.level === level && e.requirement === requirement) ||
      (requirement === 'staff-award' && awardShown),
  }))
}

/** What is missing: neither shown nor known not to apply. */
export const missingRows = (rows: readonly RequirementRow[]): Requirement[] =>
  rows.filter(r => !r.shown && r.applies !== 'no').map(r => r.requirement)

/** The levels to look at: those of the scope, otherwise those that the centre offers; of each, 1 to 4. */
export function levelsToShow(scopes: readonly { levels: number[] | null }[], offered: readonly number[]): number[] {
  const asked = scopes.some(s => s.levels === null) ? offered : scopes.flatMap(s => s.levels ?? [])
  return [...new Set(asked)].filter(level => (levelsOfRecord as readonly number[]).includes(level)).sort()
}
