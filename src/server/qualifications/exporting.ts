import { type Specification, specificationFormat } from '#domain/qualifications/specification.ts'
import type { TreeOutcome } from '#domain/qualifications/tree.ts'
import type { Db } from '#platform/db/query.ts'
import { selectVersionSource } from './queries.ts'
import type { Version } from './tree.ts'

/** A published version as the document that would publish it again: our own JSON. */
export async function specificationOfVersion(db: Db, version: Version): Promise<Specification> {
  const { tree, structure } = version
  const { source, awardingOrganisation } = await selectVersionSource(db, { versionId: tree.versionId })
  const unsaid = { name: tree.title, sha256: '', documentTitle: null, documentVersion: null }
  return {
    format: specificationFormat,
    source: { ...unsaid, ...source, awardingOrganisation },
    qualifications: structure.qualifications,
    units: wholeUnits(version),
    // What was found while the document was read is told by its lines, and stays with the import.
    report: [],
  }
}

/** The units with their outcomes, which the structure leaves out, and without the ids they have here. */
export const wholeUnits = ({ tree, structure }: Version) =>
  structure.units.map((unit, at) => ({ ...unit, outcomes: (tree.units[at]?.outcomes ?? []).map(withoutIds) }))

const withoutIds = ({ id: _id, criteria, ...outcome }: TreeOutcome) => ({
  ...outcome,
  criteria: criteria.map(({ id: _criterionId, ...criterion }) => criterion),
})
