// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type LockVersionRow = { id: string }
/** Two who set the methods of a qualification take turns. */
export const lockVersion = one<{ versionId: string | null }, LockVersionRow>(sql.lock_version)

export type ListMethodsRow = {
  versionId: string
  number: number
  switchedOff: import('#domain/evidence/evidence.ts').EvidenceType[]
  reason: string
  setBy: string
  by: string
  at: string
}
/** Everything that was said of these versions, newest first. */
export const listMethods = many<{ versionIds: string[] | null }, ListMethodsRow>(sql.list_methods)

export type InsertMethodsRow = { number: number }
export const insertMethods = one<
  {
    versionId: string | null
    number: number | null
    switchedOff: string[] | null
    reason: string | null
    by: string | null
    at: string | null
  },
  InsertMethodsRow
>(sql.insert_methods)

export type ListOwnMethodsRow = {
  id: string
  name: string
  abbreviation: string
  explanation: string
  type: import('#domain/evidence/evidence.ts').EvidenceType
  by: string
  at: string
  endedAt: string | null
}
/** What the centre has added for a version; what has ended comes last. */
export const listOwnMethods = many<{ versionId: string | null }, ListOwnMethodsRow>(sql.list_own_methods)

export type ListOwnMethodsOfLearnerRow = {
  id: string
  name: string
  abbreviation: string
  explanation: string
  type: import('#domain/evidence/evidence.ts').EvidenceType
  qualification: string
}
/** What a learner may choose: added for a version that they work towards, and not ended. */
export const listOwnMethodsOfLearner = many<{ learnerId: string | null }, ListOwnMethodsOfLearnerRow>(
  sql.list_own_methods_of_learner,
)

export type ListOwnMethodsInUseRow = { id: string; name: string; abbreviation: string }
/** What evidence was put in as, to narrow a list by; one that has ended too. */
export const listOwnMethodsInUse = many<{ actor: string | null }, ListOwnMethodsInUseRow>(sql.list_own_methods_in_use)

export type InsertOwnMethodRow = { id: string }
export const insertOwnMethod = one<
  {
    versionId: string | null
    name: string | null
    abbreviation: string | null
    explanation: string | null
    type: string | null
    by: string | null
    at: string | null
  },
  InsertOwnMethodRow
>(sql.insert_own_method)

export type LockOwnMethodRow = { id: string; endedAt: string | null }
export const lockOwnMethod = one<{ ownMethodId: string | null }, LockOwnMethodRow>(sql.lock_own_method)

export const updateEndedOwnMethod = write<{ by: string | null; at: string | null; ownMethodId: string | null }>(
  sql.update_ended_own_method,
)

export type SelectLearnerRow = { id: string }
/** A learner for those for whom their portfolio exists. */
export const selectLearner = one<{ learnerId: string | null; actor: string | null }, SelectLearnerRow>(
  sql.select_learner,
)

export type ListKindsOffRow = {
  registrationId: string
  versionId: string
  qualification: string
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[]
}
/** The kinds that are not accepted, for each qualification that the learner works towards, or for one registration. */
export const listKindsOff = many<{ learnerId: string | null; registrationId: string | null }, ListKindsOffRow>(
  sql.list_kinds_off,
)
