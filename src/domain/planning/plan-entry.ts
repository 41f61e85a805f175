/** What is planned with a learner, and whether evidence of a discussion was planned beforehand (R78). */
import type { EvidenceType } from '../evidence/evidence.ts'
import { Refusal } from '../refusal.ts'
import type { Day, Instant } from '../time.ts'

export const planKinds = ['discussion', 'questions', 'observation'] as const
export type PlanKind = (typeof planKinds)[number]

/** The kind of evidence that needs a plan, with the kind of plan that it needs. */
export const planNeededFor: Partial<Record<EvidenceType, PlanKind>> = {
  'professional-discussion': 'discussion',
  questioning: 'questions',
}

/** What a plan leads to; it is planned only where that is accepted (R69). */
export const evidenceOfPlan: Record<PlanKind, EvidenceType> = {
  discussion: 'professional-discussion',
  questions: 'questioning',
  observation: 'observation',
}

/** An entry as evidence needs to know it. `visibleFrom`: the day on which the learner could first read it as it stands. */
export type PlannedFact = { kind: PlanKind; visibleFrom: Day; withdrawn: boolean }

export const planFaults = ['no-plan', 'other-kind', 'withdrawn', 'not-beforehand'] as const
export type PlanFault = (typeof planFaults)[number]

/**
 * Why evidence of this kind and day was not planned beforehand; null where it was, or where the kind needs no plan. The
 * learner must have been able to read the plan before the day on which it was carried out: one made on the day is none (R78).
 */
export function planFaultOf(
  type: EvidenceType | null,
  shownOn: Day | null,
  planned: PlannedFact | null,
): PlanFault | null {
  const needed = type ? planNeededFor[type] : undefined
  if (!needed) return null
  if (!planned) return 'no-plan'
  if (planned.kind !== needed) return 'other-kind'
  if (planned.withdrawn) return 'withdrawn'
  return shownOn !== null && planned.visibleFrom < shownOn ? null : 'not-beforehand'
}

/**
 * A plan is for a day to come; a discussion or questions for tomorrow at the earliest, so that the learner has the plan
 * before the day. Refuses `planning/day-gone` and `planning/no-time-to-read` (R78).
 */
export function requireDayToCome(kind: PlanKind, plannedFor: Day, today: Day): void {
  if (plannedFor < today) throw new Refusal('planning/day-gone', { plannedFor })
  if (plannedFor === today && kind !== 'observation') throw new Refusal('planning/no-time-to-read', { kind })
}

/**
 * An entry is changed only before its day; from then on it is what was planned. Refuses `planning/withdrawn` and
 * `planning/day-has-come` with the day.
 */
export function requireChangeable(entry: { plannedFor: Day; withdrawnAt: Instant | null }, today: Day): void {
  if (entry.withdrawnAt !== null) throw new Refusal('planning/withdrawn')
  if (entry.plannedFor <= today) throw new Refusal('planning/day-has-come', { plannedFor: entry.plannedFor })
}

/** Evidence that waits or was judged rests on its plan. Refuses `planning/in-use` with how much there is. */
export function requireUnused(evidence: number): void {
  if (evidence > 0) throw new Refusal('planning/in-use', { evidence })
}
