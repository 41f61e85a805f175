/** What is said of where a unit's evidence may come from, gathered from the document, from people, and from what was settled. */
import type { Setting } from '#domain/evidence/evidence.ts'
import { type PermissionSource, sourcesOf, subjectOf, type UnitPermission } from '#domain/settings/permission.ts'
import type { Db } from '#platform/db/query.ts'
import { type Version, versionOf } from '#server/qualifications/tree.ts'
import {
  type ListRecordedSourcesRow,
  type ListSettlementsRow,
  listRecordedSources,
  listSettlements,
} from './queries.ts'

export type Recorded = { sources: ListRecordedSourcesRow[]; settlements: ListSettlementsRow[] }

/** What people have added to the documents of these versions. */
export const recordedFor = async (db: Db, versionIds: string[]): Promise<Recorded> => ({
  sources: await listRecordedSources(db, { versionIds }),
  settlements: await listSettlements(db, { versionIds }),
})

/** The permission of each unit of a version, by the unit's id. */
export function permissionsIn({ tree, structure }: Version, recorded: Recorded): Map<string, UnitPermission> {
  return new Map(
    tree.units.flatMap((unit, at) => {
      const said = structure.units[at]
      if (!said) return []
      const own = recorded.sources.filter(s => s.unitId === unit.id).map(sourceFrom)
      const settled: UnitPermission['settled'] = {}
      for (const { versionId, unitId, about, followed } of recorded.settlements.toReversed())
        if (versionId === tree.versionId && unitId === unit.id) settled[about] = followed
      return [[unit.id, { sources: sourcesOf(said, structure.qualification, own), settled }] as const]
    }),
  )
}

const sourceFrom = ({ about, kind, text, source }: ListRecordedSourcesRow): PermissionSource => ({
  ...{ about, kind, performanceOnly: kind === 'not-for-performance', exceptions: [] },
  ...{ placement: about === 'environment', text, from: 'person', where: source },
})

export type PermissionOf = (versionId: string, unitId: string) => UnitPermission | null

const none: PermissionOf = () => null

/** For judging evidence from these settings, its own and those of its occasions: nothing is asked where all are jobs. */
export async function permissionsFor(
  db: Db,
  settings: readonly (Setting | null)[],
  versionIds: string[],
  centreId: string,
): Promise<PermissionOf> {
  if (!settings.some(setting => setting && subjectOf(setting)) || versionIds.length === 0) return none
  const recorded = await recordedFor(db, versionIds)
  const byVersion = new Map<string, Map<string, UnitPermission>>()
  for (const versionId of new Set(versionIds))
    byVersion.set(versionId, permissionsIn(await versionOf(db, versionId, centreId), recorded))
  return (versionId, unitId) => byVersion.get(versionId)?.get(unitId) ?? null
}
