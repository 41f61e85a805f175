// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectPlannedForRow = { registrationId: string; learnerId: string; open: boolean; seenAs: string[] }
/** The registration, for those for whom it exists; one that has ended is read. */
export const selectPlannedFor = one<{ actor: string | null; registrationId: string | null }, SelectPlannedForRow>(
  sql.select_planned_for,
)

export type LockPlannedForRow = { registrationId: string; learnerId: string; seenAs: string[] }
/** The registration while it has not ended, held: of two requests for one entry the second finds what the first made, and the learner is not moved to another version meanwhile. */
export const lockPlannedFor = one<{ actor: string | null; registrationId: string | null }, LockPlannedForRow>(
  sql.lock_planned_for,
)

export type LockPlanEntryRow = {
  id: string
  registrationId: string
  learnerId: string
  kind: import('#domain/planning/plan-entry.ts').PlanKind
  plannedFor: string
  text: string
  plannedBy: string
  withdrawnAt: string | null
  criterionIds: string[]
  seenAs: string[]
}
/** Of a registration that has not ended, which is held until the change is made; it is held first, as whoever moves the learner does. */
export const lockPlanEntry = one<{ actor: string | null; planEntryId: string | null }, LockPlanEntryRow>(
  sql.lock_plan_entry,
)

export type CountChosenCriteriaRow = { chosen: number }
/** How many of these stand in units that the registration has chosen. */
export const countChosenCriteria = one<
  { registrationId: string | null; criterionIds: string[] | null },
  CountChosenCriteriaRow
>(sql.count_chosen_criteria)

export const insertPlanEntry = write<{
  id: string | null
  registrationId: string | null
  kind: string | null
  plannedFor: string | null
  text: string | null
  by: string | null
  as: string | null
  at: string | null
}>(sql.insert_plan_entry)

export const insertAllPlanEntryCriteria = write<{ planEntryId: string | null; criterionIds: string[] | null }>(
  sql.insert_all_plan_entry_criteria,
)

export const updateAllTakenOut = write<{
  at: string | null
  planEntryId: string | null
  criterionIds: string[] | null
}>(sql.update_all_taken_out)

export const updatePlanEntry = write<{
  kind: string | null
  plannedFor: string | null
  text: string | null
  at: string | null
  planEntryId: string | null
}>(sql.update_plan_entry)

export const updateWithdrawnPlanEntry = write<{
  by: string | null
  at: string | null
  reason: string | null
  planEntryId: string | null
}>(sql.update_withdrawn_plan_entry)

export type CountEvidenceOnPlanRow = { evidence: number }
/** Evidence that was handed in and names this entry. */
export const countEvidenceOnPlan = one<{ planEntryId: string | null }, CountEvidenceOnPlanRow>(
  sql.count_evidence_on_plan,
)

export type ListPlanEntriesRow = {
  id: string
  registrationId: string
  learnerId: string
  learnerName: string
  qualification: string
  kind: import('#domain/planning/plan-entry.ts').PlanKind
  plannedFor: string
  text: string
  plannedBy: string
  plannedByName: string
  plannedAs: string
  plannedAt: string
  saidAt: string
  open: boolean
  withdrawnAt: string | null
  withdrawnReason: string | null
  withdrawnByName: string | null
  seenAs: string[]
  criteria: { id: string; number: string; unitId: string; unitNumber: string | null; unitTitle: string }[]
  evidence: { id: string; number: number; title: string; state: string }[]
}
export const listPlanEntries = many<
  { actor: string | null; registrationId: string | null; learnerId: string | null; comingOn: string | null },
  ListPlanEntriesRow
>(sql.list_plan_entries)

/** They go on in the registration that follows, as themselves, because evidence names them; their criteria are those carried over. */
export const updateAllMovedPlanEntries = write<{
  toId: string | null
  planIds: string[] | null
  fromId: string | null
  carried: import('#domain/registrations/moving.ts').Carried[]
  at: string | null
}>(sql.update_all_moved_plan_entries, ['carried'])
