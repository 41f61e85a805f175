import { randomUUID } from 'node:crypto'
import { movesContract as endpoints } from '#contract/moves.ts'
import { Refusal } from '#domain/refusal.ts'
import { checkMove } from '#domain/registrations/moving.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action } from '#platform/http/action.ts'
import { mayMove, mayPreviewMove } from '#policy/moves.ts'
import { appendEvents } from '#server/audit/append.ts'
import { insertAllCarriedClaims, updateAllEndedClaims } from '#server/claims/queries.ts'
import { insertAllCarriedRecords, insertAllCarriedTicks } from '#server/coverage/queries.ts'
import { insertAllCarriedJudgements } from '#server/decisions/queries.ts'
import { updateAllCarriedLinks, updateAllRevisionsOfLearner } from '#server/evidence/queries.ts'
import { insertAllCarriedPins } from '#server/pins/queries.ts'
import { updateAllMovedPlanEntries } from '#server/planning/queries.ts'
import { deleteWaiting } from '#server/progress/queries.ts'
import { updateProgress } from '#server/progress/update.ts'
import { insertAllCarriedQuestions } from '#server/questions/queries.ts'
import { lockRegistration, selectRegistration, updateEndedRegistration } from '#server/registrations/queries.ts'
import { registerLearners } from '#server/registrations/registering.ts'
import { moveFor, moveSituation } from './looking.ts'
import { insertMove, selectOptionalMove } from './queries.ts'

export const previewMove = action({
  load: ({ db, actor, params }) => selectRegistration(db, { ...params, actor: actor.personId }),
  may: mayPreviewMove,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/moves/:newerId'],
  run: ({ db, loaded, params, now }) => moveFor(db, loaded, params.newerId, now),
})

export const moveLearner = action({
  load: ({ db, actor, params }) => selectRegistration(db, { ...params, actor: actor.personId }),
  may: mayMove,
  input: endpoints['POST /centres/:centreId/registrations/:registrationId/moves'],
  endsAuthority: true,
  run: async ({ db, actor, now, params: { registrationId }, body, loaded: { learnerId, registeredOn } }) => {
    // Evidence before the registration: a decision, and a claim, take them in this order too.
    await updateAllRevisionsOfLearner(db, { learnerId })
    const registration = await lockRegistration(db, { registrationId, actor: actor.personId })
    const made = await selectOptionalMove(db, { fromId: registrationId })
    if (made?.versionId === body.versionId && made.movedBy === actor.personId) return { registrationId: made.toId }
    if (registration.endedAt !== null) throw new Refusal('registrations/ended')

    const situation = await moveSituation(db, registration, body.versionId, now)
    const { is, same, chosen, stateOf, undecided, along } = situation
    const { reason, versionId, seen, confirmed: _, ...selection } = body
    const newer = is.tree.units
    const unitIds = newer.filter(u => u.mandatory || body.unitIds.includes(u.id)).map(u => u.id)
    const { unitIds: hangsIn, left } = along
    const named = { along: hangsIn, left: left.length }
    const carried = checkMove({ chosen, newer, unitIds, stateOf, undecided, ...named, seen })

    const { registrationIds, events } = await registerLearners(
      { db, actor, now },
      [
        {
          ...{ ...selection, learnerId, versionId },
          // Within one qualification the learner was registered in time, and stays so; a successor is another one.
          registeredOn: same ? registeredOn : dayOfInstant(now),
          allocations: Object.fromEntries(along.places.map(a => [a.role, a.personId])),
        },
      ],
      { anyDay: same },
    )
    const toId = registrationIds[0] as string
    const moveId = randomUUID()
    const what = { fromId: registrationId, toId, moveId, carried, learnerId }
    const { planIds, requirements, preconditions } = along
    await insertMove(db, { ...what, id: moveId, reason, planIds, by: actor.personId, at: now })
    await insertAllCarriedClaims(db, what)
    const judgements = await insertAllCarriedJudgements(db, what)
    await insertAllCarriedQuestions(db, what)
    await insertAllCarriedPins(db, what)
    await updateAllCarriedLinks(db, what)
    await updateAllMovedPlanEntries(db, { ...what, planIds, at: now })
    await insertAllCarriedTicks(db, { ...what, requirements })
    await insertAllCarriedRecords(db, { ...what, preconditions })
    await updateEndedRegistration(db, { registrationId, at: now })
    await updateAllEndedClaims(db, { fromId: registrationId, at: now })
    await deleteWaiting(db, { registrationId })
    const begun = carried.filter(c => stateOf(c.from) !== 'none')
    await updateProgress(
      db,
      begun.map(c => ({ registrationId: toId, criterionId: c.to })),
      now,
    )
    await appendEvents(db, actor, now, [
      ...events,
      {
        ...{ type: 'learner-moved', as: 'centre-administrator', reason, learnerId },
        ...{ subjectId: registrationId, registrationId },
        body: {
          ...{ moveId, from: registrationId, to: toId, versionId, criteria: carried },
          decisionIds: [...new Set(judgements.map(j => j.decisionId))],
          ...{ planIds, left },
        },
      },
    ])
    return { registrationId: toId }
  },
})
