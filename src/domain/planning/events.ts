import type { Day } from '../time.ts'
import type { PlanKind } from './plan-entry.ts'

type Planned = { planEntryId: string; kind: PlanKind; plannedFor: Day; text: string; criterionIds: string[] }

/** What is planned with a learner. */
export type PlanningEvent =
  | { type: 'plan-made'; body: Planned }
  /** What it says now, and what it said before. */
  | { type: 'plan-changed'; body: Planned & { before: Omit<Planned, 'planEntryId'> } }
  | { type: 'plan-withdrawn'; body: { planEntryId: string } }
