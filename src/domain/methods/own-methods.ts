/** Kinds of evidence that a centre adds for a version, because its awarding organisation has them (R68). */
import { type EvidenceType, evidenceTypes } from '../evidence/evidence.ts'
import { abbreviations } from '../evidence/kinds.ts'
import { Refusal } from '../refusal.ts'

/** What one may behave like: anything but a worksheet, which is made of questions of the centre. */
export const modelTypes = evidenceTypes.filter(t => t !== 'worksheet') as Exclude<EvidenceType, 'worksheet'>[]

/** How one is named wherever evidence is named by its kind. */
export type OwnMethod = { id: string; name: string; abbreviation: string }

/**
 * Its letters stand in the same key as the fixed ones and as those of the version's others (R67), so they are its own.
 * Refuses `methods/abbreviation-taken`, and `methods/name-taken` where the version has one of this name.
 */
export function requireDistinct(
  { name, abbreviation }: Omit<OwnMethod, 'id'>,
  standing: readonly Omit<OwnMethod, 'id'>[],
): void {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  if (standing.some(m => same(m.name, name))) throw new Refusal('methods/name-taken', { name })
  if ([...abbreviations, ...standing.map(m => m.abbreviation)].some(a => same(a, abbreviation)))
    throw new Refusal('methods/abbreviation-taken', { abbreviation })
}
