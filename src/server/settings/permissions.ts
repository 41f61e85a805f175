/** What is said of where a unit's evidence may come from, gathered from the document, from people, and from what was settled. */
import type { Setting } from '#domain/evidence/evidence.ts'
import {
  type PermissionSource,
  permissionSubjects,
  sourcesOf,
  subjectOf,
  type UnitPermission,
} from '#domain/settings/permission.ts'
import { stillAnswers } from '#domain/settings/settling.ts'
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
      const own = recorded.sources.filter(s => s.unitId === unit.id)
      const sources = sourcesOf(said, structure.qualification, own.map(sourceFrom))
      const settled: UnitPermission['settled'] = {}
      for (const about of permissionSubjects) {
        const newest = recorded.settlements.find(
          s => s.versionId === tree.versionId && s.unitId === unit.id && s.about === about,
        )
        const recordedAt = own.filter(s => s.about === about).map(s => s.at)
        if (newest && stillAnswers(newest, sources, recordedAt)) settled[about] = newest.followed
      }
      return [[unit.id, { sources, settled }] as const]
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
