// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectCentreForPublishingRow = { centreId: string; lock: null }
/** One publication at a time in a centre, so that version numbers and shared units cannot be made twice. */
export const selectCentreForPublishing = one<Record<string, never>, SelectCentreForPublishingRow>(
  sql.select_centre_for_publishing,
)

export type ListStoredUnitsRow = {
  id: string
  digest: string
  unit: import('#domain/qualifications/specification.ts').UnitSpecification
}
/** Units that are already in the catalogue, as the specification has them. */
export const listStoredUnits = many<{ digests: string[] | null }, ListStoredUnitsRow>(sql.list_stored_units)

/** Units with their outcomes and criteria, in one statement; the ids are given. */
export const insertAllUnits = write<{ units: unknown }>(sql.insert_all_units, ['units'])

export type SelectOptionalQualificationLikeRow = { id: string }
/** A qualification is known by its number; one without, by its title and awarding organisation, as long as no other number of it speaks against that: an awarding organisation gives a successor the same title and another code (R14). */
export const selectOptionalQualificationLike = optional<
  { number: string | null; title: string | null; awardingOrganisation: string | null; otherNumbers: unknown },
  SelectOptionalQualificationLikeRow
>(sql.select_optional_qualification_like, ['other_numbers'])

export type InsertQualificationRow = { id: string }
export const insertQualification = one<
  { number: string | null; title: string | null; awardingOrganisation: string | null; at: string | null },
  InsertQualificationRow
>(sql.insert_qualification)

export const updateQualificationTitle = write<{
  title: string | null
  awardingOrganisation: string | null
  qualificationId: string | null
}>(sql.update_qualification_title)

export type InsertVersionRow = { id: string; version: number }
export const insertVersion = one<
  {
    qualificationId: string | null
    title: string | null
    number: string | null
    otherNumbers: unknown
    awardingOrganisation: string | null
    framework: string | null
    level: number | null
    totalCredit: number | null
    dates: unknown
    groups: unknown
    rules: unknown
    ruleTexts: unknown
    rulesComplete: boolean | null
    permissionStatements: unknown
    importId: string | null
    personId: string | null
    at: string | null
  },
  InsertVersionRow
>(sql.insert_version, ['other_numbers', 'dates', 'groups', 'rules', 'rule_texts', 'permission_statements'])

export const insertPlaces = write<{ versionId: string | null; places: unknown }>(sql.insert_places, ['places'])

export type SelectVersionKeyRow = { centreId: string }
/** Whose version it is: asked on every walk, so that a cached tree is never shown to another centre. */
export const selectVersionKey = one<{ versionId: string | null }, SelectVersionKeyRow>(sql.select_version_key)

export type SelectTreeRow = { tree: import('./tree.ts').StoredTree; publishedAt: string }
/** A whole version as one document. */
export const selectTree = one<{ versionId: string | null }, SelectTreeRow>(sql.select_tree)

export type ListQualificationsRow = {
  id: string
  title: string
  number: string | null
  otherNumbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
  accreditedFrom: string | null
  accreditedTo: string | null
  awardingOrganisation: string | null
  framework: string | null
  level: number | null
  versionId: string
  version: number
  publishedAt: string
  units: number
  criteria: number
}
/** Each qualification in its newest version. */
export const listQualifications = many<{ patterns: string[] | null }, ListQualificationsRow>(sql.list_qualifications)

export type ListVersionsRow = {
  id: string
  title: string
  number: string | null
  awardingOrganisation: string | null
  framework: string | null
  level: number | null
  version: number
  publishedAt: string
  publishedBy: string
  units: number
  criteria: number
}
/** The versions of one qualification, newest first. */
export const listVersions = many<{ qualificationId: string | null }, ListVersionsRow>(sql.list_versions)

export type ListMatchingUnitsRow = {
  id: string
  code: string
  number: string | null
  title: string
  level: number | null
  credit: number | null
  criteria: number
  versionId: string
  qualifications: string[]
  matches: { id: string; number: string; text: string }[]
  matching: number
}
/** Units of the newest versions (or of one version) that hold every word looked for, in number and title or in a criterion. `nearest` looks for wording that is like it instead, for a slip of the pen. */
export const listMatchingUnits = many<
  { versionId: string | null; search: string | null; nearest: boolean | null; patterns: string[] | null },
  ListMatchingUnitsRow
>(sql.list_matching_units)

export type ListPlacesOfUnitRow = {
  versionId: string
  qualificationId: string
  version: number
  title: string
  number: string | null
  awardingOrganisation: string | null
  framework: string | null
  level: number | null
  mandatory: boolean
  groupCode: string | null
  current: boolean
}
/** Every version in which a unit stands, newest first within each qualification. */
export const listPlacesOfUnit = many<{ unitId: string | null }, ListPlacesOfUnitRow>(sql.list_places_of_unit)

export type SelectVersionSourceRow = {
  awardingOrganisation: string | null
  source: import('#domain/qualifications/specification.ts').SpecificationSource | null
}
/** The document a version was read from; null where no document was. */
export const selectVersionSource = one<{ versionId: string | null }, SelectVersionSourceRow>(sql.select_version_source)

export type ListFirstStandingsRow = { unitId: string; versionId: string }
/** For each unit of a version that stood in another before, the first of those: earlier published, or at the same moment and listed first. */
export const listFirstStandings = many<{ versionId: string | null }, ListFirstStandingsRow>(sql.list_first_standings)

export type ListCaseDocumentsRow = {
  id: string
  version: number
  title: string
  awardingOrganisation: string | null
  dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
  publishedAt: string
  source: import('#domain/qualifications/specification.ts').SpecificationSource | null
  total: number
}
/** Every published version, newest first, as a list of CASE documents needs it. */
export const listCaseDocuments = many<{ limit: number | null; offset: number | null }, ListCaseDocumentsRow>(
  sql.list_case_documents,
)

export type SelectOptionalNamedThingRow = { versionId: string }
/** The version in which an identifier stands for something. Identifiers are made of a version's id and the name of a thing in it (RFC 9562, version 3), so they are made again here and compared; the two signs that only say how an identifier was made are left out. */
export const selectOptionalNamedThing = optional<
  { prefixes: string[] | null; identifier: string | null },
  SelectOptionalNamedThingRow
>(sql.select_optional_named_thing)

export type SelectOptionalLatestVersionRow = { id: string; version: number; title: string; publishedAt: string }
/** The newest version of a qualification, told as publishing tells it; versions that came of one import can be left out. */
export const selectOptionalLatestVersion = optional<
  {
    number: string | null
    title: string | null
    awardingOrganisation: string | null
    otherNumbers: unknown
    importId: string | null
  },
  SelectOptionalLatestVersionRow
>(sql.select_optional_latest_version, ['other_numbers'])

export type ListRuleConfirmationsRow = {
  id: string
  rule: number | null
  rules: import('#domain/qualifications/specification.ts').Rule[]
  sourceText: string
  confirmedBy: string
  confirmedAt: string
}
/** Every confirmation of a version, the newest first for each rule; the first of each counts. */
export const listRuleConfirmations = many<{ versionId: string | null }, ListRuleConfirmationsRow>(
  sql.list_rule_confirmations,
)

export type InsertRuleConfirmationRow = { id: string }
export const insertRuleConfirmation = one<
  {
    versionId: string | null
    rule: number | null
    rules: unknown
    sourceText: string | null
    by: string | null
    at: string | null
  },
  InsertRuleConfirmationRow
>(sql.insert_rule_confirmation, ['rules'])
