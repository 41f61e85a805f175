/** What a way on must cost at the least, so that the search for the smallest change can turn back early. */

import type { Candidate, Limit } from './smallest-change.ts'
import { canReachOf, groupsApart } from './smallest-change-reach.ts'

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
 * largest removals; limits that share no candidate need separate changes, so their counts add up, and so do additions and
 * removals.
 */
export function lowerBoundOf(candidates: readonly Candidate[], given: readonly Limit[], dearest: number): LowerBound {
  const limits = given.length
  const each = [...given.keys()]
  const aheads = [...Array(candidates.length + 1).keys()].map(at => aheadOf(candidates.slice(at), each))
  const apart = groupsApart(candidates, each)
  const canReach = canReachOf(candidates, given)
  const additions = new Array<number>(limits)
  const removals = new Array<number>(limits)
  const credits = new Array<number>(limits)
  const from: LowerBound['from'] = (at, need, room) => {
    if (!canReach(at, need, room)) return Number.POSITIVE_INFINITY
    const ahead = aheads[at] as Ahead
    for (let limit = 0; limit < limits; limit++) {
      const prospect = ahead.prospects[limit] as Prospect
      const needed = need[limit] as number
      additions[limit] = stepsTo(needed - prospect.keptLeast, prospect.additions)
      removals[limit] = stepsTo(prospect.keptMost - (room[limit] as number), prospect.removals)
      credits[limit] = needed > 0 ? needed * prospect.thrift : 0
    }
    const added = largestSum(apart, additions)
    const removed = largestSum(apart, removals)
    const kept = ahead.keptCredits + totalOf(ahead.cheapest, added) - totalOf(ahead.richest, removed)
    // The hair's breadth keeps a rounded ratio from turning away an answer that is exactly as cheap.
    return (added + removed) * dearest + Math.max(0, kept, largestSum(apart, credits) - 1e-9)
  }
  return { rest: aheads.map(({ rest }) => rest), from }
}

/** Everything the bound asks about the candidates from one position on; credits as running totals, cheapest or richest first. */
type Ahead = {
  rest: LowerBound['rest'][number]
  prospects: Prospect[]
  keptCredits: number
  cheapest: number[]
  richest: number[]
}

function aheadOf(left: readonly Candidate[], limits: number[]): Ahead {
  const credits = (chosen: boolean) => left.filter(each => each.chosen === chosen).map(({ credit }) => credit)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    rest: {
      least: limits.map(limit => sum(left.map(({ least }) => least[limit] as number))),
      most: limits.map(limit => sum(left.map(({ most }) => most[limit] as number))),
    },
    prospects: limits.map(limit => prospectOf(left, limit)),
    keptCredits: sum(credits(true)),
    cheapest: runningTotals(credits(false).sort((a, b) => a - b)),
    richest: runningTotals(credits(true).sort((a, b) => b - a)),
  }
}

function largestSum(groups: number[][], amounts: number[]): number {
  let largest = 0
  for (const group of groups) {
    let sum = 0
    for (const limit of group) sum += amounts[limit] as number
    if (sum > largest) largest = sum
  }
  return largest
}

function prospectOf(left: readonly Candidate[], limit: number): Prospect {
  const kept = left.filter(({ chosen }) => chosen)
  const giving = left.filter(({ least }) => (least[limit] as number) > 0)
  const largest = (amounts: number[]) => runningTotals(amounts.filter(amount => amount > 0).sort((a, b) => b - a))
  return {
    keptLeast: kept.reduce((sum, { least }) => sum + (least[limit] as number), 0),
    keptMost: kept.reduce((sum, { most }) => sum + (most[limit] as number), 0),
    additions: largest(left.filter(({ chosen }) => !chosen).map(({ least }) => least[limit] as number)),
    removals: largest(kept.map(({ most }) => most[limit] as number)),
    thrift: Math.min(Number.MAX_SAFE_INTEGER, ...giving.map(({ credit, least }) => credit / (least[limit] as number))),
  }
}

function runningTotals(amounts: number[]): number[] {
  let total = 0
  return amounts.map(amount => {
    total += amount
    return total
  })
}

function totalOf(totals: number[], count: number): number {
  return count === 0 ? 0 : (totals[Math.min(count, totals.length) - 1] ?? 0)
}

/** How many of the largest amounts reach the target. */
function stepsTo(target: number, totals: number[]): number {
  if (!(target > 0)) return 0
  for (let at = 0; at < totals.length; at++) if ((totals[at] as number) >= target) return at + 1
  return Number.POSITIVE_INFINITY
}
