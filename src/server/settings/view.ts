import type { ResultOf } from '#contract/endpoint.ts'
import type { settingsContract } from '#contract/settings.ts'
import {
  conflictsAmong,
  permissionSubjects,
  type UnitPermission,
  unplacedStatements,
} from '#domain/settings/permission.ts'
import { appliesTo } from '#domain/settings/settling.ts'
import type { Version } from '#server/qualifications/tree.ts'
import { permissionsIn, type Recorded } from './permissions.ts'

type Subject = ResultOf<
  (typeof settingsContract)['GET /centres/:centreId/versions/:versionId/units/:unitId/permissions']
>['subjects'][number]
type Report = ResultOf<(typeof settingsContract)['GET /centres/:centreId/permission-conflicts']>

/** What is said of one unit, subject by subject; a subject of which nothing is said is left out. */
export function subjectsOf(
  { versionId, unitId }: { versionId: string; unitId: string },
  permission: UnitPermission,
  { sources, settlements }: Recorded,
): Subject[] {
  const conflicts = conflictsAmong(permission.sources)
  return permissionSubjects.flatMap((about): Subject[] => {
    const applies = appliesTo(permission, about)
    if (!applies) return []
    return [
      {
        ...{ about, applies, conflict: conflicts.includes(about), settled: permission.settled[about] !== undefined },
        sources: permission.sources
          .filter(s => s.about === about)
          .map(s => {
            const row =
              s.from === 'person' &&
              sources.find(r => r.unitId === unitId && r.about === about && r.kind === s.kind && r.text === s.text)
            return { ...s, recorded: row ? { id: row.id, by: row.by, at: row.at } : null }
          }),
        settlements: settlements
          .filter(s => s.versionId === versionId && s.unitId === unitId && s.about === about)
          .map(({ followed, reason, by, at }) => ({ followed, reason, by, at })),
      },
    ]
  })
}

const named = ({ tree: { versionId: id, title, number, version } }: Version) => ({ id, title, number, version })

/** Every subject of every unit of a version on which sources disagree. */
export function conflictsIn(version: Version, recorded: Recorded): Report['conflicts'] {
  const permissions = permissionsIn(version, recorded)
  return version.tree.units.flatMap(({ id, number, title }) => {
    const permission = permissions.get(id)
    if (!permission || conflictsAmong(permission.sources).length === 0) return []
    const subjects = subjectsOf({ versionId: version.tree.versionId, unitId: id }, permission, recorded)
    return subjects
      .filter(subject => subject.conflict)
      .map(subject => ({ version: named(version), unit: { id, number, title }, subject }))
  })
}

/** Permissions of a version's document for units that nobody can find, with what else it says. */
export function unplacedIn(version: Version): Report['unplaced'] {
  const { qualification } = version.structure
  return unplacedStatements(qualification).map(({ about, text, line, unknownUnits }) => ({
    ...{ version: named(version), about, text, line, unknownUnits },
    against: (qualification.permissionStatements ?? [])
      .filter(s => s.about === about && s.text !== text)
      .map(s => ({ text: s.text, line: s.line })),
  }))
}
