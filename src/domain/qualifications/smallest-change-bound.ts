/** What a way on must cost at the least, so that the search for the smallest change can turn back early. */

import type { Candidate } from './smallest-change.ts'

/**
 * `rest` is what the candidates from one position on could still add to each limit; `from` is a cost (changes times
 * `dearest`, plus credits) that no way on from a state can undercut.
 */
export type LowerBound = {
  rest: { least: number[]; most: number[] }[]
  from: (at: number, need: readonly number[], room: readonly number[]) => number
}

/** What each limit can get from the candidates from one position on, if they served that limit alone. */
type Prospect = {
  /** What stays if everything chosen stays. */
  keptLeast: number
  keptMost: number
  /** Running totals of the largest additions and the largest removals. */
  additions: number[]
  removals: number[]
  /** The fewest credits for one unit of need. */
  thrift: number
}

/**
 * Prepares the bound. Each limit taken by itself is filled quickest by the largest additions and relieved quickest by the
 * largest removals; additions and removals are different changes, so the two counts may be added up.
 */
export function lowerBoundOf(candidates: readonly Candidate[], limits: number, dearest: number): LowerBound {
  const positions = [...Array(candidates.length + 1).keys()]
  const each = [...Array(limits).keys()]
  const prospects = positions.map(at => {
    const left = candidates.slice(at)
    return each.map(limit => prospectOf(left, limit))
  })
  const rest = positions.map(at => {
    const left = candidates.slice(at)
    return {
      least: each.map(limit => left.reduce((sum, { least }) => sum + (least[limit] as number), 0)),
      most: each.map(limit => left.reduce((sum, { most }) => sum + (most[limit] as number), 0)),
    }
  })
  const from: LowerBound['from'] = (at, need, room) => {
    const ahead = prospects[at] as Prospect[]
    let additions = 0
    let removals = 0
    let credits = 0
    for (let limit = 0; limit < limits; limit++) {
      const { keptLeast, keptMost, thrift, ...largest } = ahead[limit] as Prospect
      const needed = need[limit] as number
      if (needed > keptLeast) additions = Math.max(additions, stepsTo(needed - keptLeast, largest.additions))
      const excess = keptMost - (room[limit] as number)
      if (excess > 0) removals = Math.max(removals, stepsTo(excess, largest.removals))
      if (needed > 0) credits = Math.max(credits, needed * thrift)
    }
    // The hair's breadth keeps a rounded ratio from turning away an answer that is exactly as cheap.
    return (additions + removals) * dearest + Math.max(0, credits - 1e-9)
  }
  return { rest, from }
}

function prospectOf(left: readonly Candidate[], limit: number): Prospect {
  const kept = left.filter(({ chosen }) => chosen)
  const giving = left.filter(({ least }) => (least[limit] as number) > 0)
  return {
    keptLeast: kept.reduce((sum, { least }) => sum + (least[limit] as number), 0),
    keptMost: kept.reduce((sum, { most }) => sum + (most[limit] as number), 0),
    additions: runningTotals(left.filter(({ chosen }) => !chosen).map(({ least }) => least[limit] as number)),
    removals: runningTotals(kept.map(({ most }) => most[limit] as number)),
    thrift: giving.reduce((best, { credit, least }) => Math.min(best, credit / (least[limit] as number)), dearestRatio),
  }
}

const dearestRatio = Number.MAX_SAFE_INTEGER

function runningTotals(amounts: number[]): number[] {
  let total = 0
  return amounts
    .filter(amount => amount > 0)
    .sort((a, b) => b - a)
    .map(amount => (total += amount))
}

function stepsTo(target: number, totals: number[]): number {
  const at = totals.findIndex(total => total >= target)
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1
}
