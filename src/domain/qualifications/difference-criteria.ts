/** What became of each criterion of a unit. */

import { likeness, sameWords } from './likeness.ts'
import { compareNumbers } from './numbering.ts'
import type { Criterion, CriterionKind, UnitSpecification } from './specification.ts'

/** Where a criterion stands and what it says, its parts included. */
export type CriterionSaid = { number: string; text: string; kind: CriterionKind | null }

export type CriterionChange =
  | { kind: 'added'; to: CriterionSaid }
  | { kind: 'removed'; from: CriterionSaid }
  /** `reworded` keeps its number, `moved` its words; `of-another-kind` keeps both but is knowledge now, or performance. */
  | { kind: 'reworded' | 'moved' | 'moved-and-reworded' | 'of-another-kind'; from: CriterionSaid; to: CriterionSaid }

type Pair = { was: CriterionSaid; is: CriterionSaid }

/**
 * The changes, in the order of the newer numbers, and how many criteria stayed as they were. A criterion under its old
 * number that shares hardly a word with the old one is another one: the old was removed and this added.
 */
export function criterionChanges(
  was: UnitSpecification,
  is: UnitSpecification,
): { changes: CriterionChange[]; kept: number } {
  const [left, right] = [new Set(saidIn(was)), new Set(saidIn(is))]
  const pairs: Pair[] = []
  const pair = (was: CriterionSaid, is: CriterionSaid) => {
    pairs.push({ was, is })
    left.delete(was)
    right.delete(is)
  }
  const pairWhere = (same: (was: CriterionSaid, is: CriterionSaid) => boolean) => {
    for (const one of left) {
      const other = [...right].find(candidate => same(one, candidate))
      if (other) pair(one, other)
    }
  }
  pairWhere((a, b) => a.number === b.number && sameWords(a.text, b.text))
  pairWhere((a, b) => sameWords(a.text, b.text))
  const near = [...left]
    .flatMap(one => [...right].map(other => ({ one, other, like: nearness(one, other) })))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
  for (const { one, other } of near) if (left.has(one) && right.has(other)) pair(one, other)

  const changes: CriterionChange[] = [
    ...pairs.flatMap(changeOf),
    ...[...left].map(from => ({ kind: 'removed' as const, from })),
    ...[...right].map(to => ({ kind: 'added' as const, to })),
  ]
  return { changes: changes.sort(byNumber), kept: pairs.filter(one => changeOf(one).length === 0).length }
}

/** Under its own number a criterion may be reworded a good deal; under another it must be very nearly the same. */
function nearness(a: CriterionSaid, b: CriterionSaid): number {
  const like = likeness(a.text, b.text)
  if (a.number === b.number) return like >= 0.3 ? 1 + like : 0
  return like >= 0.75 ? like : 0
}

function changeOf({ was: from, is: to }: Pair): CriterionChange[] {
  const [moved, reworded] = [from.number !== to.number, !sameWords(from.text, to.text)]
  if (moved) return [{ kind: reworded ? 'moved-and-reworded' : 'moved', from, to }]
  if (reworded) return [{ kind: 'reworded', from, to }]
  return from.kind === to.kind ? [] : [{ kind: 'of-another-kind', from, to }]
}

function saidIn(unit: UnitSpecification): CriterionSaid[] {
  return unit.outcomes.flatMap(({ criteria }) => criteria.map(said))
}

const said = ({ number, kind, text, parts }: Criterion): CriterionSaid => ({
  number,
  kind,
  text: [text, ...parts.map(part => [part.code, part.text].filter(Boolean).join(' '))].filter(Boolean).join('\n'),
})

const numberIn = (change: CriterionChange) => ('to' in change ? change.to.number : change.from.number)
const byNumber = (a: CriterionChange, b: CriterionChange) => compareNumbers(numberIn(a), numberIn(b))
