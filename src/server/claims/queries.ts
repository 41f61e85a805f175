// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListStandingClaimsRow = { registrationId: string; criterionId: string }
export const listStandingClaims = many<{ evidenceId: string | null; version: number | null }, ListStandingClaimsRow>(
  sql.list_standing_claims,
)

export type ListClaimableKeysRow = { registrationId: string; criterionId: string }
/** Every criterion of the units chosen in the learner's registrations, of those asked for. The registrations are held until the claims are made, so that none is moved to another version meanwhile. */
export const listClaimableKeys = many<
  { learnerId: string | null; criterionIds: string[] | null },
  ListClaimableKeysRow
>(sql.list_claimable_keys)

export const insertAllClaims = write<{
  evidenceId: string | null
  version: number | null
  actor: string | null
  at: string | null
  keys: import('#domain/decisions/layers.ts').CriterionKey[]
}>(sql.insert_all_claims, ['keys'])

/** A tick taken away keeps its dates. */
export const updateAllWithdrawn = write<{
  at: string | null
  keys: import('#domain/decisions/layers.ts').CriterionKey[]
  evidenceId: string | null
  version: number | null
}>(sql.update_all_withdrawn, ['keys'])

export type ListClaimsRow = {
  version: number
  registrationId: string
  criterionId: string
  number: string
  text: string
  kind: import('#domain/qualifications/specification.ts').CriterionKind | null
  unitId: string
  unitNumber: string | null
  unitTitle: string
  qualification: string
  claimedAt: string
  claimedBy: string
  claimedByName: string
}
/** Every standing claim on one piece of evidence, in the order of the specification. */
export const listClaims = many<{ evidenceId: string | null }, ListClaimsRow>(sql.list_claims)

export type ListClaimableRow = {
  registrationId: string
  versionId: string
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[]
  qualification: string
  unitId: string
  unitNumber: string | null
  unitTitle: string
  outcomeId: string
  outcomeNumber: string
  outcomeTitle: string | null
  criterionId: string
  number: string
  text: string
  parts: import('#domain/qualifications/specification.ts').LetteredPart[]
  kind: import('#domain/qualifications/specification.ts').CriterionKind | null
  verb: string | null
  plural: boolean
  state: import('#domain/progress/standing.ts').StandingState | null
  elsewhere: boolean
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  shownOn: string | null
  planned: import('#domain/planning/plan-entry.ts').PlannedFact | null | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  simulationReason: string
  setUp: import('#domain/settings/checklists.ts').SetUpFact | null | null
  occasions: Pick<import('#domain/coverage/occasions.ts').Occasion, 'criteria' | 'setting'>[] | null
  kept: { seen: boolean } | null | null
}
/** The learner's chosen units down to the criteria, with where each stands, and the kind of the evidence that would be put to them. */
export const listClaimable = many<{ evidenceId: string | null; learnerId: string | null }, ListClaimableRow>(
  sql.list_claimable,
)

export type ListUndecidedClaimsRow = { criterionId: string; evidenceId: string; number: number }
/** Claims of a registration on evidence that waits, without a qualified assessor's word, and what is in question. */
export const listUndecidedClaims = many<{ registrationId: string | null }, ListUndecidedClaimsRow>(
  sql.list_undecided_claims,
)

/** The same claims in the registration that follows, by whoever made them, on the day on which they did. */
export const insertAllCarriedClaims = write<{
  toId: string | null
  moveId: string | null
  carried: import('#domain/registrations/moving.ts').Carried[]
  fromId: string | null
}>(sql.insert_all_carried_claims, ['carried'])

/** The claims of a registration that has ended wait for nobody; they keep their dates, and end at its own moment. */
export const updateAllEndedClaims = write<{ at: string | null; fromId: string | null }>(sql.update_all_ended_claims)
