import { randomUUID } from 'node:crypto'
import { decisionsContract as endpoints } from '#contract/decisions.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { acceptanceOf } from '#domain/decisions/accepting.ts'
import { decide } from '#domain/decisions/decide.ts'
import { differenceOf } from '#domain/decisions/difference.ts'
import { type CriterionKey, keyOf, type Layers } from '#domain/decisions/layers.ts'
import { type Obstacle, obstaclesTo } from '#domain/decisions/obstacles.ts'
import { isSupporting } from '#domain/evidence/kinds.ts'
import { onRecord } from '#domain/pins/pins.ts'
import { type JustJudged, versionSays } from '#domain/progress/version-says.ts'
import type { QualificationTree } from '#domain/qualifications/tree.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import { together, withoutWaiting } from '#platform/db/query.ts'
import { action, type Context } from '#platform/http/action.ts'
import { mayDecide, mayDecideProvisionally, mayReview } from '#policy/decisions.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { checkCovers, keepCovers, occasionsAfter } from '#server/coverage/ticking.ts'
import { requirePinsOn } from '#server/pins/actions.ts'
import { insertAllPins } from '#server/pins/queries.ts'
import { type Held, updateProgressAfter } from '#server/progress/update.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import type { PermissionOf } from '#server/settings/permissions.ts'
import {
  type Assessment,
  authorityFor,
  capacityOn,
  judgedCriteria,
  layersOf,
  loadAssessment,
  lockedSituation,
  permissionsAt,
  pieceOf,
} from './load.ts'
import {
  insertDecision,
  type ListStandingsOfRow,
  listDecisions,
  listStandingsOf,
  listTicks,
  selectLearner,
  updateVersionLookedAt,
} from './queries.ts'
import { situationOf } from './situation.ts'
import { assessmentView } from './view.ts'

export const openAssessment = action({
  load: ({ db, actor, params, query, now }) =>
    loadAssessment(db, actor.personId, params.evidenceId, query.version ?? null, now),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/assessment'],
  run: async ({ db, actor, loaded, params }) => {
    const [learner, ticks, standings, decisions, permissions] = await together([
      selectLearner(db, { learnerId: loaded.learnerId }),
      listTicks(db, { evidenceId: loaded.evidence.id, version: loaded.evidence.version }),
      listStandingsOf(db, { registrationIds: loaded.places.map(p => p.registrationId) }),
      listDecisions(db, { evidenceId: loaded.evidence.id }),
      permissionsAt(db, loaded),
    ])
    const trees = new Map<string, Awaited<ReturnType<typeof treeOf>>>()
    for (const { versionId } of loaded.places)
      if (!trees.has(versionId)) trees.set(versionId, await treeOf(db, versionId, params.centreId))
    const obstacles = obstaclesOn(loaded, trees, standings, permissions)
    const layers = layersOf(ticks)
    return assessmentView(actor, loaded, { learnerName: learner.name, trees, layers, decisions, standings, obstacles })
  },
})

export const startReview = action({
  load: ({ db, actor, params, now }) => loadAssessment(db, actor.personId, params.evidenceId, null, now),
  may: mayReview,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/review'],
  run: async ({ db, loaded, body, record, now }) => {
    const { state, revision, layers, held } = await lockedSituation(db, loaded)
    if (body.version !== loaded.evidence.version)
      throw new Refusal('decisions/newer-version', { version: loaded.evidence.version })
    if (state !== 'submitted') return { state, revision }
    await updateVersionLookedAt(db, { evidenceId: loaded.evidence.id, version: body.version, at: now })
    await record({
      type: 'review-started',
      as: capacityOf(loaded),
      subjectId: loaded.evidence.id,
      learnerId: loaded.learnerId,
      body: { version: body.version },
    })
    await keepProgress({ db, now, loaded }, 'under-review', { layers, held })
    return { state: 'under-review', revision }
  },
})

