/** The cheapest way to take or leave units so that every bound holds: an exact search over sums, not over selections. */

import { type LowerBound, lowerBoundOf } from './smallest-change-bound.ts'

/**
 * A unit that may be taken or left. `chosen` says whether it is taken now, so that the other answer costs one change.
 * `least` and `most` are what it adds to each limit.
 */
export type Candidate = { chosen: boolean; credit: number; least: number[]; most: number[] }

/** What is still needed, and how much more is allowed, under one rule; the units not up for choice already deducted. */
export type Limit = { need: number; room: number }

/** `taken` follows the order of the candidates. `cost` orders solutions: by changes, then by credits. */
export type Solution = { cost: number; taken: boolean[] }

/** Candidates whose answer is given in advance, by their position. */
export type Fixed = ReadonlyMap<number, boolean>

/** The search has looked at as many states as it may; it knows no better answer than those given before. */
export class OutOfEffort extends Error {}

type State = { need: number[]; room: number[] }
/** The best cost from a state: exact, or only known not to be less. */
type Memory = Map<number | string, { cost: number; exact: boolean }>[]

/**
 * Answers, for any candidates fixed in advance, with the selection that meets every limit with the fewest changes, then
 * the fewest credits, then, at the first candidate where two selections differ, the one that takes it. It is asked with a
 * cost that the answer cannot undercut (0 at first) and looks no further than solutions with that number of changes:
 * where there is none, it answers with a greater cost to ask with next, infinite where no selection meets the limits.
 *
 * Units that add the same to every rule lead to the same sums, and each set of sums is looked at once; what one answer
 * has learnt serves the next. Throws `OutOfEffort` after looking at `effort` states in all its answers together.
 */
export function smallestChange(candidates: readonly Candidate[], limits: readonly Limit[], effort: number) {
  let effortLeft = effort
  const dearest = 1 + candidates.reduce((sum, { credit }) => sum + credit, 0)
  const bound = lowerBoundOf(candidates, limits, dearest)
  const keyOf = keyFor(limits)
  const common: Memory = candidates.map(() => new Map())

  return function solve(fixed: Fixed, atLeast: number): Solution | number {
    const lastFixed = Math.max(-1, ...fixed.keys())
    const own: Memory = candidates.slice(0, lastFixed + 1).map(() => new Map())

    /** The cost of the best way on: exact where it is within the budget, else a cost it cannot be less than. */
    const costFrom = (at: number, state: State, budget: number): number => {
      if (at === candidates.length) return 0
      const key = keyOf(state)
      // Beyond the last fixed candidate nothing differs from the question without any fixed.
      const memory = (at > lastFixed ? common : own)[at] as Memory[number]
      const remembered = memory.get(key)
      if (remembered && (remembered.exact || remembered.cost > budget)) return remembered.cost
      const unfixed = at > lastFixed ? undefined : common[at]?.get(key)
      const lowest = Math.max(bound.from(at, state.need, state.room), unfixed?.cost ?? 0)
      if (lowest > budget) return lowest
      if (effortLeft-- <= 0) throw new OutOfEffort()
      const taking = costOf(at, state, true, budget)
      const cost = Math.min(taking, costOf(at, state, false, Math.min(budget, taking)))
      memory.set(key, { cost, exact: cost <= budget || cost === Number.POSITIVE_INFINITY })
      return cost
    }
    const costOf = (at: number, state: State, take: boolean, budget: number): number => {
      if (fixed.get(at) === !take) return Number.POSITIVE_INFINITY
      const candidate = candidates[at] as Candidate
      const next = stateAfter(state, take ? candidate : null, at + 1, bound)
      if (!next) return Number.POSITIVE_INFINITY
      const price = (candidate.chosen === take ? 0 : dearest) + (take ? candidate.credit : 0)
      return price + costFrom(at + 1, next, budget - price)
    }

    const given = { need: limits.map(({ need }) => need), room: limits.map(({ room }) => room) }
    let state = stateAfter(given, null, 0, bound)
    if (!state) return Number.POSITIVE_INFINITY
    const lowest = Math.max(atLeast, bound.from(0, state.need, state.room))
    const budget = (Math.floor(lowest / dearest) + 1) * dearest - 1
    const cost = Number.isFinite(lowest) ? costFrom(0, state, budget) : lowest
    if (cost > budget || cost === Number.POSITIVE_INFINITY) return cost

    const taken: boolean[] = []
    let left = cost
    for (const [at, candidate] of candidates.entries()) {
      const take = costOf(at, state, true, left) <= left
      taken.push(take)
      left -= (candidate.chosen === take ? 0 : dearest) + (take ? candidate.credit : 0)
      state = stateAfter(state, take ? candidate : null, at + 1, bound) as State
    }
    return { cost, taken }
  }
}

/**
 * The sums after taking a candidate, or null where no way on can hold. Room beyond what the rest could use is cut off, so
 * that states which differ in nothing that matters are one state.
 */
function stateAfter(state: State, taken: Candidate | null, at: number, { rest }: LowerBound): State | null {
  const { least, most } = rest[at] as { least: number[]; most: number[] }
  const size = state.need.length
  const need = new Array<number>(size)
  const room = new Array<number>(size)
  for (let limit = 0; limit < size; limit++) {
    const needed = Math.max(0, (state.need[limit] as number) - (taken ? (taken.least[limit] as number) : 0))
    const left = taken ? (state.room[limit] as number) - (taken.most[limit] as number) : (state.room[limit] as number)
    if (needed > (least[limit] as number) || left < 0) return null
    need[limit] = needed
    // Infinity less Infinity, an unknown credit where nothing limits it, is not a number and must not refuse.
    room[limit] = Number.isNaN(left) ? (most[limit] as number) : Math.min(left, most[limit] as number)
  }
  return { need, room }
}

/** A number for each state where the numbers suffice, which is many times quicker than a text. */
function keyFor(limits: readonly Limit[]): (state: State) => number | string {
  const needs = limits.map(({ need }) => need + 1)
  const rooms = limits.map(({ room }) => (Number.isFinite(room) ? room + 1 : 0))
  const sizes = [...needs, ...rooms.filter(size => size > 0)]
  const exact = sizes.every(Number.isInteger) && sizes.reduce((product, size) => product * size, 1) < 2 ** 52
  if (!exact) return ({ need, room }) => `${need.join()};${room.join()}`
  return ({ need, room }) => {
    let key = 0
    for (let limit = 0; limit < need.length; limit++) {
      key = key * (needs[limit] as number) + (need[limit] as number)
      if (rooms[limit]) key = key * (rooms[limit] as number) + (room[limit] as number)
    }
    return key
  }
}
