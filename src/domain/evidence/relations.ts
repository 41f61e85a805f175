/** Evidence that names other evidence of the same portfolio (R73), and what it is to it. */
import { Refusal } from '../refusal.ts'
import type { EvidenceType } from './evidence.ts'

export const relations = ['follows-up', 'relates-to'] as const
export type Relation = (typeof relations)[number]

const followUps: readonly (EvidenceType | null)[] = ['questioning', 'professional-discussion']

/** Questions and discussions follow up the observation or testimony that they hang on (R118); anything else relates to it. */
export const relationOf = (type: EvidenceType | null): Relation =>
  followUps.includes(type) ? 'follows-up' : 'relates-to'

/**
 * Refuses `evidence/not-in-portfolio` when something named is not evidence of the same portfolio, or was withdrawn, and
 * `evidence/names-itself`.
 */
export function requireRelatable(evidenceId: string, named: readonly string[], inPortfolio: readonly string[]): void {
  if (named.includes(evidenceId)) throw new Refusal('evidence/names-itself')
  if (named.some(id => !inPortfolio.includes(id))) throw new Refusal('evidence/not-in-portfolio')
}