export const acceptAll = action({
  load: ({ db, actor, params, now }) => loadAssessment(db, actor.personId, params.evidenceId, null, now),
  may: mayDecide,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/acceptances'],
  run: async ({ db, loaded, body }) => {
    const { layers } = await lockedSituation(db, loaded)
    const own = new Set(loaded.places.filter(p => capacityOn(p, 'assessor')).map(p => p.registrationId))
    const mine = <T extends CriterionKey>(ticks: T[]): T[] => ticks.filter(t => own.has(t.registrationId))
    const judgedHere = new Map(body.judged.map(j => [keyOf(j), j.outcome]))
    const acceptance = acceptanceOf(layers, body.layer, judgedHere)
    const standing = mine(acceptance.accepts).map(({ registrationId, criterionId }) => ({
      registrationId,
      criterionId,
    }))
    if (body.shown.some(k => judgedHere.has(keyOf(k))))
      throw new Refusal('decisions/acceptance-differs', {
        layer: body.layer,
        difference: { shown: body.shown, standing },
      })
    if (body.version !== loaded.evidence.version || !sameKeys(standing, body.shown)) {
      // What is left alone was on the screen too.
      const accepts = new Set(standing.map(keyOf))
      const shown = body.shown.map(k => ({ ...k, outcome: 'met' as const, reason: null }))
      const seen = {
        learner:
          body.layer === 'learner' ? [...shown, ...layers.learner.filter(t => !accepts.has(keyOf(t)))] : layers.learner,
        trainee:
          body.layer === 'trainee' ? [...shown, ...layers.trainee.filter(t => !accepts.has(keyOf(t)))] : layers.trainee,
      }
      throw new Refusal('decisions/changed-meanwhile', {
        difference: differenceOf(seen, layers),
        revision: loaded.evidence.revision,
        contentChanged: false,
        assessor: layers.assessor,
      })
    }
    return { ticks: standing, leaves: mine(acceptance.leaves) }
  },
})

export const decideEvidence = action({
  load: ({ db, actor, params, now }) => loadAssessment(db, actor.personId, params.evidenceId, null, now),
  may: mayDecide,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/decisions'],
  run: context => save(context, 'assessor'),
})

export const decideProvisionally = action({
  load: ({ db, actor, params, now }) => loadAssessment(db, actor.personId, params.evidenceId, null, now),
  may: mayDecideProvisionally,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/provisional-decisions'],
  run: context => save(context, 'trainee'),
})

type Decide = (typeof endpoints)['POST /centres/:centreId/evidence/:evidenceId/decisions']
type Saving = Pick<Context<Decide>, 'db' | 'actor' | 'now' | 'record'> & { loaded: Assessment; body: BodyOf<Decide> }

