import { progressContract as endpoints } from '#contract/progress.ts'
import { dayOfInstant } from '#domain/time.ts'
import { type Db, together } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import { listEvidenceOnCriterion, listOwnLearners, listQueue, listStandings, selectMatrix } from './queries.ts'
import { criterionView, matrixView, queueView } from './view.ts'

/** A registration, if it exists for this actor, with where its criteria stand. */
async function loadMatrix(db: Db, actorId: string, registrationId: string, now: string) {
  const [registration, standings] = await together([
    selectMatrix(db, { registrationId, actor: actorId, today: dayOfInstant(now) }),
    listStandings(db, { registrationId }),
  ])
  return { ...registration, standings }
}

export const openMatrix = action({
  load: ({ db, actor, now, params: { registrationId } }) => loadMatrix(db, actor.personId, registrationId, now),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/matrix'],
  run: async ({ db, loaded, params }) =>
    matrixView(loaded, await treeOf(db, loaded.versionId, params.centreId), loaded.standings),
})

export const explainCriterion = action({
  load: ({ db, actor, now, params: { registrationId } }) => loadMatrix(db, actor.personId, registrationId, now),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId'],
  run: async ({ db, loaded, params }) => {
    const tree = await treeOf(db, loaded.versionId, params.centreId)
    const chosen = tree.units.some(
      u => loaded.unitIds?.includes(u.id) && u.outcomes.some(o => o.criteria.some(c => c.id === params.criterionId)),
    )
    if (!chosen) throw new NotFound()
    return criterionView(
      loaded,
      loaded.standings.find(s => s.criterionId === params.criterionId),
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
      ...(await together([
        listQueue(db, { actor: actor.personId, today: dayOfInstant(now), most: mostQueueItems }),
        listOwnLearners(db, { actor: actor.personId }),
      ])),
    ),
})
