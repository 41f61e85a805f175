import { createHash } from 'node:crypto'
import type { CaseNaming, CaseVersion } from '#domain/qualifications/case-package.ts'
import type { Db } from '#platform/db/query.ts'
import { NotFound } from '#platform/http/problems.ts'
import { specificationOfVersion } from './exporting.ts'
import { listFirstStandings, selectOptionalNamedThing } from './queries.ts'
import { type Version, versionOf } from './tree.ts'

/** Addresses in one centre. Identifiers are the same wherever and whenever they are made: UUIDs out of names (RFC 9562, version 3). */
export function namingIn(baseUrl: string, centreId: string): CaseNaming {
  return {
    identify: nameIdentifier,
    address: (resource, identifier) => `${baseUrl}/api/centres/${centreId}/ims/case/v1p1/${resource}/${identifier}`,
  }
}

function nameIdentifier(namespace: string, name: string): string {
  const bytes = createHash('md5')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x30
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A published version with what a package says beyond it: where its units stood before (R21). */
export async function caseVersionOf(db: Db, version: Version): Promise<CaseVersion> {
  const { tree, structure, publishedAt } = version
  const { source } = await specificationOfVersion(db, version)
  const standings = await listFirstStandings(db, { versionId: tree.versionId })
  const firstIn = new Map(standings.map(({ unitId, versionId }) => [unitId, versionId]))
  return {
    ...{
      versionId: tree.versionId,
      version: tree.version,
      publishedAt,
      source,
      qualification: structure.qualification,
    },
    units: tree.units.map(({ id, outcomes }, at) => {
      const { id: code, outcomes: _none, ...unit } = structure.units[at] as (typeof structure.units)[number]
      return { ...unit, id, code, outcomes, sameAs: firstIn.get(id) ?? null }
    }),
  }
}

/** The version in which an identifier names an item or an association. 404 where it names nothing in this centre. */
export async function versionNaming(db: Db, identifier: string, prefixes: string[]): Promise<Version> {
  const found = await selectOptionalNamedThing(db, { identifier: identifier.toLowerCase(), prefixes })
  if (!found) throw new NotFound()
  return await versionOf(db, found.versionId)
}
