// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectCoverageRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  versionId: string
  open: boolean
  unitIds: string[]
  ownRoles: string[] | null
  enforcement: import('#domain/coverage/coverage.ts').Enforcement | null
  standings: Record<string, import('#domain/progress/standing.ts').StandingState>
  occasions: import('#domain/coverage/occasions.ts').CountedOccasion[]
  ticks: (import('#domain/coverage/coverage.ts').CoverageTick & { unitId: string })[]
  records: (import('#domain/coverage/coverage.ts').WorkplaceRecord & { note: string; by: string; at: string })[]
  preconditions: {
    unitId: string
    id: string
    kind: import('#domain/qualifications/preconditions.ts').PreconditionKind
    text: string
  }[]
  reviews: Record<string, { reading: import('#domain/coverage/reading.ts').UnitReading; by: string; at: string }>
}
/** Everything that the coverage of a registration's units is computed from, in one reading. Ticks of the learner and of a trainee are told while they wait for a qualified word on that evidence; the assessor's count. */
export const selectCoverage = one<
  { actor: string | null; unitId: string | null; registrationId: string | null },
  SelectCoverageRow
>(sql.select_coverage)

export type ListCoveringRegistrationsRow = { registrationId: string }
/** The registrations that a piece of evidence may serve, as far as the actor sees them. */
export const listCoveringRegistrations = many<
  { learnerId: string | null; actor: string | null },
  ListCoveringRegistrationsRow
>(sql.list_covering_registrations)

export type SelectCoveringRow = {
  evidenceId: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  learnerId: string
  createdBy: string
  occasions: (import('#domain/coverage/occasions.ts').Occasion & { addedBy: string | null })[]
  ticks: (import('#domain/coverage/ticking.ts').RequirementTick & {
    layer: import('#domain/decisions/layers.ts').Layer
  })[]
  out: Record<string, number[]>
}
/** One version of a piece of evidence with its occasions and the ticks that stand on it, in each layer. */
export const selectCovering = one<{ evidenceId: string | null; version: number | null }, SelectCoveringRow>(
  sql.select_covering,
)

/** Those of a registration that has ended stay as they stood. */
export const updateAllTicksWithdrawn = write<{ at: string | null; evidenceId: string | null; version: number | null }>(
  sql.update_all_ticks_withdrawn,
)

/** The same ticks, of every layer, in the registration that follows: each is still its maker's, of its own day. */
export const insertAllCarriedTicks = write<{
  toId: string | null
  moveId: string | null
  requirements: import('#domain/registrations/along.ts').Along['requirements']
  fromId: string | null
}>(sql.insert_all_carried_ticks, ['requirements'])

/** The same records in the registration that follows; those of a precondition, where that one has it in the same words. */
export const insertAllCarriedRecords = write<{
  toId: string | null
  moveId: string | null
  preconditions: import('#domain/registrations/along.ts').Along['preconditions']
  fromId: string | null
}>(sql.insert_all_carried_records, ['preconditions'])

/** What the same layer ticked before for these registrations stops standing and stays readable. */
export const insertAllTicks = write<{
  decisionId: string | null
  evidenceId: string | null
  version: number | null
  layer: string | null
  registrationIds: string[] | null
  actor: string | null
  at: string | null
  ticks: import('#domain/coverage/ticking.ts').RequirementTick[]
}>(sql.insert_all_ticks, ['ticks'])

export const insertAllAddedOccasions = write<{
  evidenceId: string | null
  version: number | null
  decisionId: string | null
  occasions: unknown
}>(sql.insert_all_added_occasions, ['occasions'])

export type SelectUnitRequirementsRow = {
  id: string
  evidenceRequirements: import('#domain/qualifications/specification.ts').EvidenceRequirement[]
  simulation: import('#domain/qualifications/specification.ts').Simulation
}
export const selectUnitRequirements = one<{ unitId: string | null }, SelectUnitRequirementsRow>(
  sql.select_unit_requirements,
)

export type SelectOptionalReviewRow = {
  reading: import('#domain/coverage/reading.ts').UnitReading
  by: string
  at: string
}
export const selectOptionalReview = optional<{ unitId: string | null }, SelectOptionalReviewRow>(
  sql.select_optional_review,
)

export const insertReview = write<{
  unitId: string | null
  reading: import('#domain/coverage/reading.ts').UnitReading
  actor: string | null
  at: string | null
}>(sql.insert_review, ['reading'])

export type SelectOptionalEnforcementRow = {
  enforcement: import('#domain/coverage/coverage.ts').Enforcement
  source: string
  by: string
  at: string
}
export const selectOptionalEnforcement = optional<{ versionId: string | null }, SelectOptionalEnforcementRow>(
  sql.select_optional_enforcement,
)

export const insertEnforcement = write<{
  versionId: string | null
  enforcement: string | null
  source: string | null
  actor: string | null
  at: string | null
}>(sql.insert_enforcement)

export type LockRecordableRow = { registrationId: string; learnerId: string; ownRoles: string[] }
/** The registration while it has not ended, held, as far as the actor sees it, with their own places on it. */
export const lockRecordable = one<{ actor: string | null; registrationId: string | null }, LockRecordableRow>(
  sql.lock_recordable,
)

export type HasPreconditionRow = { has: boolean }
export const hasPrecondition = one<
  { registrationId: string | null; preconditionId: string | null },
  HasPreconditionRow
>(sql.has_precondition)

export const insertWorkplaceRecord = write<{
  id: string | null
  registrationId: string | null
  kind: string | null
  person: string | null
  relationship: string | null
  day: string | null
  note: string | null
  preconditionId: string | null
  actor: string | null
  at: string | null
}>(sql.insert_workplace_record)

export type LockWorkplaceRecordRow = {
  id: string
  kind: import('#domain/coverage/reading.ts').RecordKind
  endedAt: string | null
  registrationId: string
  learnerId: string
  ownRoles: string[]
}
export const lockWorkplaceRecord = one<{ actor: string | null; recordId: string | null }, LockWorkplaceRecordRow>(
  sql.lock_workplace_record,
)

export const updateRecordEnded = write<{ actor: string | null; at: string | null; recordId: string | null }>(
  sql.update_record_ended,
)
