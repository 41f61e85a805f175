// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectPortfolioRow = { learnerId: string; learnerName: string; seenAs: string[] }
/** The learner whose portfolio it is, as the actor sees them; one's own is there before the first registration. */
export const selectPortfolio = one<{ actor: string | null; learnerId: string | null }, SelectPortfolioRow>(
  sql.select_portfolio,
)

export type UpsertPortfolioRow = { lastNumber: number }
/** Makes the portfolio when there is none and locks it: drafts started at once wait for each other here. */
export const upsertPortfolio = one<{ learnerId: string | null }, UpsertPortfolioRow>(sql.upsert_portfolio)

export type TakeNextNumberRow = { lastNumber: number }
export const takeNextNumber = one<{ learnerId: string | null }, TakeNextNumberRow>(sql.take_next_number)

export const insertEvidence = write<{
  id: string | null
  learnerId: string | null
  number: number | null
  kind: string | null
  actor: string | null
  at: string | null
}>(sql.insert_evidence)

/** Where somebody works seldom changes: the sector is taken from what the learner said last, to be changed where it is another. */
export const insertVersion = write<{
  evidenceId: string | null
  learnerId: string | null
  type: string | null
  ownMethodId: string | null
  actor: string | null
  at: string | null
}>(sql.insert_version)

/** A testimony as its witness signed it; where and for which criteria is for the learner to say. */
export const insertSignedVersion = write<{
  evidenceId: string | null
  learnerId: string | null
  type: string | null
  title: string | null
  shownOn: string | null
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  signedHash: string | null
  actor: string | null
  at: string | null
}>(sql.insert_signed_version, ['record'])

/** The questions of a worksheet, to be answered. */
export const insertWorksheetVersion = write<{
  evidenceId: string | null
  learnerId: string | null
  title: string | null
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  worksheetId: string | null
  actor: string | null
  at: string | null
}>(sql.insert_worksheet_version, ['record'])

export type LockEvidenceRow = {
  evidenceId: string
  learnerId: string
  number: number
  kind: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  title: string
  description: string
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  shownOn: string | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  sector: import('#domain/settings/settings.ts').Sector | null
  customers: import('#domain/settings/settings.ts').Customers | null
  simulationReason: string
  statement: import('#domain/evidence/statement.ts').StatementNode | null
  statementText: string | null
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  descriptionRevision: number
  statementRevision: number
  recordRevision: number
  occasionsRevision: number
  revision: number
  createdBy: string
  contentHash: string | null
  planEntryId: string | null
  setUpId: string | null
  ownMethodId: string | null
  signedHash: string | null
  worksheetId: string | null
  handedOver: boolean
  seenAs: string[]
}
/** The evidence and its newest version, for those for whom the portfolio exists. Whoever changes either waits here. */
export const lockEvidence = one<{ actor: string | null; evidenceId: string | null }, LockEvidenceRow>(sql.lock_evidence)

export type SelectSubmittableRow = {
  title: string
  shownOn: string | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  sector: import('#domain/settings/settings.ts').Sector | null
  customers: import('#domain/settings/settings.ts').Customers | null
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  statementText: string | null
  worksheetId: string | null
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[][]
  occasionDays: (string | null)[]
  handedOver: boolean
  files: number
  claims: number
  performanceClaims: number
  parts: import('#domain/evidence/recordings.ts').RecordingPart[]
  claimed: string[]
  decisions: number
}
/** What a submission needs, and how often somebody qualified has decided on any version. */
export const selectSubmittable = one<{ evidenceId: string | null; version: number | null }, SelectSubmittableRow>(
  sql.select_submittable,
)

export type UpdateDescriptionRow = { descriptionRevision: number }
export const updateDescription = one<
  {
    title: string | null
    description: string | null
    type: string | null
    shownOn: string | null
    setting: string | null
    planEntryId: string | null
    ownMethodId: string | null
    sector: string | null
    customers: string | null
    simulationReason: string | null
    setUpId: string | null
    evidenceId: string | null
    version: number | null
  },
  UpdateDescriptionRow
>(sql.update_description)

export type UpdateStatementRow = { statementRevision: number }
export const updateStatement = one<
  {
    statement: import('#domain/evidence/statement.ts').StatementNode
    statementText: string | null
    evidenceId: string | null
    version: number | null
  },
  UpdateStatementRow
>(sql.update_statement, ['statement'])

export type UpdateRecordRow = { recordRevision: number }
export const updateRecord = one<
  {
    record: import('#domain/evidence/record-fields.ts').EvidenceRecord
    evidenceId: string | null
    version: number | null
  },
  UpdateRecordRow
