import { randomUUID } from 'node:crypto'
import { coverageContract as endpoints } from '#contract/coverage.ts'
import { readingOf } from '#domain/coverage/reading.ts'
import { checkTicks, tickable } from '#domain/coverage/ticking.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import { type Db, together } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { mayRecordWorkplace, mayReviewRequirements, recordsAs } from '#policy/coverage.ts'
import { mayClaim } from '#policy/evidence.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { answersAs, anyoneSignedIn } from '#policy/verdict.ts'
import { selectEvidence, updateRevision } from '#server/evidence/queries.ts'
import { actingAs, lockNewest } from '#server/evidence/version.ts'
import { selectVersionKey } from '#server/qualifications/queries.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { coveredUnits, type UnitCovered } from './facts.ts'
import {
  hasPrecondition,
  insertAllTicks,
  insertEnforcement,
  insertReview,
  insertWorkplaceRecord,
  listCoveringRegistrations,
  lockRecordable,
  lockWorkplaceRecord,
  type SelectCoverageRow,
  selectCoverage,
  selectCovering,
  selectOptionalEnforcement,
  selectOptionalReview,
  selectUnitRequirements,
  updateAllTicksWithdrawn,
  updateRecordEnded,
} from './queries.ts'
import { coveringView, requirementView, summaryView, unitView } from './view.ts'

export const summariseCoverage = action({
  load: ({ db, actor, params }) =>
    selectCoverage(db, { actor: actor.personId, registrationId: params.registrationId, unitId: null }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/coverage'],
  run: async ({ db, loaded, params }) => {
    const units = coveredUnits(loaded, await versionOf(db, loaded.versionId, params.centreId))
    return {
      enforcement: loaded.enforcement,
      units: Object.fromEntries(units.map(u => [u.unit.id, summaryView(u)])),
    }
  },
})

export const openCoverage = action({
  load: ({ db, actor, params }) =>
    selectCoverage(db, { actor: actor.personId, registrationId: params.registrationId, unitId: params.unitId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage'],
  run: async ({ db, actor, loaded, params }) => {
    const [unit] = coveredUnits(loaded, await versionOf(db, loaded.versionId, params.centreId), params.unitId)
    if (!unit) throw new NotFound()
    return unitView(loaded, unit, loaded.open && mayRecordWorkplace(actor, loaded).allowed)
  },
})

/** Every chosen unit of the learner's registrations that the actor sees. */
async function unitsServed(db: Db, actor: string, learnerId: string, centreId: string) {
  const served: { row: SelectCoverageRow; covered: UnitCovered }[] = []
  const registrations = await listCoveringRegistrations(db, { learnerId, actor })
  const rows = await together(
    registrations.map(({ registrationId }) => selectCoverage(db, { actor, registrationId, unitId: null })),
  )
  for (const row of rows)
    for (const covered of coveredUnits(row, await versionOf(db, row.versionId, centreId))) served.push({ row, covered })
  return served
}

export const openCovering = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/coverage'],
  run: async ({ db, actor, loaded, params, query }) => {
    const piece = await selectCovering(db, { evidenceId: loaded.id, version: query.version ?? null })
    const units = await unitsServed(db, actor.personId, loaded.learnerId, params.centreId)
    const propose = piece.state === 'draft' && mayClaim(actor, loaded).allowed
    return coveringView(piece, units, propose)
  },
})

export const proposeCoverage = action({
  load: lockNewest,
  may: mayClaim,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/coverage'],
  run: async ({ db, actor, now, loaded, params, body: { ticks }, record }) => {
    requireChangeable(loaded, 'coverage')
    const { evidenceId, version, learnerId } = loaded
    const units = await unitsServed(db, actor.personId, learnerId, params.centreId)
    const { occasions } = await selectCovering(db, { evidenceId, version })
    checkTicks(
      ticks,
      tickable(
        units.map(({ row, covered }) => ({
          ...{ registrationId: row.registrationId, unitId: covered.unit.id, requirements: covered.asked.requirements },
        })),
      ),
      new Set(occasions.map(o => o.number)),
    )
    await updateAllTicksWithdrawn(db, { evidenceId, version, at: now })
    await insertAllTicks(db, {
      ...{ evidenceId, version, layer: 'learner', registrationIds: [], ticks },
      ...{ decisionId: null, actor: actor.personId, at: now },
    })
    await updateRevision(db, { evidenceId, version })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'requirements-proposed', ...about, body: { version, ticks } })
    return { ticks }
  },
})

