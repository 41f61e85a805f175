/** What to change in a selection so that it makes the qualification: the smallest changes first. */

import { type Combination, combinationOf } from './combination.ts'
import { type RuleConfirmation, sumsOf } from './constraints.ts'
import {
  type Candidate,
  type Fixed,
  type Limit,
  OutOfEffort,
  type Solution,
  smallestChange,
} from './smallest-change.ts'
import type { QualificationSpecification, UnitSpecification } from './specification.ts'
import type { StructureUnit } from './structure.ts'

/**
 * One way to put a selection right. Unit ids in number order; `remove` may name ids that are no unit of the qualification.
 * `provisional` means that a rule is still unknown, so that this satisfies only what is known (R41).
 */
export type Suggestion = { add: string[]; remove: string[]; unitsAfter: string[]; provisional: boolean }

export type SuggestionOptions = {
  /** Units that must stay, because they are achieved. They count as selected. */
  keep?: readonly string[]
  /** How many suggestions at most; 3 where not given. */
  limit?: number
  confirmations?: RuleConfirmation[]
  /** How many states the search may look at before it answers with what it has. */
  effort?: number
}

/**
 * The smallest changes after which every known rule holds: fewest units added and removed, then fewest credits, then, at
 * the first unit in number order where two suggestions differ, the one that takes it. No suggestion contains another:
 * each stops working when any one of its changes is left undone. Empty where the selection needs no change, and where no
 * change can help (a unit to keep is outside the structure, or the kept units already break an upper bound). Fewer than
 * asked for where there are no more, or where the rules are so tangled that looking for more would keep people waiting.
 */
export function suggestChanges(
  qualification: QualificationSpecification,
  units: UnitSpecification[],
  selectedIds: readonly string[],
  { keep = [], limit = 3, confirmations = [], effort = usualEffort }: SuggestionOptions = {},
): Suggestion[] {
  const combination = combinationOf(qualification, units, confirmations)
  const selected = new Set([...selectedIds, ...keep])
  const kept = new Set(keep)
  const place = new Map(combination.structure.map(unit => [unit.id, unit]))
  const outside = [...selected].filter(id => !place.has(id))
  if (outside.some(id => kept.has(id)) || [...combination.required.keys()].some(id => !place.has(id))) return []

  const search = searchOf(combination, selected, kept)
  const provisional = combination.rules.some(({ rule }) => 'unknown' in rule)
  return smallestChanges(search, limit, effort)
    .map(({ taken }) => {
      const after = new Set(search.settled)
      for (const [at, unit] of search.choices.entries()) if (taken[at]) after.add(unit)
      const unitsAfter = combination.structure.filter(unit => after.has(unit)).map(unit => unit.id)
      const add = unitsAfter.filter(id => !selected.has(id))
      const remove = combination.structure
        .filter(unit => selected.has(unit.id) && !after.has(unit))
        .map(unit => unit.id)
      return { add, remove: [...remove, ...outside], unitsAfter, provisional }
    })
    .filter(({ add, remove }) => add.length + remove.length > 0)
}

/**
 * Some tenths of a second. Structures like those of real qualifications (60 units in groups, a dozen rules) take a few
 * thousand states; only rules that cut across one another at random come near this.
 */
const usualEffort = 60_000

/** `settled` units are taken in every suggestion; `choices` stand beside their candidates. */
type Search = { settled: StructureUnit[]; choices: StructureUnit[]; candidates: Candidate[]; limits: Limit[] }

/**
 * Leaves to the search only the units that can matter. Taking a unit that adds to nothing still needed, or leaving out
 * one that no upper bound counts, would be a change that could as well be left undone.
 */
function searchOf({ structure, constraints, required }: Combination, selected: Set<string>, kept: Set<string>): Search {
  const capped = constraints.filter(({ max }) => Number.isFinite(max))
  const settled = structure.filter(
    unit =>
      required.has(unit.id) ||
      kept.has(unit.id) ||
      (selected.has(unit.id) && capped.every(constraint => constraint.share(unit).most === 0)),
  )
  const settledUnits = new Set(settled)
  const bounds = constraints.map(constraint => {
    const { least, most } = sumsOf(constraint, settled)
    return {
      constraint,
      need: Math.max(0, constraint.min - least),
      room: Number.isFinite(constraint.max) ? constraint.max - most : constraint.max,
    }
  })
  const open = bounds.filter(({ need, room }) => need > 0 || room < Number.POSITIVE_INFINITY)
  const limits = open.map(({ need, room }) => ({ need, room }))
  const choices = structure.filter(
    unit =>
      !settledUnits.has(unit) &&
      (selected.has(unit.id) || open.some(({ constraint, need }) => need > 0 && constraint.share(unit).least > 0)),
  )
  const candidates = choices.map(unit => {
    const shares = open.map(({ constraint }) => constraint.share(unit))
    return {
      chosen: selected.has(unit.id),
      credit: unit.credit ?? 0,
      least: shares.map(share => share.least),
      most: shares.map(share => share.most),
    }
  })
  return { settled, choices, candidates, limits }
}

/**
 * A part of all selections: those that take or leave certain candidates. `best` is its best solution once that is known;
 * until then `cost` is only what it cannot undercut.
 */
type Part = { fixed: Fixed; cost: number; best: Solution | null }

/**
 * The best solutions in order, none of whose changes include all the changes of a better one. Each solution found splits
 * its part into parts that leave at least one of its changes undone (Murty 1968), which together hold every other answer.
 */
function smallestChanges({ candidates, limits }: Search, limit: number, effort: number): Solution[] {
  const solve = smallestChange(candidates, limits, effort)
  const found: number[][] = []
  const solutions: Solution[] = []
  const parts: Part[] = [{ fixed: new Map(), cost: 0, best: null }]
  while (solutions.length < limit) {
    const part = parts.sort(inOrder).shift()
    if (!part) break
    if (!part.best) {
      const answer = attempt(() => solve(part.fixed, part.cost))
      if (answer === null) break
      if (typeof answer !== 'number') parts.push({ ...part, cost: answer.cost, best: answer })
      else if (Number.isFinite(answer)) parts.push({ ...part, cost: answer })
      continue
    }
    const { taken } = part.best
    const changes = [...candidates.keys()].filter(at => taken[at] !== candidates[at]?.chosen)
    const contained = found.find(smaller => smaller.every(at => changes.includes(at)))
    if (!contained) {
      solutions.push(part.best)
      found.push(changes)
    }
    const done = new Map(part.fixed)
    for (const at of contained ?? changes) {
      if (done.has(at)) continue
      const change = taken[at] as boolean
      parts.push({ fixed: new Map(done).set(at, !change), cost: part.cost, best: null })
      done.set(at, change)
    }
  }
  return solutions
}

/** Cheapest first; a part that might hold something as cheap comes before a solution, so that none is overlooked. */
function inOrder(a: Part, b: Part): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  if (!a.best || !b.best) return (a.best ? 1 : 0) - (b.best ? 1 : 0)
  const other = b.best.taken
  const differ = a.best.taken.findIndex((take, at) => take !== other[at])
  return differ === -1 ? 0 : a.best.taken[differ] ? -1 : 1
}

function attempt(solve: () => Solution | number): Solution | number | null {
  try {
    return solve()
  } catch (stopped) {
    if (stopped instanceof OutOfEffort) return null
    throw stopped
  }
}
