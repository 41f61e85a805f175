// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListAssessmentRow = {
  id: string
  centreId: string
  number: number
  kind: string
  learnerId: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  revision: number
  title: string
  description: string
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  shownOn: string | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  simulationReason: string
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  statementText: string | null
  setUp: import('#domain/settings/checklists.ts').SetUpFact | null | null
  contentHash: string | null
  submittedAt: string | null
  returnReason: string | null
  answers: import('#domain/evidence/record-fields.ts').RecordAnswer[] | null | null
  planned: import('#domain/planning/plan-entry.ts').PlannedFact | null | null
  kept: { seen: boolean } | null | null
  recorded: boolean
  occasions: Pick<import('#domain/coverage/occasions.ts').Occasion, 'number' | 'criteria' | 'setting'>[]
  latestVersion: number
  facts: import('#domain/competence/authority.ts').AuthorityFacts | null | null
  conflicted: boolean
  registrationId: string
  versionId: string
  qualificationId: string
  level: number | null
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[]
  unitIds: string[] | null
  ownRoles: string[] | null
  countersignerNamed: boolean
  traineeNamed: boolean
}
/** One version of a piece of evidence as somebody who may see it would judge it; the latest when no version is named. A row for each registration of its learner that the actor may see, with the units chosen, the actor's own place there and who else is named: one without a registration where they may see the evidence only. `facts` is what the actor's authority is computed from. */
export const listAssessment = many<
  { actor: string | null; evidenceId: string | null; version: number | null },
  ListAssessmentRow
>(sql.list_assessment)

export type LockVersionRow = {
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  revision: number
  contentHash: string | null
  authenticated: boolean
  registrationIds: string[]
}
/** Whoever decides first is first: the second waits here and then sees what changed. Then the progress that a decision may move, in one order: that of the registrations of the learner that have not ended. */
export const lockVersion = one<
  { evidenceId: string | null; version: number | null; learnerId: string | null },
  LockVersionRow
>(sql.lock_version)

export type ListTicksRow = {
  layer: string
  registrationId: string
  criterionId: string
  by: string
  byName: string
  at: string
  outcome: string | null
  reason: string | null
  decisionId: string | null
  inQuestion: boolean
  spoken: boolean
  spokenReason: import('#domain/progress/standing.ts').UncountedReason | null
  spokenEvidenceId: string | null
  spokenVersion: number | null
  spokenSince: string | null
}
/** All three layers of a version, in one reading; each name is looked up once, not with each tick. With each, what speaks for its criterion now, as far as one must know to say whether something else is nearer to counting. */
export const listTicks = many<{ evidenceId: string | null; version: number | null }, ListTicksRow>(sql.list_ticks)

export type SelectLearnerRow = { name: string }
export const selectLearner = one<{ learnerId: string | null }, SelectLearnerRow>(sql.select_learner)

export type ListStandingsOfRow = {
  registrationId: string
  criterionId: string
  state: string
  reason: string | null
  evidenceId: string | null
}
export const listStandingsOf = many<{ registrationIds: string[] | null }, ListStandingsOfRow>(sql.list_standings_of)

export type ListConfirmedElsewhereRow = { registrationId: string; criterionId: string }
/** Of these criteria, those confirmed on other evidence that is enough by itself, and not in question there. */
export const listConfirmedElsewhere = many<
  {
    registrationIds: string[] | null
    criterionIds: string[] | null
    evidenceId: string | null
    supporting: string[] | null
  },
  ListConfirmedElsewhereRow
>(sql.list_confirmed_elsewhere)

export type ListDecisionsRow = {
  id: string
  version: number
  layer: string
  outcome: string
  returnReason: string | null
  feedback: string
  decidedAs: string
  decidedAt: string
  decidedBy: string
  decidedByName: string
  acceptances: import('#domain/decisions/layers.ts').Acceptance[]
  justifications: import('#domain/decisions/obstacles.ts').Justification[]
  marks: import('#domain/worksheets/marks.ts').Mark[]
  authority: import('#domain/decisions/events.ts').MadeUnder[] | null | null
  correction: string | null
  met: number
  notYet: number
}
export const listDecisions = many<{ evidenceId: string | null }, ListDecisionsRow>(sql.list_decisions)

/** The act, its judgements, the state in which it leaves the version (null: as it was), and what it takes the place of: what the same layer said before about the same criteria (`again`) stays readable and stops standing. */
export const insertDecision = write<{
  registrationIds: string[] | null
  criterionIds: string[] | null
  outcomes: string[] | null
  reasons: string[] | null
  id: string | null
  evidenceId: string | null
  version: number | null
  layer: string | null
  outcome: string | null
  returnReason: string | null
  feedback: string | null
  contentHash: string | null
  acceptances: unknown
  justifications: unknown
  marks: import('#domain/worksheets/marks.ts').Mark[]
  authority: import('#domain/decisions/events.ts').MadeUnder[]
  correction: string | null
  occasionsOut: number[] | null
  decidedBy: string | null
  decidedAs: string | null
  decidedAt: string | null
  requestId: string | null
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn' | null
  again: boolean | null
}>(sql.insert_decision, ['acceptances', 'justifications', 'marks', 'authority', 'occasions_out'])

/** Looking is not deciding: the revision on everybody's screen stays good. */
export const updateVersionLookedAt = write<{ at: string | null; evidenceId: string | null; version: number | null }>(
  sql.update_version_looked_at,
)

export type InsertAllCarriedJudgementsRow = { decisionId: string; criterionId: string }
/** The same judgements, of every layer, in the registration that follows: each is still its maker's, of its own day, on the same evidence. */
export const insertAllCarriedJudgements = many<
  {
    toId: string | null
    moveId: string | null
    carried: import('#domain/registrations/moving.ts').Carried[]
    fromId: string | null
  },
  InsertAllCarriedJudgementsRow
>(sql.insert_all_carried_judgements, ['carried'])
