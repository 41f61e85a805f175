import { createHash, randomUUID } from 'node:crypto'
import { contentOf, differencesOf, inOrder } from '#domain/qualifications/shared-units.ts'
import type {
  QualificationSpecification,
  Specification,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'
import { faultsOf } from '#domain/qualifications/usable.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Instant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { appendEvent } from '#server/audit/append.ts'
import {
  insertAllUnits,
  insertPlaces,
  insertQualification,
  insertVersion,
  listStoredUnits,
  selectCentreForPublishing,
  selectOptionalQualificationLike,
  updateQualificationTitle,
} from './queries.ts'

export type Publication = {
  /** Only where no centre has been entered yet: a loader that works as the owner of the tables. */
  centreId?: string
  specification: Specification
  importId: string | null
  personId: string
  /** The role in which the person publishes. */
  as?: string
  at: Instant
}

export type Published = { qualificationId: string; versionId: string; version: number }

/**
 * Makes a new version of every qualification of a specification, and the events that say so. Units that the catalogue
 * has already are shared (R21). Refuses, naming every fault, what no learner could be registered on.
 */
export async function publishSpecification(db: Db, publication: Publication): Promise<Published[]> {
  const { specification, centreId } = publication
  const faults = faultsOf(specification)
  if (faults.length > 0) throw new Refusal('qualifications/not-usable', { faults })
  if (centreId) await db.client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
  await selectCentreForPublishing(db, {})
  const units = await storeUnits(db, specification.units)
  const published: Published[] = []
  for (const qualification of specification.qualifications)
    published.push(await publishQualification(db, publication, qualification, units))
  return published
}

type StoredUnit = { id: string; asPrinted: object; criteria: number }

async function storeUnits(db: Db, printed: UnitSpecification[]): Promise<Map<string, StoredUnit>> {
  const units = printed.map(unit => ({ unit: inOrder(unit), digest: sha256(contentOf(unit)) }))
  const stored = await listStoredUnits(db, { digests: units.map(({ digest }) => digest) })
  const known = new Map(stored.map(row => [row.digest, row]))
  const added: object[] = []
  const places = units.map(({ unit, digest }): [string, StoredUnit] => {
    const criteria = unit.outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0)
    const existing = known.get(digest)
    if (existing) return [unit.id, { id: existing.id, asPrinted: differencesOf(existing.unit, unit), criteria }]
    const id = randomUUID()
    const outcomes = unit.outcomes.map(outcome => ({ ...outcome, id: randomUUID() }))
    added.push({ ...unit, id, code: unit.id, digest, criterionCount: criteria, outcomes })
    return [unit.id, { id, asPrinted: {}, criteria }]
  })
  if (added.length > 0) await insertAllUnits(db, { units: added })
  return new Map(places)
}

async function publishQualification(
  db: Db,
  { specification, importId, personId, as, at }: Publication,
  qualification: QualificationSpecification,
  units: Map<string, StoredUnit>,
): Promise<Published> {
  const { title, number } = qualification
  const { awardingOrganisation } = specification.source
  const named = { title, number, awardingOrganisation }
  const existing = await selectOptionalQualificationLike(db, { ...named, otherNumbers: qualification.otherNumbers })
  const { id: qualificationId } = existing ?? (await insertQualification(db, { ...named, at }))
  if (existing) await updateQualificationTitle(db, { qualificationId, title, awardingOrganisation })
  const { id: versionId, version } = await insertVersion(db, {
    ...{ ...named, qualificationId, importId, personId, at },
    otherNumbers: qualification.otherNumbers,
    framework: qualification.framework,
    level: qualification.level,
    totalCredit: qualification.totalCredit,
    dates: qualification.registration,
    groups: qualification.groups,
    rules: qualification.rules,
    ruleTexts: qualification.ruleTexts,
    rulesComplete: qualification.rulesComplete,
    permissionStatements: qualification.permissionStatements ?? [],
  })
  const places = qualification.units.map((place, position) => {
    const { id: unitId, asPrinted } = units.get(place.unit) as StoredUnit
    return { ...place, unitId, asPrinted, position: position + 1 }
  })
  await insertPlaces(db, { versionId, places })
  const criteria = qualification.units.reduce((sum, { unit }) => sum + (units.get(unit)?.criteria ?? 0), 0)
  await appendEvent(db, { personId } as never, at, {
    type: 'qualification-published',
    as: as ?? 'centre-administrator',
    subjectId: versionId,
    body: { qualificationId, versionId, version, title, number, units: places.length, criteria },
  })
  return { qualificationId, versionId, version }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
