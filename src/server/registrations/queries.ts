// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListRegistrationsRow = {
  id: string
  learnerId: string
  learnerName: string
  qualification: string
  number: string | null
  level: number | null
  registeredOn: string
  criteria: number
  claimed: number
  provisional: number
  confirmed: number
  units: number
  people: { role: import('#domain/people/roles.ts').AllocationRole; person: { id: string; name: string } }[]
  total: number
}
/** What exists for the actor, each with the people named on it now and its figures; `total` counts all pages. */
export const listRegistrations = many<
  {
    actor: string | null
    search: string | null
    qualificationId: string | null
    personId: string | null
    sort: string | null
    size: number | null
    skip: number | null
  },
  ListRegistrationsRow
>(sql.list_registrations)

export type SelectRegistrationRow = {
  id: string
  qualificationId: string
  otherNumbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
  learnerId: string
  learnerName: string
  versionId: string
  qualification: string
  number: string | null
  level: number | null
  awardingOrganisation: string | null
  framework: string | null
  registeredOn: string
  registeredBy: string
  endedAt: string | null
}
export const selectRegistration = one<{ registrationId: string | null; actor: string | null }, SelectRegistrationRow>(
  sql.select_registration,
)

export type LockRegistrationRow = {
  id: string
  learnerId: string
  versionId: string
  qualificationId: string
  level: number | null
  endedAt: string | null
}
/** Two changes to one registration happen one after the other; a claim being made meanwhile holds its key and is waited for. */
export const lockRegistration = one<{ registrationId: string | null; actor: string | null }, LockRegistrationRow>(
  sql.lock_registration,
)

export type ListUnitsOfRegistrationRow = { unitId: string; title: string; number: string | null; mandatory: boolean }
export const listUnitsOfRegistration = many<{ registrationId: string | null }, ListUnitsOfRegistrationRow>(
  sql.list_units_of_registration,
)

export type ListAllocationsRow = {
  role: 'trainee-assessor' | 'assessor' | 'countersigner' | 'iqa' | 'mentor'
  personId: string
  name: string
  since: string
  endedAt: string | null
  holdsRole: boolean
  facts: import('#domain/competence/authority.ts').AuthorityFacts | null | null
  barred: boolean
}
/** Now and before; `holds_role` while the person holds a role that the place needs. */
export const listAllocations = many<{ registrationId: string | null }, ListAllocationsRow>(sql.list_allocations)

export type ListOfferedUnitsRow = {
  versionId: string
  unitId: string
  mandatory: boolean
  code: string
  reference: string | null
  number: string | null
}
export const listOfferedUnits = many<{ versionIds: string[] | null }, ListOfferedUnitsRow>(sql.list_offered_units)

export type ListVersionsRow = {
  id: string
  qualificationId: string
  level: number | null
  title: string
  dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
  accreditedFrom: string | null
  accreditedTo: string | null
  successors: string[]
}
/** The dates are those that count now, which may have been moved since the version was published. */
export const listVersions = many<{ versionIds: string[] | null }, ListVersionsRow>(sql.list_versions)

export type ListRolesHeldRow = {
  personId: string
  roles: string[]
  facts: import('#domain/competence/authority.ts').AuthorityFacts
  barredFrom: string[]
}
/** The roles that people hold now, what their authority is computed from, and the learners whom a conflict of interest keeps them from. */
export const listRolesHeld = many<{ personIds: string[] | null }, ListRolesHeldRow>(sql.list_roles_held)

export type ListRegisteredBeforeRow = { learnerId: string; versionId: string }
export const listRegisteredBefore = many<{ learnerIds: string[] | null }, ListRegisteredBeforeRow>(
  sql.list_registered_before,
)

export type InsertAllRegistrationsRow = { id: string }
export const insertAllRegistrations = many<
  {
    at: string | null
    by: string | null
    ids: string[] | null
    learnerIds: string[] | null
    versionIds: string[] | null
    days: string[] | null
  },
  InsertAllRegistrationsRow
>(sql.insert_all_registrations)

export const insertAllPortfolios = write<{ learnerIds: string[] | null }>(sql.insert_all_portfolios)

export const insertAllRegistrationUnits = write<{
  at: string | null
  registrationIds: string[] | null
  unitIds: string[] | null
}>(sql.insert_all_registration_units)

/** Names are kept as they are now: an agreement is read years later. */
export const insertAllUnitSelections = write<{ by: string | null; at: string | null; selections: unknown }>(
  sql.insert_all_unit_selections,
  ['selections'],
)

export type ListUnitSelectionsRow = {
  id: string
  levelReason: string
  funding: import('#domain/registrations/selection.ts').Funding
  learnerName: string | null
  assessorName: string | null
  optionsReason: string | null
  selectedBy: string
  selectedAt: string
  units: { unitId: string; title: string; number: string | null; mandatory: boolean }[]
}
/** The newest first. */
export const listUnitSelections = many<{ registrationId: string | null }, ListUnitSelectionsRow>(
  sql.list_unit_selections,
)

export const deleteRegistrationUnits = write<{ registrationId: string | null; unitIds: string[] | null }>(
  sql.delete_registration_units,
)

export type ListBegunUnitsRow = { unitId: string; title: string; claims: number; decisions: number }
/** How much has been claimed or decided in these units of the registration. */
export const listBegunUnits = many<{ registrationId: string | null; unitIds: string[] | null }, ListBegunUnitsRow>(
  sql.list_begun_units,
)

export type ListAchievedUnitsRow = { unitId: string }
/** The units of the registration in which every criterion is confirmed. */
export const listAchievedUnits = many<{ registrationId: string | null }, ListAchievedUnitsRow>(sql.list_achieved_units)

export type ListStandingStatesRow = { criterionId: string; state: import('#domain/progress/standing.ts').StandingState }
/** Where the learner has come in each criterion that has anything. */
export const listStandingStates = many<{ registrationId: string | null }, ListStandingStatesRow>(
  sql.list_standing_states,
)

export const insertAllAllocations = write<{
  at: string | null
  by: string | null
  registrationIds: string[] | null
  personIds: string[] | null
  roles: string[] | null
}>(sql.insert_all_allocations)

export type UpdateAllEndedAllocationsRow = { personId: string }
export const updateAllEndedAllocations = many<
  {
    at: string | null
    by: string | null
    registrationId: string | null
    role: 'trainee-assessor' | 'assessor' | 'countersigner' | 'iqa' | 'mentor' | null
  },
  UpdateAllEndedAllocationsRow
>(sql.update_all_ended_allocations)

export const updateEndedRegistration = write<{ at: string | null; registrationId: string | null }>(
  sql.update_ended_registration,
)

export type ListMovesRow = {
  forward: boolean
  registrationId: string
  qualification: string
  version: number
  by: string
  at: string
  reason: string
}
/** The moves to and from a registration, each with what stands on the other side. */
export const listMoves = many<{ registrationId: string | null }, ListMovesRow>(sql.list_moves)
