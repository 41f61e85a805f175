/** A unit that stands in several qualifications is one unit, though each document prints it in its own way (R21). */

import { compareNumbers } from './numbering.ts'
import type { Criterion, Outcome, UnitSpecification } from './specification.ts'

/**
 * What makes two units the same: the code, the numbers of outcomes and criteria, and the criteria's wording but for
 * punctuation, spacing and capitals. Two units with equal content are stored once; title, level, credit and the titles
 * of outcomes do not tell, because a checklist may leave out what a handbook prints.
 */
export function contentOf(unit: UnitSpecification): string {
  return JSON.stringify([
    unit.id,
    inOrder(unit).outcomes.map(outcome => [
      outcome.number,
      outcome.criteria.map(c => [c.number, plain(c.text), c.parts.map(part => [plain(part.code), plain(part.text)])]),
    ]),
  ])
}

/** The unit with outcomes and criteria in the order of their numbers (R18); kinds of outcome keep their order. */
export function inOrder(unit: UnitSpecification): UnitSpecification {
  const kinds = [...new Set(unit.outcomes.map(outcome => outcome.kind))]
  const outcomes = kinds.flatMap(kind => unit.outcomes.filter(o => o.kind === kind).sort(byNumber))
  return { ...unit, outcomes: outcomes.map(o => ({ ...o, criteria: [...o.criteria].sort(byNumber) })) }
}

/** What one document prints otherwise than the stored unit; empty where it prints the same. */
export type AsPrinted = Partial<Omit<UnitSpecification, 'id' | 'outcomes'>> & {
  outcomes?: Record<string, Partial<Omit<Outcome, 'number' | 'criteria'>>>
  criteria?: Record<string, Partial<Omit<Criterion, 'number'>>>
}

/** The differences of a printed unit from the stored one with equal content (see `contentOf`). */
export function differencesOf(stored: UnitSpecification, printed: UnitSpecification): AsPrinted {
  const { id: _id, outcomes: _outcomes, ...details } = printed
  const outcomes = keyed(stored.outcomes, printed.outcomes, ({ number: _n, criteria: _c, ...said }) => said)
  const criteria = keyed(criteriaOf(stored), criteriaOf(printed), ({ number: _n, ...said }) => said)
  return {
    ...changed(stored, details),
    ...(Object.keys(outcomes).length > 0 ? { outcomes } : {}),
    ...(Object.keys(criteria).length > 0 ? { criteria } : {}),
  }
}

type PrintedUnit = { outcomes: (Pick<Outcome, 'number' | 'kind' | 'title'> & { criteria: Criterion[] })[] }

/** The unit as one document prints it; anything else that the unit carries, such as ids, stays. */
export function asPrinted<U extends PrintedUnit>(unit: U, said: AsPrinted): U {
  const { outcomes, criteria, ...details } = said
  return {
    ...unit,
    ...details,
    outcomes: unit.outcomes.map(outcome => ({
      ...outcome,
      ...outcomes?.[outcome.number],
      criteria: outcome.criteria.map(c => ({ ...c, ...criteria?.[c.number] })),
    })),
  }
}

const byNumber = (a: { number: string }, b: { number: string }) => compareNumbers(a.number, b.number)
const criteriaOf = (unit: UnitSpecification) => unit.outcomes.flatMap(outcome => outcome.criteria)

/** Apostrophes join, other marks part: "customers’" is "customers'", and "up-to-date" is "up to date". */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function keyed<T extends { number: string }, S extends object>(
  stored: T[],
  printed: T[],
  said: (one: T) => S,
): Record<string, Partial<S>> {
  const known = new Map(stored.map(one => [one.number, one]))
  return Object.fromEntries(
    printed
      .map(one => [one.number, changed((known.get(one.number) ?? {}) as Partial<S>, said(one))] as const)
      .filter(([, difference]) => Object.keys(difference).length > 0),
  )
}

function changed<S extends object>(stored: Partial<S>, said: S): Partial<S> {
  const different = Object.entries(said).filter(
    ([key, value]) => !same(value, (stored as Record<string, unknown>)[key]),
  )
  return Object.fromEntries(different) as Partial<S>
}

function same(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
