/** The situation that a decision, or the answer to a question about one, arrives in. */
import { type DecisionForm, type DecisionSituation, obstaclesLeft } from '#domain/decisions/decide.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import type { JudgedPiece } from '#domain/decisions/obstacles.ts'
import { supportingTypes } from '#domain/evidence/kinds.ts'
import type { Db } from '#platform/db/query.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import { type Assessment, capacityOn, judgedCriteria, type lockedSituation, permissionsAt, pieceOf } from './load.ts'
import { listConfirmedElsewhere } from './queries.ts'

type Deciding = {
  personId: string
  layer: 'trainee' | 'assessor'
  body: Pick<DecisionForm, 'judgements' | 'justifications'>
  /** The occasions that count. */
  counting: JudgedPiece['occasions']
}

/** What the domain needs to know to judge a decision, or the answer to a question about one. */
export async function situationOf(
  db: Db,
  loaded: Assessment,
  locked: Awaited<ReturnType<typeof lockedSituation>>,
  { personId, layer, body, counting }: Deciding,
): Promise<DecisionSituation> {
  const places: DecisionSituation['places'] = []
  const permissionOf = await permissionsAt(db, loaded)
  // Of the criteria chosen, only those that the form or a tick names are asked about.
  const { learner, trainee, assessor } = locked.layers
  const named = new Set([...body.judgements, ...learner, ...trainee, ...assessor].map(k => k.criterionId))
  for (const place of loaded.places) {
    const role = capacityOn(place, layer)
    if (!role) continue
    const chosen = new Set(place.unitIds ?? [])
    const { units } = await treeOf(db, place.versionId, loaded.centreId)
    const criteria = units
      .filter(u => chosen.has(u.id))
      .flatMap(u => judgedCriteria(u, permissionOf(place.versionId, u.id), place, named))
    places.push({
      registrationId: place.registrationId,
      role,
      countersignerNamed: place.countersignerNamed,
      criteria: new Map(criteria.map(c => [c.criterionId, c])),
    })
  }
  const situation = {
    learnerId: loaded.learnerId,
    state: locked.state,
    revision: locked.revision,
    contentHash: locked.contentHash ?? '',
    authenticated: locked.authenticated,
    layers: locked.layers,
    answers: loaded.evidence.answers?.length ?? 0,
    piece: { ...pieceOf(loaded), occasions: counting },
    elsewhere: new Set<string>(),
    places,
    decider: { personId },
  }
  // Asked only where it makes a difference: most decisions have nothing in their way.
  const left = obstaclesLeft(situation, body)
  if (left.length === 0) return situation
  const confirmed = await listConfirmedElsewhere(db, {
    evidenceId: loaded.evidence.id,
    registrationIds: left.map(k => k.registrationId),
    criterionIds: left.map(k => k.criterionId),
    supporting: supportingTypes,
  })
  return { ...situation, elsewhere: new Set(confirmed.map(keyOf)) }
}
