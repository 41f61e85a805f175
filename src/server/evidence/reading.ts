/** One piece of evidence, with all that stands on it. */

import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { listClaims } from '#server/claims/queries.ts'
import {
  listAuthentications,
  listDecidedCriteria,
  listDecisions,
  listFiles,
  listPins,
  listRelations,
  listSightings,
  listVersions,
  selectEvidence,
  selectOptionalTestimony,
} from './queries.ts'
import { evidenceView } from './view.ts'

export const selectOneEvidence = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId'],
  run: async ({ db, actor, loaded, now }) => {
    const key = { evidenceId: loaded.id }
    const versions = await listVersions(db, key)
    if (!versions[0]) throw new NotFound()
    const files = await listFiles(db, key)
    const relations = await listRelations(db, key)
    const authentications = await listAuthentications(db, key)
    const sightings = versions.some(v => v.record.keptElsewhere) ? await listSightings(db, key) : []
    const claims = await listClaims(db, key)
    const pins = await listPins(db, { evidenceIds: [loaded.id] })
    const decisions = await listDecisions(db, key)
    const decided = decisions.length > 0 ? await listDecidedCriteria(db, key) : []
    const testimony = await selectOptionalTestimony(db, key)
    const read = { versions, files, relations, authentications, sightings, claims, pins, decisions, decided }
    const parts = { ...read, testimony }
    return evidenceView(actor, loaded, parts, dayOfInstant(now))
  },
})
