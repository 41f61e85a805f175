// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListFactsRow = {
  layer: string
  registrationId: string
  criterionId: string
  evidenceId: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  submittedAt: string | null
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  by: string
  at: string
  outcome: string | null
  reason: string | null
}
/** Everything that any version of any evidence says about these criteria: one row for each tick that stands, in each layer. */
export const listFacts = many<{ registrationIds: string[] | null; criterionIds: string[] | null }, ListFactsRow>(
  sql.list_facts,
)

export type ListSpokenRow = {
  registrationId: string
  criterionId: string
  reason: import('#domain/progress/standing.ts').UncountedReason | null
  evidenceId: string | null
  version: number | null
  since: string | null
}
/** What speaks for these criteria now, as far as one must know to say whether something else is nearer to counting. A key asked for in one registration is looked for in the others asked about too, and who asks goes by the key. */
export const listSpoken = many<{ registrationIds: string[] | null; criterionIds: string[] | null }, ListSpokenRow>(
  sql.list_spoken,
)

/** A place for the standing of each of these criteria, where there is none yet. */
export const insertAllStandings = write<{ registrationIds: string[] | null; criterionIds: string[] | null }>(
  sql.insert_all_standings,
)

/** Writes the standings and moves the sums of the registrations by the difference, so that nobody counts all criteria anew. A unit that is no longer chosen is not in the sums. Of a version that waits for nobody any more (`settled`) nothing is left in what waits. What many criteria have in common is said once, in `says`: a decision on twenty of them says mostly the same of each. */
export const updateStandings = write<{
  says: unknown
  registrationIds: string[] | null
  criterionIds: string[] | null
  which: number[] | null
  settledEvidenceId: string | null
  settledVersion: number | null
  touched: string[] | null
  at: string | null
}>(sql.update_standings, ['says'])

export type ListLockedProgressRow = { registrationId: string }
/** Two decisions on the same registration take turns here, so that neither counts without the other. The figures of one that has ended stay as they stood, so it is not among them. */
export const listLockedProgress = many<{ registrationIds: string[] | null }, ListLockedProgressRow>(
  sql.list_locked_progress,
)

export type SelectMatrixRow = {
  id: string
  learnerId: string
  learnerName: string
  versionId: string
  registeredOn: string
  withdrawnAt: string | null
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  returned: number
  lastActivity: string | null
  unitIds: string[] | null
  alwaysSampled: string[] | null
  allocations: {
    role: import('#domain/people/roles.ts').AllocationRole
    id: string
    name: string
    since: string
    able: boolean
  }[]
  names: Record<string, string>
}
export const selectMatrix = one<
  { today: string | null; registrationId: string | null; actor: string | null },
  SelectMatrixRow
>(sql.select_matrix)

export type ListStandingsRow = {
  criterionId: string
  state: string
  reason: string | null
  evidenceId: string | null
  evidenceNumber: number | null
  version: number | null
  since: string | null
  claimedBy: string | null
  claimedAt: string | null
  provisionalBy: string | null
  provisionalAt: string | null
  provisionalOutcome: string | null
  decidedBy: string | null
  decidedAt: string | null
  decidedOutcome: string | null
  decidedReason: string | null
}
export const listStandings = many<{ registrationId: string | null }, ListStandingsRow>(sql.list_standings)

export type ListEvidenceOnCriterionRow = {
  id: string
  number: number
  version: number
  title: string
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  ownMethod: import('#domain/methods/own-methods.ts').OwnMethod | null | null
  names: number[]
  claimedBy: string | null
  claimedAt: string | null
  judged: {
    layer: 'trainee' | 'assessor'
    by: string
    at: string
    outcome: 'met' | 'not-yet-met'
    reason: import('#domain/decisions/layers.ts').ReturnReason | null
    standing: boolean
    feedback: string
    carried: { by: string; at: string } | null
  }[]
}
/** Evidence put to one criterion, and questions and discussions that follow one of these up (R118). */
export const listEvidenceOnCriterion = many<
  { registrationId: string | null; criterionId: string | null },
  ListEvidenceOnCriterionRow
>(sql.list_evidence_on_criterion)

/** What waits of the evidence touched: claims without a qualified assessor's word, and those of them a trainee has judged. */
export const updateWaiting = write<{
  registrationIds: string[] | null
  evidenceIds: string[] | null
  versions: number[] | null
}>(sql.update_waiting)

export type ListOwnPlacesRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  title: string
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  returned: number
  lastActivity: string | null
  traineeId: string | null
  traineeAble: boolean | null
  assessorId: string | null
  assessorAble: boolean | null
  countersignerId: string | null
  countersignerAble: boolean | null
}
/** The registrations in which this person has a place, or that are their own, with their figures: every one in which they may judge, with who is named to judge there and may today, and of the others the first `most`. */
export const listOwnPlaces = many<
  { actor: string | null; today: string | null; most: number | null },
  ListOwnPlacesRow
>(sql.list_own_places)

export type ListWaitingRow = {
  registrationId: string
  evidenceId: string
  version: number
  number: number
  title: string
  units: string | null
  since: string
  ticks: number
  provisional: number
  provisionalAt: string | null
  ownTicks: boolean
  questioned: boolean
}
/** What waits for a judgement, or for an answer to a question, in the registrations in which this person is named to judge. Whose move it is, the domain says. */
export const listWaiting = many<{ actor: string | null }, ListWaitingRow>(sql.list_waiting)

export type ListOtherMovesRow = {
  kind: string
  since: string
  evidenceId: string | null
  number: number | null
  version: number | null
  title: string | null
  registrationId: string | null
  learnerId: string
  learnerName: string
  ticks: number
  units: string | null
}
/** What waits for this person otherwise, oldest first: the learner's own returned evidence and drafts, and for an administrator content to remove and the registrations without an assessor, or with one who may not judge there today. */
export const listOtherMoves = many<
  { actor: string | null; today: string | null; most: number | null },
  ListOtherMovesRow
>(sql.list_other_moves)

/** A registration has as many criteria as its chosen units; nothing of what has been judged is touched. */
export const upsertAllStarts = write<{ registrationIds: string[] | null }>(sql.upsert_all_starts)

/** Nothing waits in a registration that has ended. */
export const deleteWaiting = write<{ registrationId: string | null }>(sql.delete_waiting)

/** Counts everything anew, where the units themselves changed. */
export const updateTotals = write<{ registrationIds: string[] | null }>(sql.update_totals)
