import { settingsContract as endpoints } from '#contract/settings.ts'
import { settle } from '#domain/settings/settling.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { importsAs } from '#policy/imports.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { mayRecordPermissions } from '#policy/settings.ts'
import type { Actor } from '#policy/verdict.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { permissionsIn, recordedFor } from './permissions.ts'
import {
  insertAllSources,
  insertSettlement,
  listVersionsInUse,
  lockSource,
  selectStandingSource,
  selectUnit,
  updateEndedSource,
} from './queries.ts'
import { conflictsIn, subjectsOf, unplacedIn } from './view.ts'

const canOf = (actor: Actor) => {
  const { allowed } = mayRecordPermissions(actor)
  return { record: allowed, settle: allowed }
}

/** A unit as it stands in a version, with all that is said of it; 404 where it does not stand there. */
async function loadPlaced({ db, params }: { db: Db; params: { versionId: string; unitId: string } }) {
  const version = await versionOf(db, params.versionId)
  const recorded = await recordedFor(db, [params.versionId])
  const permission = permissionsIn(version, recorded).get(params.unitId)
  if (!permission) throw new NotFound()
  return { permission, recorded }
}

export const selectPermissions = action({
  load: loadPlaced,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/units/:unitId/permissions'],
  run: async ({ actor, params, loaded: { permission, recorded } }) => ({
    subjects: subjectsOf(params, permission, recorded),
    can: canOf(actor),
  }),
})

export const listPermissionConflicts = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/permission-conflicts'],
  run: async ({ db, actor, params }) => {
    const versionIds = (await listVersionsInUse(db, {})).map(v => v.id)
    const recorded = await recordedFor(db, versionIds)
    const versions = []
    for (const versionId of versionIds) versions.push(await versionOf(db, versionId, params.centreId))
    return {
      conflicts: versions.flatMap(version => conflictsIn(version, recorded)),
      unplaced: versions.flatMap(unplacedIn),
      can: canOf(actor),
    }
  },
})

export const recordPermissionSource = action({
  load: ({ db, params }) => selectUnit(db, params),
  may: mayRecordPermissions,
  input: endpoints['POST /centres/:centreId/units/:unitId/permission-sources'],
  run: async ({ db, actor, now, params: { unitId }, body, record }) => {
    const [made] = await insertAllSources(db, { unitId, ...body, by: actor.personId, at: now })
    if (!made) return { sourceId: (await selectStandingSource(db, { unitId, ...body })).id }
    await record({
      type: 'permission-source-recorded',
      as: importsAs(actor),
      subjectId: unitId,
      body: { sourceId: made.id, unitId, ...body },
    })
    return { sourceId: made.id }
  },
})

export const endPermissionSource = action({
  load: ({ db, params }) => lockSource(db, params),
  may: mayRecordPermissions,
  input: endpoints['POST /centres/:centreId/permission-sources/:sourceId/ending'],
  run: async ({ db, actor, now, params: { sourceId }, body: { reason }, loaded: { unitId, endedAt }, record }) => {
    if (endedAt !== null) return {}
    await updateEndedSource(db, { sourceId, by: actor.personId, at: now })
    await record({
      type: 'permission-source-ended',
      as: importsAs(actor),
      subjectId: unitId,
      reason,
      body: { sourceId, unitId },
    })
    return {}
  },
})

export const settlePermission = action({
  load: loadPlaced,
  may: mayRecordPermissions,
  input: endpoints['POST /centres/:centreId/versions/:versionId/units/:unitId/permission-settlements'],
  run: async ({ db, actor, now, params, body: { about, kind, reason }, loaded, record }) => {
    const { versionId, unitId } = params
    const followed = settle(loaded.permission, about, kind)
    // Sent again, or settled alike by somebody else meanwhile: it stands already.
    const [standing] = loaded.recorded.settlements.filter(s => s.unitId === unitId && s.about === about)
    if (loaded.permission.settled[about]?.kind === kind && standing?.reason === reason) return {}
    await insertSettlement(db, { versionId, unitId, about, followed, reason, by: actor.personId, at: now })
    await record({
      type: 'permission-settled',
      as: importsAs(actor),
      subjectId: unitId,
      reason,
      body: { versionId, unitId, about, kind, text: followed.text },
    })
    return {}
  },
})