export const selectRequirements = action({
  load: ({ db, params }) => selectUnitRequirements(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/units/:unitId/requirements'],
  run: async ({ db, actor, loaded, params }) => ({
    requirements: loaded.evidenceRequirements.map(requirementView),
    read: readingOf(loaded.evidenceRequirements, loaded.simulation),
    review: await selectOptionalReview(db, params),
    can: { review: mayReviewRequirements(actor).allowed },
  }),
})

export const reviewRequirements = action({
  load: ({ db, params }) => selectUnitRequirements(db, params),
  may: mayReviewRequirements,
  input: endpoints['POST /centres/:centreId/units/:unitId/requirement-reviews'],
  run: async ({ db, actor, now, loaded, params: { unitId }, body: { reading }, record }) => {
    const numbers = (of: { number: string }[]) => of.map(r => r.number).join(' ')
    if (numbers(reading.requirements) !== numbers(loaded.evidenceRequirements))
      throw new Refusal('coverage/every-requirement')
    await insertReview(db, { unitId, reading, actor: actor.personId, at: now })
    await record({ type: 'requirements-reviewed', as: answersAs(actor), subjectId: unitId, body: { unitId, reading } })
    return {}
  },
})

export const selectEnforcement = action({
  load: ({ db, params }) => selectVersionKey(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/enforcement'],
  run: async ({ db, actor, params }) => {
    const said = await selectOptionalEnforcement(db, params)
    return {
      enforcement: said?.enforcement ?? null,
      said: said && { source: said.source, by: said.by, at: said.at },
      can: { set: mayReviewRequirements(actor).allowed },
    }
  },
})

export const setEnforcement = action({
  load: ({ db, params }) => selectVersionKey(db, params),
  may: mayReviewRequirements,
  input: endpoints['POST /centres/:centreId/versions/:versionId/enforcements'],
  run: async ({ db, actor, now, params: { versionId }, body: { enforcement, source }, record }) => {
    await insertEnforcement(db, { versionId, enforcement, source, actor: actor.personId, at: now })
    const body = { versionId, enforcement, source }
    await record({ type: 'enforcement-set', as: answersAs(actor), subjectId: versionId, body })
    return {}
  },
})

export const recordWorkplace = action({
  load: ({ db, actor, params }) => lockRecordable(db, { actor: actor.personId, registrationId: params.registrationId }),
  may: mayRecordWorkplace,
  input: endpoints['POST /centres/:centreId/registrations/:registrationId/workplace-records'],
  run: async ({ db, actor, now, loaded, body, record }) => {
    const { registrationId, learnerId } = loaded
    const { id: recordId = randomUUID(), kind, person, relationship, day, note } = body
    const preconditionId = kind === 'precondition' ? body.preconditionId : null
    if (day > dayOfInstant(now)) throw new Refusal('coverage/day-to-come')
    if (kind === 'precondition' && !(await hasPrecondition(db, { registrationId, preconditionId })).has)
      throw new Refusal('coverage/no-such-precondition')
    await insertWorkplaceRecord(db, {
      ...{ id: recordId, registrationId, kind, person, relationship, day, note, preconditionId },
      ...{ actor: actor.personId, at: now },
    })
    await record({
      ...{ type: 'workplace-recorded', as: recordsAs(actor, loaded), subjectId: recordId, learnerId, registrationId },
      body: { recordId, kind, person, relationship, day, preconditionId },
    })
    return { recordId }
  },
})

export const endWorkplaceRecord = action({
  load: ({ db, actor, params }) => lockWorkplaceRecord(db, { actor: actor.personId, recordId: params.recordId }),
  may: mayRecordWorkplace,
  input: endpoints['POST /centres/:centreId/workplace-records/:recordId/ending'],
  run: async ({ db, actor, now, loaded, body: { reason }, record }) => {
    if (loaded.endedAt !== null) return {}
    const { id: recordId, kind, learnerId, registrationId } = loaded
    await updateRecordEnded(db, { recordId, actor: actor.personId, at: now })
    await record({
      ...{ type: 'workplace-record-ended', as: recordsAs(actor, loaded), subjectId: recordId },
      ...{ learnerId, registrationId, reason, body: { recordId, kind } },
    })
    return {}
  },
})
