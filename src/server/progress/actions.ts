import { progressContract as endpoints } from '#contract/progress.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import { listEvidenceOnCriterion, listOwnLearners, listQueue, listStandings, selectMatrix } from './queries.ts'
import { criterionView, matrixView, queueView } from './view.ts'

export const openMatrix = action({
  load: ({ db, actor, now, params: { registrationId } }) =>
    selectMatrix(db, { registrationId, actor: actor.personId, today: dayOfInstant(now) }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/matrix'],
  run: async ({ db, loaded, params }) =>
    matrixView(
      loaded,
      await treeOf(db, loaded.versionId, params.centreId),
      await listStandings(db, { registrationId: loaded.id }),
    ),
})

export const explainCriterion = action({
  load: ({ db, actor, now, params: { registrationId } }) =>
    selectMatrix(db, { registrationId, actor: actor.personId, today: dayOfInstant(now) }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId'],
  run: async ({ db, loaded, params }) => {
    const tree = await treeOf(db, loaded.versionId, params.centreId)
    const chosen = tree.units.some(
      u => loaded.unitIds?.includes(u.id) && u.outcomes.some(o => o.criteria.some(c => c.id === params.criterionId)),
    )
    if (!chosen) throw new NotFound()
    const standings = await listStandings(db, { registrationId: loaded.id })
    return criterionView(
      loaded,
      standings.find(s => s.criterionId === params.criterionId),
      await listEvidenceOnCriterion(db, params),
    )
  },
})

/** More than anybody can look at in a day; the oldest come first. */
const mostQueueItems = 200

export const openQueue = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/queue'],
  run: async ({ db, actor, now }) =>
    queueView(
      await listQueue(db, { actor: actor.personId, today: dayOfInstant(now), most: mostQueueItems }),
      await listOwnLearners(db, { actor: actor.personId }),
    ),
})
