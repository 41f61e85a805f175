import { preconditionsContract as endpoints } from '#contract/preconditions.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { importsAs } from '#policy/imports.ts'
import { mayRecordPreconditions } from '#policy/preconditions.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import {
  insertAllPreconditions,
  listPreconditions as listRows,
  lockPrecondition,
  selectStandingPrecondition,
  selectUnit,
  updateEndedPrecondition,
} from './queries.ts'

export const listPreconditions = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/preconditions'],
  run: async ({ db, actor, query: { unitId = null, versionId = null } }) => ({
    preconditions: (await listRows(db, { unitId, versionId })).map(({ unitId: id, number, title, ...rest }) => ({
      ...rest,
      unit: { id, number, title },
    })),
    can: { record: mayRecordPreconditions(actor).allowed },
  }),
})

export const recordPrecondition = action({
  load: ({ db, params }) => selectUnit(db, params),
  may: mayRecordPreconditions,
  input: endpoints['POST /centres/:centreId/units/:unitId/preconditions'],
  run: async ({ db, actor, now, params: { unitId }, body: { kind, text, source }, record }) => {
    const [made] = await insertAllPreconditions(db, { unitId, kind, text, source, by: actor.personId, at: now })
    if (!made) return { preconditionId: (await selectStandingPrecondition(db, { unitId, kind, text })).id }
    await record({
      type: 'precondition-recorded',
      as: importsAs(actor),
      subjectId: unitId,
      body: { preconditionId: made.id, unitId, kind, text, source },
    })
    return { preconditionId: made.id }
  },
})

export const endPrecondition = action({
  load: ({ db, params }) => lockPrecondition(db, params),
  may: mayRecordPreconditions,
  input: endpoints['POST /centres/:centreId/preconditions/:preconditionId/ending'],
  run: async ({
    db,
    actor,
    now,
    params: { preconditionId },
    body: { reason },
    loaded: { unitId, endedAt },
    record,
  }) => {
    if (endedAt !== null) return {}
    await updateEndedPrecondition(db, { preconditionId, by: actor.personId, at: now })
    await record({
      type: 'precondition-ended',
      as: importsAs(actor),
      subjectId: unitId,
      reason,
      body: { preconditionId, unitId },
    })
    return {}
  },
})
