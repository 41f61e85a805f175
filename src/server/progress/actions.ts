import { progressContract as endpoints } from '#contract/progress.ts'
import type { Role } from '#domain/people/roles.ts'
import { dayOfInstant } from '#domain/time.ts'
import { type Db, together } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import {
  listEvidenceOnCriterion,
  listOtherMoves,
  listOwnPlaces,
  listStandings,
  listWaiting,
  selectMatrix,
} from './queries.ts'
import { criterionView, matrixView, ownPlaceView, queueView } from './view.ts'

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
/** As many as a home page shows; the reporting area has them all. */
const mostRegistrations = 100

export const openQueue = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/queue'],
  run: async ({ db, actor, now }) => {
    const [asked, today] = [{ actor: actor.personId }, dayOfInstant(now)]
    const holds = (...roles: Role[]) => roles.some(r => actor.roles.includes(r))
    const [places, waiting, others] = await together([
      listOwnPlaces(db, { ...asked, today, most: mostRegistrations }),
      holds('trainee-assessor', 'assessor') ? listWaiting(db, asked) : Promise.resolve([]),
      holds('learner', 'centre-administrator')
        ? listOtherMoves(db, { ...asked, today, most: mostQueueItems })
        : Promise.resolve([]),
    ])
    return {
      items: queueView(actor.personId, places, waiting, others).slice(0, mostQueueItems),
      registrations: places.slice(0, mostRegistrations).map(ownPlaceView),
    }
  },
})
