/** Whether what is needed can still be reached under the upper bounds, so that a hopeless search ends at once. */

import type { Candidate, Limit } from './smallest-change.ts'

/** What one need could get from the candidates from a position on: those under each upper bound, and those under none. */
type Supply = { under: number[]; outside: number; rate: number[] }

/**
 * Answers whether every need can be reached from a position on when each upper bound lets through no more than its room.
 * It looks at upper bounds that share no candidate; "yes" may be wrong, "no" never is.
 */
export function canReachOf(candidates: readonly Candidate[], limits: readonly Limit[]) {
  const capped = [...limits.keys()].filter(limit => Number.isFinite(limits[limit]?.room))
  const groups = groupsApart(candidates, capped)
    .filter(group => group.length > 0)
    .slice(0, 6)
  const supplies = [...Array(candidates.length + 1).keys()].map(at => {
    const left = candidates.slice(at)
    return groups.map(group => [...limits.keys()].map(limit => supplyOf(left, limit, group)))
  })

  return (at: number, need: readonly number[], room: readonly number[]): boolean => {
    const ahead = supplies[at] as Supply[][]
    for (let which = 0; which < groups.length; which++) {
      const group = groups[which] as number[]
      for (let limit = 0; limit < need.length; limit++) {
        const needed = need[limit] as number
        if (needed === 0) continue
        const { under, outside, rate } = (ahead[which] as Supply[])[limit] as Supply
        let reach = outside
        for (let cap = 0; cap < group.length; cap++)
          reach += Math.min(under[cap] as number, (room[group[cap] as number] as number) * (rate[cap] as number))
        // As in the bound on credits, a rounded rate must not turn away what is exactly reached.
        if (reach + 1e-9 < needed) return false
      }
    }
    return true
  }
}

/** The largest sets of limits no two of which count the same candidate. */
export function groupsApart(candidates: readonly Candidate[], limits: number[]): number[][] {
  const together = (a: number, b: number) =>
    candidates.some(({ most }) => (most[a] as number) > 0 && (most[b] as number) > 0)
  let groups: number[][] = [[]]
  for (const limit of limits) {
    const joined = groups.map(group => [...group.filter(other => !together(other, limit)), limit])
    const every = [...groups.filter(group => group.some(other => together(other, limit))), ...joined]
    // Enough for any real qualification; leaving a group out only weakens the bound.
    groups = [...new Map(every.map(group => [group.join(), group])).values()].slice(0, 24)
  }
  return groups
}

function supplyOf(left: readonly Candidate[], limit: number, group: number[]): Supply {
  const gives = left.filter(({ least }) => (least[limit] as number) > 0)
  const sum = (units: readonly Candidate[]) => units.reduce((total, { least }) => total + (least[limit] as number), 0)
  const isUnder = (candidate: Candidate, cap: number) => (candidate.most[cap] as number) > 0
  return {
    under: group.map(cap => sum(gives.filter(candidate => isUnder(candidate, cap)))),
    outside: sum(gives.filter(candidate => !group.some(cap => isUnder(candidate, cap)))),
    // The most of this need that one unit of room under the upper bound can let through.
    rate: group.map(cap =>
      Math.max(
        0,
        ...gives
          .filter(each => isUnder(each, cap))
          .map(each => (each.least[limit] as number) / (each.most[cap] as number)),
      ),
    ),
  }
}