>(sql.update_record, ['record'])

export type ListOccasionsRow = {
  number: number
  day: string | null
  customer: string
  setting: import('#domain/evidence/evidence.ts').Setting | null
  channel: import('#domain/coverage/occasions.ts').Channel | null
  seenBy: string
  criteria: string[] | null
}
/** The author's own, as they stand in the form; the first has no day but that of the evidence. */
export const listOccasions = many<{ evidenceId: string | null; version: number | null }, ListOccasionsRow>(
  sql.list_occasions,
)

/** Of a draft only: what was submitted stays. */
export const deleteOccasions = write<{ evidenceId: string | null; version: number | null }>(sql.delete_occasions)

export const insertAllOccasions = write<{
  evidenceId: string | null
  version: number | null
  occasions: import('#domain/coverage/occasions.ts').Occasion[]
}>(sql.insert_all_occasions, ['occasions'])

export type UpdateOccasionsRevisionRow = { occasionsRevision: number }
export const updateOccasionsRevision = one<
  { evidenceId: string | null; version: number | null },
  UpdateOccasionsRevisionRow
>(sql.update_occasions_revision)

export const insertAllCarriedOccasions = write<{ evidenceId: string | null; version: number | null }>(
  sql.insert_all_carried_occasions,
)

export type UpdateRevisionRow = { revision: number }
/** What an assessor would see has changed: nothing that was shown before can be accepted any more. */
export const updateRevision = one<{ evidenceId: string | null; version: number | null }, UpdateRevisionRow>(
  sql.update_revision,
)

export const upsertAuthentication = write<{
  evidenceId: string | null
  version: number | null
  actor: string | null
  role: string | null
  statement: string | null
  at: string | null
}>(sql.upsert_authentication)

export const updateAuthenticationTakenBack = write<{
  at: string | null
  evidenceId: string | null
  version: number | null
  actor: string | null
}>(sql.update_authentication_taken_back)

export type ListAuthenticationsRow = {
  version: number
  personId: string
  personName: string
  role: string
  statement: import('#domain/evidence/authenticity.ts').AuthenticityStatement
  givenAt: string
}
export const listAuthentications = many<{ evidenceId: string | null }, ListAuthenticationsRow>(sql.list_authentications)

export type InsertSightingRow = { id: string }
export const insertSighting = one<
  {
    evidenceId: string | null
    version: number | null
    actor: string | null
    role: string | null
    seenOn: string | null
    note: string | null
    at: string | null
  },
  InsertSightingRow
>(sql.insert_sighting)

export type ListSightingsRow = {
  version: number
  personId: string
  personName: string
  role: string
  seenOn: string
  note: string
}
export const listSightings = many<{ evidenceId: string | null }, ListSightingsRow>(sql.list_sightings)

export type UpdateSubmittedRow = { revision: number }
export const updateSubmitted = one<
  {
    at: string | null
    actor: string | null
    contentHash: string | null
    record: import('#domain/evidence/record-fields.ts').EvidenceRecord
    documents: import('#domain/evidence/documents.ts').DeclaredDocuments
    evidenceId: string | null
    version: number | null
  },
  UpdateSubmittedRow
>(sql.update_submitted, ['record', 'documents'])

export type UpdateWithdrawnRow = { revision: number }
export const updateWithdrawn = one<
  { at: string | null; evidenceId: string | null; version: number | null },
  UpdateWithdrawnRow
>(sql.update_withdrawn)

/** What was written and put in is carried over for mending, by whoever wrote it or, where a witness signed it, by the learner; the claims are not. */
export const insertNextVersion = write<{
  actor: string | null
  at: string | null
  evidenceId: string | null
  version: number | null
}>(sql.insert_next_version)

export const insertAllCarriedFiles = write<{ evidenceId: string | null; version: number | null }>(
  sql.insert_all_carried_files,
)

export type ListStandingFilesRow = {
  id: string
  name: string
  sha256: string
  parts: import('#domain/evidence/recordings.ts').RecordingPart[]
}
export const listStandingFiles = many<{ evidenceId: string | null; version: number | null }, ListStandingFilesRow>(
  sql.list_standing_files,
)

export type ListTouchedCriteriaRow = { registrationId: string; criterionId: string }
/** Every criterion whose standing this evidence may change. */
export const listTouchedCriteria = many<{ evidenceId: string | null }, ListTouchedCriteriaRow>(
  sql.list_touched_criteria,
)

