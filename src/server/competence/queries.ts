// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type InsertAllDeclaredScopesRow = { id: string; personId: string; role: string }
/** For whoever has no open scope as such yet: everything that the centre offers, at every level. */
export const insertAllDeclaredScopes = many<
  { by: string | null; at: string | null; personIds: string[] | null; roles: string[] | null; days: string[] | null },
  InsertAllDeclaredScopesRow
>(sql.insert_all_declared_scopes)

export type InsertAllDeclaredAwardsRow = { id: string; personId: string; role: string; kind: string }
/** For whoever has no award of that kind as such on record; one that was worked towards before is not begun anew. */
export const insertAllDeclaredAwards = many<
  {
    by: string | null
    at: string | null
    personIds: string[] | null
    roles: string[] | null
    kinds: string[] | null
    days: string[] | null
    limits: string[] | null
  },
  InsertAllDeclaredAwardsRow
>(sql.insert_all_declared_awards)

export type SelectPersonRow = { personId: string; name: string }
/** Somebody who holds, or held, a role in this centre. */
export const selectPerson = one<{ personId: string | null }, SelectPersonRow>(sql.select_person)

export type LockAwardRow = {
  id: string
  personId: string
  role: string
  kind: string
  title: string | null
  since: string
  untilDay: string | null
  declared: boolean
}
export const lockAward = one<{ awardId: string | null; personId: string | null }, LockAwardRow>(sql.lock_award)

export type LockScopeRow = { id: string; personId: string; untilDay: string | null }
export const lockScope = one<{ scopeId: string | null; personId: string | null }, LockScopeRow>(sql.lock_scope)

export type InsertAwardRow = { id: string }
export const insertAward = one<
  {
    personId: string | null
    role: string | null
    kind: string | null
    title: string | null
    since: string | null
    until: string | null
    evidence: string | null
    by: string | null
    at: string | null
  },
  InsertAwardRow
>(sql.insert_award)

export const updateShownAward = write<{
  title: string | null
  evidence: string | null
  by: string | null
  at: string | null
  awardId: string | null
}>(sql.update_shown_award)

export const updateEndedAward = write<{
  until: string | null
  by: string | null
  at: string | null
  awardId: string | null
}>(sql.update_ended_award)

export type UpdateAllEndedDeclaredAwardsRow = { id: string; until: string }
/** What was only declared gives way to what is recorded, from its first day on. */
export const updateAllEndedDeclaredAwards = many<
  { since: string | null; by: string | null; at: string | null; personId: string | null; role: string | null },
  UpdateAllEndedDeclaredAwardsRow
>(sql.update_all_ended_declared_awards)

export type UpdateAllShortenedAwardsRow = { id: string; until: string }
/** Where a start is put right to an earlier day, the months counted from a later one end with the earlier. */
export const updateAllShortenedAwards = many<
  { until: string | null; by: string | null; at: string | null; personId: string | null; role: string | null },
  UpdateAllShortenedAwardsRow
>(sql.update_all_shortened_awards)

export type InsertAllScopesRow = { id: string }
export const insertAllScopes = many<
  {
    personId: string | null
    role: string | null
    levels: number[] | null
    from: string | null
    until: string | null
    evidence: string | null
    by: string | null
    at: string | null
    everything: boolean | null
    qualificationIds: string[] | null
  },
  InsertAllScopesRow
>(sql.insert_all_scopes)

export type UpdateAllEndedDeclaredScopesRow = { id: string; until: string }
/** The same for a scope: otherwise what was declared for everything would go on beside it. */
export const updateAllEndedDeclaredScopes = many<
  { from: string | null; by: string | null; at: string | null; personId: string | null; role: string | null },
  UpdateAllEndedDeclaredScopesRow
>(sql.update_all_ended_declared_scopes)

export const updateEndedScope = write<{
  until: string | null
  by: string | null
  at: string | null
  scopeId: string | null
}>(sql.update_ended_scope)

export type InsertAllCompetenceEvidenceRow = { id: string }
export const insertAllCompetenceEvidence = many<
  {
    personId: string | null
    role: string | null
    requirement: string | null
    text: string | null
    reference: string | null
    shownOn: string | null
    by: string | null
    at: string | null
    levels: number[] | null
  },
  InsertAllCompetenceEvidenceRow
>(sql.insert_all_competence_evidence)

export type LockCompetenceEvidenceRow = { id: string; personId: string; endedAt: string | null }
export const lockCompetenceEvidence = one<
  { competenceEvidenceId: string | null; personId: string | null },
  LockCompetenceEvidenceRow
>(sql.lock_competence_evidence)

export const updateEndedCompetenceEvidence = write<{
  reason: string | null
  by: string | null
  at: string | null
  competenceEvidenceId: string | null
}>(sql.update_ended_competence_evidence)

