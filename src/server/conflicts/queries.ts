// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectLearnerRow = { learnerId: string; name: string }
/** A learner who exists for the actor. */
export const selectLearner = one<{ learnerId: string | null; actor: string | null }, SelectLearnerRow>(
  sql.select_learner,
)

export type SelectDeclaredPersonRow = { personId: string }
/** Somebody who works in this centre now. */
export const selectDeclaredPerson = one<{ personId: string | null }, SelectDeclaredPersonRow>(
  sql.select_declared_person,
)

export type ListConflictsRow = {
  id: string
  personId: string
  personName: string
  learnerId: string
  learnerName: string
  kind: import('#domain/conflicts/conflict.ts').ConflictKind
  about: string
  declaredBy: string
  declaredAt: string
  managedByWay: import('#domain/conflicts/conflict.ts').ConflictWay | null | null
  managedHow: string | null
  managedBy: string | null
  managedAt: string | null
  endReason: string | null
  endedBy: string | null
  endedAt: string | null
}
/** Those that concern the actor; `everybody` for who may see them all. Standing ones first. */
export const listConflicts = many<
  { everybody: boolean | null; actor: string | null; learnerId: string | null },
  ListConflictsRow
>(sql.list_conflicts)

export type LockConflictRow = {
  id: string
  personId: string
  learnerId: string
  managedByWay: import('#domain/conflicts/conflict.ts').ConflictWay | null | null
  endedAt: string | null
}
export const lockConflict = one<
  { conflictId: string | null; everybody: boolean | null; actor: string | null },
  LockConflictRow
>(sql.lock_conflict)

export type InsertConflictRow = { id: string }
export const insertConflict = one<
  {
    personId: string | null
    learnerId: string | null
    kind: string | null
    about: string | null
    by: string | null
    at: string | null
  },
  InsertConflictRow
>(sql.insert_conflict)

export const updateManagedConflict = write<{
  way: string | null
  how: string | null
  by: string | null
  at: string | null
  conflictId: string | null
}>(sql.update_managed_conflict)

export const updateEndedConflict = write<{
  reason: string | null
  by: string | null
  at: string | null
  conflictId: string | null
}>(sql.update_ended_conflict)