export type InsertEvidenceFileRow = { id: string }
export const insertEvidenceFile = one<
  {
    evidenceId: string | null
    version: number | null
    name: string | null
    sha256: string | null
    actor: string | null
    at: string | null
  },
  InsertEvidenceFileRow
>(sql.insert_evidence_file)

export type SelectDraftFileRow = {
  id: string
  seconds: number | null
  parts: import('#domain/evidence/recordings.ts').RecordingPart[]
  partsRevision: number
  mediaType: string
}
export const selectDraftFile = one<
  { fileId: string | null; evidenceId: string | null; version: number | null },
  SelectDraftFileRow
>(sql.select_draft_file)

export const updateFileLength = write<{ seconds: number | null; fileId: string | null }>(sql.update_file_length)

export type UpdateFilePartsRow = { partsRevision: number }
export const updateFileParts = one<
  { parts: import('#domain/evidence/recordings.ts').RecordingPart[]; fileId: string | null },
  UpdateFilePartsRow
>(sql.update_file_parts, ['parts'])

export type UpdateFileRemovedRow = { name: string; sha256: string }
export const updateFileRemoved = one<
  { at: string | null; fileId: string | null; evidenceId: string | null; version: number | null },
  UpdateFileRemovedRow
>(sql.update_file_removed)

export type SelectFileRow = { name: string; sha256: string; size: number; mediaType: string }
/** A file is seen by whoever sees the evidence; one that was taken out is gone for all. */
export const selectFile = one<
  { fileId: string | null; evidenceId: string | null; actor: string | null },
  SelectFileRow
>(sql.select_file)

export type SelectEvidenceRow = {
  id: string
  number: number
  kind: string
  learnerId: string
  learnerName: string
  createdBy: string
  createdByName: string
  createdAt: string
  seenAs: string[]
}
export const selectEvidence = one<{ actor: string | null; evidenceId: string | null }, SelectEvidenceRow>(
  sql.select_evidence,
)

export type HasSetUpRow = { there: boolean }
/** Only one of this centre that is still in use can be named. */
export const hasSetUp = one<{ setUpId: string | null }, HasSetUpRow>(sql.has_set_up)

export type HasPlanEntryRow = { there: boolean }
/** Whether the entry belongs to a registration of this learner and still holds. */
export const hasPlanEntry = one<{ planEntryId: string | null; learnerId: string | null }, HasPlanEntryRow>(
  sql.has_plan_entry,
)

export type ListVersionsRow = {
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  stateSince: string
  revision: number
  descriptionRevision: number
  statementRevision: number
  recordRevision: number
  occasionsRevision: number
  title: string
  description: string
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  ownMethod: import('#domain/methods/own-methods.ts').OwnMethod | null | null
  kindsOff: import('#domain/evidence/evidence.ts').EvidenceType[][]
  occasions: (import('#domain/coverage/occasions.ts').Occasion & { addedBy: string | null; own: boolean })[]
  shownOn: string | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  sector: import('#domain/settings/settings.ts').Sector | null
  customers: import('#domain/settings/settings.ts').Customers | null
  simulationReason: string
  setUp: { id: string; name: string } | null | null
  statement: import('#domain/evidence/statement.ts').StatementNode | null
  statementText: string | null
  record: import('#domain/evidence/record-fields.ts').EvidenceRecord
  createdAt: string
  createdBy: string
  createdByName: string
  submittedAt: string | null
  submittedBy: string | null
  submittedByName: string | null
  declaredAt: string | null
  contentHash: string | null
  signedHash: string | null
  worksheetId: string | null
  declaredDocuments: Partial<import('#domain/evidence/documents.ts').DeclaredDocuments>
  returnReason: string | null
  planned: {
    id: string
    kind: import('#domain/planning/plan-entry.ts').PlanKind
    plannedFor: string
    saidAt: string
    by: string
    text: string
    registrationId: string
    withdrawn: boolean
  } | null | null
  inQuestion: number
}
export const listVersions = many<{ evidenceId: string | null }, ListVersionsRow>(sql.list_versions)

export type SelectOptionalTestimonyRow = {
  name: string
  position: string
  relationship: string
  status: number
  signedName: string
  signedAt: string
  signedHash: string
  email: string
  telephone: string
  signedFrom: string
  flags: { code: import('#domain/testimonies/signatory.ts').WitnessFlagCode; name: string | null }[]
  asks: string
  askedBy: string
  askedByName: string
  aboutId: string | null
  aboutNumber: number | null
  aboutTitle: string | null
  writingRemoved: boolean
}
/** Who signed this evidence by a link, if it is a testimony of that kind, and what they were asked. */
export const selectOptionalTestimony = optional<{ evidenceId: string | null }, SelectOptionalTestimonyRow>(
  sql.select_optional_testimony,
)