export type InsertCpdRow = { id: string }
export const insertCpd = one<
  {
    personId: string | null
    doneOn: string | null
    hours: number | null
    activity: string | null
    learned: string | null
    at: string | null
  },
  InsertCpdRow
>(sql.insert_cpd)

export type LockCpdRow = { id: string; personId: string; endedAt: string | null }
export const lockCpd = one<{ cpdId: string | null; personId: string | null }, LockCpdRow>(sql.lock_cpd)

export const updateEndedCpd = write<{ reason: string | null; at: string | null; cpdId: string | null }>(
  sql.update_ended_cpd,
)

export type InsertRequirementConfirmationRow = { id: string }
export const insertRequirementConfirmation = one<
  { role: string | null; applies: string[] | null; source: string | null; by: string | null; at: string | null },
  InsertRequirementConfirmationRow
>(sql.insert_requirement_confirmation)

export type ListRequirementConfirmationsRow = {
  role: string
  applies: string[]
  source: string
  by: string
  at: string
}
/** The newest of each role. */
export const listRequirementConfirmations = many<Record<string, never>, ListRequirementConfirmationsRow>(
  sql.list_requirement_confirmations,
)

export type ListCompetentPeopleRow = {
  personId: string
  name: string
  role: string
  facts: import('#domain/competence/authority.ts').AuthorityFacts
  evidence: import('#domain/competence/requirements.ts').Shown[]
  shownAwards: string[]
  titles: Record<string, string>
  lastCpd: string | null
  registrations: number
}
/** Everybody who holds a role that judges or verifies, once for each competence it calls for; one person alone where asked. */
export const listCompetentPeople = many<{ personId: string | null }, ListCompetentPeopleRow>(sql.list_competent_people)

export type ListOfferedLevelsRow = { level: number }
export const listOfferedLevels = many<Record<string, never>, ListOfferedLevelsRow>(sql.list_offered_levels)

export type ListAwardsRow = {
  id: string
  role: import('#domain/competence/authority.ts').CompetenceRole
  kind: import('#domain/competence/authority.ts').AwardKind
  title: string | null
  since: string
  until: string | null
  declared: boolean
  evidence: string | null
  shownBy: string | null
  shownAt: string | null
  recordedBy: string | null
  recordedAt: string
}
export const listAwards = many<{ personId: string | null }, ListAwardsRow>(sql.list_awards)

export type ListScopesRow = {
  id: string
  role: import('#domain/competence/authority.ts').CompetenceRole
  qualificationId: string | null
  qualification: string | null
  levels: number[] | null
  from: string
  until: string | null
  declared: boolean
  evidence: string | null
  recordedBy: string | null
  recordedAt: string
}
export const listScopes = many<{ personId: string | null }, ListScopesRow>(sql.list_scopes)

export type ListCompetenceEvidenceRow = {
  id: string
  role: string
  level: number
  requirement: string
  text: string
  reference: string | null
  on: string
  by: string
  at: string
}
export const listCompetenceEvidence = many<{ personId: string | null }, ListCompetenceEvidenceRow>(
  sql.list_competence_evidence,
)

export type ListCpdRow = {
  id: string
  on: string
  hours: number | null
  activity: string
  learned: string
  recordedAt: string
}
export const listCpd = many<{ personId: string | null }, ListCpdRow>(sql.list_cpd)

export type ListQualificationsRow = { id: string; title: string; number: string | null }
export const listQualifications = many<Record<string, never>, ListQualificationsRow>(sql.list_qualifications)

export type ListDirectModelsRow = {
  id: string
  qualificationId: string
  title: string
  employer: string
  sector: string
  size: string
  met: { condition: string; metOn: string; evidence: string; by: string }[]
  assessors: number
  learners: number
  problems: number
}
/** With whoever assesses under it now, the learners named to them, and the problems that are still open in the centre. */
export const listDirectModels = many<{ today: string | null }, ListDirectModelsRow>(sql.list_direct_models)

export type InsertAllDirectModelsRow = { id: string }
/** One for each qualification of this centre. */
export const insertAllDirectModels = many<
  {
    employer: string | null
    sector: string | null
    size: string | null
    by: string | null
    at: string | null
    qualificationId: string | null
  },
  InsertAllDirectModelsRow
>(sql.insert_all_direct_models)

export type LockDirectModelRow = { id: string; qualificationId: string; assessesUnder: boolean }
/** With whether the actor assesses, or will, under such a model themself. */
export const lockDirectModel = one<
  { actor: string | null; today: string | null; modelId: string | null },
  LockDirectModelRow
>(sql.lock_direct_model)

/** Recorded again, it carries the new day and words, and the ledger keeps the old ones. */
export const upsertDirectModelCondition = write<{
  modelId: string | null
  condition: string | null
  metOn: string | null
  evidence: string | null
  by: string | null
  at: string | null
}>(sql.upsert_direct_model_condition)
