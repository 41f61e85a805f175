/** Who plans with a learner: those who judge, and the learner. Whoever may see the registration reads the plan. */
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** The capacities of the actor on a registration, by `visible_registrations`. */
export type PlannedFor = { seenAs: string[] }
export type PlanSeen = PlannedFor & { plannedBy: string }

const judging = ['assessor', 'countersigner', 'trainee-assessor'] as const
const planning = [...judging, 'learner'] as const

/** In which capacity the actor plans; null for those who may only read. */
export const planningAs = (seen: PlannedFor): (typeof planning)[number] | null =>
  planning.find(role => seen.seenAs.includes(role)) ?? null

export const mayPlan = (_: Actor, seen: PlannedFor): Verdict =>
  planningAs(seen) ? allowed : denied('planning/not-yours')

/** What somebody planned is theirs to reword. */
export function mayChangePlan(actor: Actor, seen: PlanSeen): Verdict {
  if (!planningAs(seen)) return denied('planning/not-yours')
  return actor.personId === seen.plannedBy ? allowed : denied('planning/written-by-another')
}

/** Its writer, and whoever judges on the registration: an assessor may have gone. */
export function mayWithdrawPlan(actor: Actor, seen: PlanSeen): Verdict {
  if (actor.personId === seen.plannedBy && planningAs(seen)) return allowed
  return judging.some(role => seen.seenAs.includes(role)) ? allowed : denied('planning/written-by-another')
}
