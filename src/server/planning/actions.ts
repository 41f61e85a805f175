import { randomUUID } from 'node:crypto'
import type { BodyOf } from '#contract/endpoint.ts'
import { planningContract as endpoints } from '#contract/planning.ts'
import { evidenceOfPlan, requireChangeable, requireDayToCome, requireUnused } from '#domain/planning/plan-entry.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { mayChangePlan, mayPlan, mayWithdrawPlan, planningAs } from '#policy/planning.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { requireKind } from '#server/methods/accepted.ts'
import {
  countChosenCriteria,
  countEvidenceOnPlan,
  insertAllPlanEntryCriteria,
  insertPlanEntry,
  listPlanEntries,
  lockPlanEntry,
  lockPlannedFor,
  selectPlannedFor,
  updateAllTakenOut,
  updatePlanEntry,
  updateWithdrawnPlanEntry,
} from './queries.ts'
import { planEntryView } from './view.ts'

export const listPlan = action({
  load: async ({ db, actor, query: { registrationId } }) =>
    registrationId ? await selectPlannedFor(db, { actor: actor.personId, registrationId }) : null,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/plan-entries'],
  run: async ({ db, actor, now, query, loaded }) => {
    const today = dayOfInstant(now)
    const rows = await listPlanEntries(db, {
      actor: actor.personId,
      registrationId: query.registrationId ?? null,
      learnerId: query.learnerId ?? null,
      comingOn: query.coming ? today : null,
    })
    return {
      entries: rows.map(row => planEntryView(actor, row, today)),
      can: { plan: loaded?.open === true && mayPlan(actor, loaded).allowed },
    }
  },
})

type Planned = BodyOf<(typeof endpoints)['PUT /centres/:centreId/plan-entries/:planEntryId']>

/** Only what the learner works towards can be planned for. */
async function requireChosen(db: Db, registrationId: string, { criterionIds }: Planned): Promise<void> {
  const { chosen } = await countChosenCriteria(db, { registrationId, criterionIds })
  if (chosen !== new Set(criterionIds).size) throw new Refusal('planning/not-chosen')
}

const pick = ({ kind, plannedFor, text, criterionIds }: Planned): Planned => ({ kind, plannedFor, text, criterionIds })

export const planEntry = action({
  load: ({ db, actor, params }) => lockPlannedFor(db, { actor: actor.personId, registrationId: params.registrationId }),
  may: mayPlan,
  input: endpoints['POST /centres/:centreId/registrations/:registrationId/plan-entries'],
  run: async ({ db, actor, now, loaded, body: { id = randomUUID(), ...planned }, record }) => {
    const { registrationId, learnerId } = loaded
    requireDayToCome(planned.kind, planned.plannedFor, dayOfInstant(now))
    await requireChosen(db, registrationId, planned)
    await requireKind(db, evidenceOfPlan[planned.kind], { learnerId, registrationId })
    const as = planningAs(loaded) as string
    await insertPlanEntry(db, { ...planned, id, registrationId, by: actor.personId, as, at: now })
    await insertAllPlanEntryCriteria(db, { planEntryId: id, criterionIds: planned.criterionIds })
    const about = { as, registrationId, learnerId, subjectId: id }
    await record({ type: 'plan-made', ...about, body: { planEntryId: id, ...pick(planned) } })
    return { planEntryId: id }
  },
})

export const changePlanEntry = action({
  load: ({ db, actor, params }) => lockPlanEntry(db, { actor: actor.personId, planEntryId: params.planEntryId }),
  may: mayChangePlan,
  input: endpoints['PUT /centres/:centreId/plan-entries/:planEntryId'],
  run: async ({ db, now, loaded, body, record }) => {
    const { id: planEntryId, registrationId, learnerId } = loaded
    requireChangeable(loaded, dayOfInstant(now))
    requireUnused((await countEvidenceOnPlan(db, { planEntryId })).evidence)
    requireDayToCome(body.kind, body.plannedFor, dayOfInstant(now))
    await requireChosen(db, registrationId, body)
    await requireKind(db, evidenceOfPlan[body.kind], { learnerId, registrationId })
    await updatePlanEntry(db, { ...body, planEntryId, at: now })
    await updateAllTakenOut(db, { planEntryId, criterionIds: body.criterionIds, at: now })
    await insertAllPlanEntryCriteria(db, { planEntryId, criterionIds: body.criterionIds })
    const about = { as: planningAs(loaded) as string, registrationId, learnerId, subjectId: planEntryId }
    await record({ type: 'plan-changed', ...about, body: { planEntryId, ...pick(body), before: pick(loaded) } })
    return {}
  },
})

export const withdrawPlanEntry = action({
  load: ({ db, actor, params }) => lockPlanEntry(db, { actor: actor.personId, planEntryId: params.planEntryId }),
  may: mayWithdrawPlan,
  input: endpoints['POST /centres/:centreId/plan-entries/:planEntryId/withdrawal'],
  run: async ({ db, actor, now, loaded, body: { reason }, record }) => {
    const { id: planEntryId, registrationId, learnerId } = loaded
    if (loaded.withdrawnAt !== null) return {}
    requireUnused((await countEvidenceOnPlan(db, { planEntryId })).evidence)
    await updateWithdrawnPlanEntry(db, { planEntryId, by: actor.personId, at: now, reason })
    const about = { as: planningAs(loaded) as string, registrationId, learnerId, subjectId: planEntryId, reason }
    await record({ type: 'plan-withdrawn', ...about, body: { planEntryId } })
    return {}
  },
})
