import { registrationsContract as endpoints } from '#contract/registrations.ts'
import type { AllocationRole } from '#domain/people/roles.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  type AllocationProblem,
  type Allocations,
  problemsOfAllocations,
  withCountersigner,
} from '#domain/registrations/allocations.ts'
import { requireOpen } from '#domain/registrations/registering.ts'
import { checkAgreement } from '#domain/registrations/selection.ts'
import { checkRemoval, optionsAmong, unitsChosen } from '#domain/registrations/units.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { mayAllocate, mayChooseUnits, mayRegister } from '#policy/registrations.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { appendEvents } from '#server/audit/append.ts'
import { startProgress } from '#server/progress/start.ts'
import { combinationFor } from './combining.ts'
import {
  deleteRegistrationUnits,
  insertAllAllocations,
  insertAllRegistrationUnits,
  listAllocations,
  listBegunUnits,
  listMoves,
  listOfferedUnits,
  listRegistrations as listRegistrationRows,
  listUnitSelections,
  listUnitsOfRegistration,
  lockRegistration,
  selectRegistration as selectRegistrationRow,
  updateAllEndedAllocations,
} from './queries.ts'
import { keepSelections, namedOn, peopleNamed, registerLearners } from './registering.ts'
import { listedRegistrationView, registrationView } from './view.ts'

const as = 'centre-administrator'

export const listRegistrations = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations'],
  run: async ({ db, actor, query: { page, size, qualificationId, personId, ...finding } }) => {
    const rows = await listRegistrationRows(db, {
      ...finding,
      qualificationId: qualificationId ?? null,
      personId: personId ?? null,
      actor: actor.personId,
      size,
      skip: (page - 1) * size,
    })
    return { registrations: rows.map(listedRegistrationView), total: rows[0]?.total ?? 0 }
  },
})

export const registerLearner = action({
  load: nothingToLoad,
  may: mayRegister,
  input: endpoints['POST /centres/:centreId/registrations'],
  run: async ({ db, actor, now, body }) => {
    const { registrationIds, events } = await registerLearners({ db, actor, now }, [body])
    await appendEvents(db, actor, now, events)
    return { registrationId: registrationIds[0] as string }
  },
})

export const selectRegistration = action({
  load: ({ db, actor, params }) => selectRegistrationRow(db, { ...params, actor: actor.personId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId'],
  run: async ({ db, actor, now, params, loaded: registration }) =>
    registrationView(actor, dayOfInstant(now), {
      registration,
      units: await listUnitsOfRegistration(db, params),
      allocations: await listAllocations(db, params),
      selections: await listUnitSelections(db, params),
      moves: await listMoves(db, params),
    }),
})

export const judgeCombination = action({
  load: ({ db, actor, params }) => selectRegistrationRow(db, { ...params, actor: actor.personId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/registrations/:registrationId/combination'],
  run: ({ db, loaded }) => combinationFor(db, loaded),
})

export const allocate = action({
  load: ({ db, actor, params }) => lockRegistration(db, { ...params, actor: actor.personId }),
  may: mayAllocate,
  input: endpoints['POST /centres/:centreId/registrations/:registrationId/allocations'],
  endsAuthority: true,
  run: async ({
    db,
    actor,
    now,
    params: { registrationId },
    body: { role, personId },
    loaded: { learnerId, qualificationId, level, endedAt },
  }) => {
    requireOpen(endedAt)
    const standing = (await listAllocations(db, { registrationId })).filter(a => a.endedAt === null)
    const before: Allocations = Object.fromEntries(standing.map(a => [a.role, a.personId]))
    const asked = { ...before, [role]: personId }
    const after = role === 'trainee-assessor' ? withCountersigner(asked) : asked
    const { rolesOf, standingFor } = await peopleNamed(
      db,
      [...namedOn(before), ...namedOn(after)].map(n => n.personId),
    )
    const standingOf = standingFor(learnerId, { qualificationId, level, day: dayOfInstant(now) })
    const problems = newProblems(
      problemsOfAllocations(learnerId, before, rolesOf, standingOf),
      problemsOfAllocations(learnerId, after, rolesOf, standingOf),
    )
    if (problems[0]) throw new Refusal(problems[0].code, { ...problems[0], problems })
    const changed = (Object.keys(after) as AllocationRole[]).filter(r => (after[r] ?? null) !== (before[r] ?? null))
    const about = { as, subjectId: registrationId, registrationId, learnerId }
    for (const place of changed)
      await updateAllEndedAllocations(db, { registrationId, role: place, at: now, by: actor.personId })
    const named = namedOn(after).filter(n => changed.includes(n.role))
    await insertAllAllocations(db, {
      registrationIds: named.map(() => registrationId),
      personIds: named.map(n => n.personId),
      roles: named.map(n => n.role),
      at: now,
      by: actor.personId,
    })
    await appendEvents(
      db,
      actor,
      now,
      changed.map(place => {
        const [person, instead] = [after[place] ?? null, before[place] ?? null]
        return person
          ? { ...about, type: 'allocated', body: { role: place, personId: person, instead } }
          : { ...about, type: 'allocation-ended', body: { role: place, personId: instead as string } }
      }),
    )
    return {}
  },
})

/** What was wrong before, say an assessor who has lost the role, does not stand in the way of mending something else. */
function newProblems(before: AllocationProblem[], after: AllocationProblem[]): AllocationProblem[] {
  const known = new Set(before.map(p => JSON.stringify(p)))
  return after.filter(p => !known.has(JSON.stringify(p)))
}

export const chooseUnits = action({
  load: ({ db, actor, params }) => lockRegistration(db, { ...params, actor: actor.personId }),
  may: mayChooseUnits,
  input: endpoints['PUT /centres/:centreId/registrations/:registrationId/units'],
  run: async ({ db, actor, now, params: { registrationId }, body, loaded, record }) => {
    const { learnerId, versionId } = loaded
    requireOpen(loaded.endedAt)
    const before = (await listUnitsOfRegistration(db, { registrationId })).map(u => u.unitId)
    const offered = await listOfferedUnits(db, { versionIds: [versionId] })
    const after = unitsChosen(offered, body.unitIds)
    const added = after.filter(unitId => !before.includes(unitId))
    const removed = before.filter(unitId => !after.includes(unitId))
    if (added.length + removed.length === 0) return { added, removed }
    const { levelReason, funding, agreement } = body
    const { rolesOf } = await peopleNamed(db, agreement.assessorId ? [agreement.assessorId] : [])
    checkAgreement(learnerId, optionsAmong(offered, after), agreement, rolesOf)
    checkRemoval(await listBegunUnits(db, { registrationId, unitIds: removed }))
    await deleteRegistrationUnits(db, { registrationId, unitIds: removed })
    await insertAllRegistrationUnits(db, { registrationIds: added.map(() => registrationId), unitIds: added, at: now })
    await startProgress(db, registrationId)
    await keepSelections({ db, actor, now }, [{ registrationId, unitIds: after, levelReason, funding, agreement }])
    const about = { as, subjectId: registrationId, registrationId, learnerId }
    await record({
      ...about,
      type: 'units-chosen',
      reason: agreement.reason,
      body: { added, removed, levelReason, funding },
    })
    return { added, removed }
  },
})