async function save({ db, actor, now, record, loaded, body }: Saving, layer: 'trainee' | 'assessor') {
  const { evidence } = loaded
  const locked = await lockedSituation(db, loaded)
  if (body.version !== evidence.version) throw new Refusal('decisions/newer-version', { version: evidence.version })
  const piece = { evidenceId: evidence.id, version: evidence.version, occasions: evidence.occasions }
  const { added, counting } = occasionsAfter(piece, body, dayOfInstant(now))
  const situation = await situationOf(db, loaded, locked, { personId: actor.personId, layer, body, counting })
  const decided = decide(situation, body, layer)
  await checkCovers(db, loaded.places, loaded.centreId, body, decided.judgements, counting)
  const authority = authorityFor(loaded, decided.judgements, layer)
  const on = { evidenceId: evidence.id, version: evidence.version }
  if (body.pins.length > 0) await requirePinsOn(db, on, body.pins, decided.judgements)
  const decisionId = randomUUID()
  const again = locked.layers[layer].length > 0
  const made = { decisionId, layer, actor: actor.personId, at: now, judgements: decided.judgements, added, again }
  const { evidenceState } = decided
  // Nobody needs the answers of these: they are done in this order, and all or none with the commit.
  withoutWaiting(db, [
    insertDecision(db, {
      id: decisionId,
      again,
      evidenceId: evidence.id,
      version: evidence.version,
      layer,
      outcome: body.outcome,
      returnReason: body.outcome === 'returned' ? body.returnReason : null,
      feedback: body.feedback,
      contentHash: locked.contentHash ?? '',
      acceptances: body.acceptances,
      justifications: body.justifications,
      marks: body.marks,
      authority,
      correction: decided.correction,
      occasionsOut: body.occasions.out,
      decidedBy: actor.personId,
      decidedAs: decided.as,
      decidedAt: now,
      state: evidenceState,
      requestId: body.requestId,
      registrationIds: decided.judgements.map(j => j.registrationId),
      criterionIds: decided.judgements.map(j => j.criterionId),
      outcomes: decided.judgements.map(j => j.outcome),
      reasons: decided.judgements.map(j => j.reason as string),
    }),
    ...keepCovers(db, piece, body, made),
    ...(body.pins.length > 0
      ? [insertAllPins(db, { ...on, id: null, pins: body.pins, layer, decisionId, by: actor.personId, at: now })]
      : []),
    record({
      type: layer === 'assessor' ? 'decision-made' : 'provisional-decision-made',
      as: decided.as,
      subjectId: evidence.id,
      learnerId: loaded.learnerId,
      registrationId: decided.judgements[0]?.registrationId ?? null,
      reason: body.feedback,
      body: {
        decisionId,
        version: evidence.version,
        outcome: body.outcome,
        evidenceState: decided.evidenceState,
        returnReason: body.returnReason,
        feedback: body.feedback,
        contentHash: locked.contentHash ?? '',
        judgements: decided.judgements,
        acceptances: body.acceptances,
        justifications: body.justifications,
        ...(body.marks.length > 0 ? { marks: body.marks } : {}),
        ...(body.pins.length > 0 ? { pins: body.pins.map(onRecord) } : {}),
        authority,
        correction: decided.correction,
        ...(isSupporting(evidence.type) ? { supporting: true as const } : {}),
        ...(body.covers.length > 0 ? { covers: body.covers } : {}),
        ...(added.length > 0 ? { occasionsAdded: added } : {}),
        ...(body.occasions.out.length > 0 ? { occasionsOut: body.occasions.out } : {}),
      },
    }),
  ])
  const judged = { layer, judgements: decided.judgements, by: actor.personId, at: now }
  await keepProgress({ db, now, loaded }, evidenceState, locked, judged)
  return { decisionId, evidenceState }
}

/** The state of the version changed, so every claim on it may stand differently, judged now or not. */
async function keepProgress(
  { db, now, loaded: { evidence } }: Pick<Saving, 'db' | 'now' | 'loaded'>,
  state: 'under-review' | 'accepted' | 'returned',
  { layers, held }: { layers: Layers; held: Held },
  judged?: JustJudged,
): Promise<void> {
  const version = {
    ...{ evidenceId: evidence.id, version: evidence.version, state, submittedAt: evidence.submittedAt },
    supporting: isSupporting(evidence.type),
  }
  await updateProgressAfter(db, version, versionSays(version, layers, judged), now, held)
}

/** What stands in the way of each criterion that this evidence may meet, by key, for those that have something. */
function obstaclesOn(
  loaded: Assessment,
  trees: ReadonlyMap<string, QualificationTree>,
  standings: ListStandingsOfRow[],
  permissionOf: PermissionOf,
): Record<string, Obstacle[]> {
  const { evidence, places } = loaded
  const elsewhere = new Set(standings.filter(s => s.state === 'confirmed' && s.evidenceId !== evidence.id).map(keyOf))
  const piece = pieceOf(loaded)
  const told: Record<string, Obstacle[]> = {}
  for (const place of places)
    for (const unit of trees.get(place.versionId)?.units ?? [])
      for (const criterion of place.unitIds?.includes(unit.id)
        ? judgedCriteria(unit, permissionOf(place.versionId, unit.id), place)
        : []) {
        const key = keyOf({ registrationId: place.registrationId, criterionId: criterion.criterionId })
        const obstacles = obstaclesTo(criterion, piece, elsewhere.has(key))
        if (obstacles.length > 0) told[key] = obstacles
      }
  return told
}

function capacityOf(loaded: Assessment): string {
  for (const layer of ['assessor', 'trainee'] as const)
    for (const place of loaded.places) if (capacityOn(place, layer)) return capacityOn(place, layer) as string
  return 'assessor'
}

function sameKeys(one: readonly CriterionKey[], other: readonly CriterionKey[]): boolean {
  const keys = new Set(one.map(keyOf))
  return keys.size === new Set(other.map(keyOf)).size && other.every(k => keys.has(keyOf(k)))
}