export type ListReadableFilesRow = {
  name: string
  sha256: string
  size: number
  mediaType: string
  personalData: import('#domain/evidence/privacy.ts').PersonalFinding[] | null | null
  notRead: string | null
}
export const listReadableFiles = many<{ evidenceId: string | null; version: number | null }, ListReadableFilesRow>(
  sql.list_readable_files,
)

export type ListFilesRow = {
  id: string
  version: number
  name: string
  sha256: string
  seconds: number | null
  parts: import('#domain/evidence/recordings.ts').RecordingPart[]
  partsRevision: number
  size: number
  mediaType: string
  goneAt: string | null
  addedAt: string
  addedBy: string
  addedByName: string
}
export const listFiles = many<{ evidenceId: string | null }, ListFilesRow>(sql.list_files)

export type ListPinsRow = {
  id: string
  evidenceId: string
  version: number
  layer: import('#domain/decisions/layers.ts').Layer
  registrationId: string
  criterionId: string
  number: string
  fileId: string | null
  fileName: string | null
  place: import('#domain/pins/pins.ts').Place
  by: string
  at: string
}
/** What pins stand: a claim's while the claim does, a judgement's while no newer one took its place; none on a file that is gone. */
export const listPins = many<{ evidenceIds: string[] | null }, ListPinsRow>(sql.list_pins)

export type ListDecisionsRow = {
  id: string
  version: number
  layer: string
  outcome: string
  returnReason: string | null
  feedback: string
  marks: import('#domain/worksheets/marks.ts').Mark[]
  decidedAt: string
  decidedBy: string
  decidedByName: string
}
export const listDecisions = many<{ evidenceId: string | null }, ListDecisionsRow>(sql.list_decisions)

export type ListDecidedCriteriaRow = {
  decisionId: string
  registrationId: string
  criterionId: string
  outcome: string
  reason: string | null
  number: string
  unitTitle: string
}
export const listDecidedCriteria = many<{ evidenceId: string | null }, ListDecidedCriteriaRow>(
  sql.list_decided_criteria,
)

/** What an assessor would see of a learner's evidence has changed with the registration. The versions are locked before it, in the order in which a decision locks them: of what is accepted or returned too, because a decision on it can be corrected. */
export const updateAllRevisionsOfLearner = write<{ learnerId: string | null }>(sql.update_all_revisions_of_learner)

/** What parts of recordings and occasions show of a criterion, they show of the one that it becomes in the registration that follows. */
export const updateAllCarriedLinks = write<{
  carried: import('#domain/registrations/moving.ts').Carried[]
  toId: string | null
  fromId: string | null
  learnerId: string | null
}>(sql.update_all_carried_links, ['carried'])

/** What an assessor would see of these versions has changed. */
export const updateAllRevisions = write<{ evidenceIds: string[] | null; versions: number[] | null }>(
  sql.update_all_revisions,
)

export type ListRelationsRow = {
  version: number
  names: boolean
  id: string
  number: number
  title: string
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
}
/** What each version names of other evidence, and which other evidence names this one now; both in the order of their numbers. */
export const listRelations = many<{ evidenceId: string | null }, ListRelationsRow>(sql.list_relations)

export type ListRelatableRow = { id: string }
/** Of the evidence asked for, what stands in this learner's portfolio and was not withdrawn. */
export const listRelatable = many<{ learnerId: string | null; otherIds: string[] | null }, ListRelatableRow>(
  sql.list_relatable,
)

/** Those that are not among these are named no more. */
export const updateAllRelationsRemoved = write<{
  at: string | null
  evidenceId: string | null
  version: number | null
  otherIds: string[] | null
}>(sql.update_all_relations_removed)

export const upsertAllRelations = write<{
  evidenceId: string | null
  version: number | null
  otherIds: string[] | null
}>(sql.upsert_all_relations)

export const insertAllCarriedRelations = write<{ evidenceId: string | null; version: number | null }>(
  sql.insert_all_carried_relations,
)

export type UpdateAllWritingGoneRow = { evidenceId: string; version: number; learnerId: string }
export const updateAllWritingGone = many<{ evidenceId: string | null }, UpdateAllWritingGoneRow>(
  sql.update_all_writing_gone,
)
