import { randomUUID } from 'node:crypto'
import { gapsInPlace, noFacts } from '#domain/competence/authority.ts'
import type { NewEvent } from '#domain/events.ts'
import type { AllocationRole, Role } from '#domain/people/roles.ts'
import { registrationDays } from '#domain/qualifications/accreditation.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Allocations, checkAllocations, withCountersigner } from '#domain/registrations/allocations.ts'
import { checkDay } from '#domain/registrations/registering.ts'
import { checkAgreement, type Grounds } from '#domain/registrations/selection.ts'
import { optionsAmong, unitsChosen } from '#domain/registrations/units.ts'
import { type Day, dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import type { Actor } from '#policy/verdict.ts'
import { startProgress } from '#server/progress/start.ts'
import {
  insertAllAllocations,
  insertAllPortfolios,
  insertAllRegistrations,
  insertAllRegistrationUnits,
  insertAllUnitSelections,
  listOfferedUnits,
  listRolesHeld,
  listVersions,
} from './queries.ts'

export type NewRegistration = Grounds & {
  learnerId: string
  versionId: string
  registeredOn: string
  unitIds: string[]
  allocations: Allocations
}

type Work = { db: Db; actor: Actor; now: string }
const as = 'centre-administrator'

/**
 * Registers learners, set by set whether it is one or five thousand; answers their registrations in the order given.
 * `anyDay` is for learners who were registered in time before, and are moved to a newer version (R27).
 */
export async function registerLearners(
  { db, actor, now }: Work,
  asked: NewRegistration[],
  { anyDay = false }: { anyDay?: boolean } = {},
): Promise<{ registrationIds: string[]; events: NewEvent[] }> {
  const made = await checked(db, now, asked, anyDay)
  const column = <T>(of: (r: (typeof made)[number]) => T) => made.map(of)
  const written = await insertAllRegistrations(db, {
    ids: column(r => r.id),
    learnerIds: column(r => r.learnerId),
    versionIds: column(r => r.versionId),
    days: column(r => r.registeredOn),
    at: now,
    by: actor.personId,
  })
  if (written.length < made.length) throw new Refusal('registrations/already-registered')
  await insertAllPortfolios(db, { learnerIds: column(r => r.learnerId) })
  const units = made.flatMap(r => r.unitIds.map(unitId => ({ registrationId: r.id, unitId })))
  await insertAllRegistrationUnits(db, {
    registrationIds: units.map(u => u.registrationId),
    unitIds: units.map(u => u.unitId),
    at: now,
  })
  await keepSelections(
    { db, actor, now },
    column(r => ({ ...r, registrationId: r.id })),
  )
  const named = made.flatMap(r => namedOn(r.allocations).map(n => ({ ...n, registrationId: r.id })))
  await insertAllAllocations(db, {
    registrationIds: named.map(n => n.registrationId),
    personIds: named.map(n => n.personId),
    roles: named.map(n => n.role),
    at: now,
    by: actor.personId,
  })
  await startProgress(db, ...column(r => r.id))
  return { registrationIds: column(r => r.id), events: made.flatMap(eventsOf) }
}

async function checked(db: Db, now: string, asked: NewRegistration[], anyDay: boolean) {
  const versionIds = [...new Set(asked.map(r => r.versionId))]
  const versions = new Map((await listVersions(db, { versionIds })).map(v => [v.id, v]))
  const offered = Map.groupBy(await listOfferedUnits(db, { versionIds }), u => u.versionId)
  const { rolesOf: roles, standingFor } = await peopleNamed(
    db,
    asked.flatMap(r => [
      ...[r.learnerId, ...(r.agreement?.assessorId ? [r.agreement.assessorId] : [])],
      ...namedOn(r.allocations).map(n => n.personId),
    ]),
  )
  return asked.map(r => {
    const version = versions.get(r.versionId)
    if (!version) throw new Refusal('registrations/unknown-version')
    if (!roles(r.learnerId).includes('learner')) throw new Refusal('registrations/not-a-learner')
    if (!anyDay) checkDay(r.registeredOn, now, registrationDays(version.dates, version), version.successors)
    const allocations = withCountersigner(r.allocations)
    const subject = { qualificationId: version.qualificationId, level: version.level, day: dayOfInstant(now) }
    checkAllocations(r.learnerId, allocations, roles, standingFor(r.learnerId, subject))
    const units = offered.get(r.versionId) ?? []
    const unitIds = unitsChosen(units, r.unitIds)
    checkAgreement(r.learnerId, optionsAmong(units, unitIds), r.agreement, roles)
    return { ...r, id: randomUUID(), allocations, unitIds }
  })
}

/** Writes down what selections of units rest on; earlier ones stay. */
export async function keepSelections(
  { db, actor, now }: Work,
  selections: (Grounds & { registrationId: string; unitIds: string[] })[],
): Promise<void> {
  const rows = selections.map(({ registrationId, unitIds, levelReason, funding, agreement }) => ({
    ...{ registrationId, unitIds, levelReason, funding },
    ...{ assessorId: agreement?.assessorId, assessorName: agreement?.assessorName, reason: agreement?.reason },
  }))
  await insertAllUnitSelections(db, { selections: rows, at: now, by: actor.personId })
}

type Subject = { qualificationId: string; level: number | null; day: Day }

/**
 * The roles that people hold in the centre now, nobody else holding any; and what their records, and conflicts of interest
 * with the learner, say of a place on a registration.
 */
export async function peopleNamed(db: Db, people: string[]) {
  const rows = await listRolesHeld(db, { personIds: [...new Set(people)] })
  const known = new Map(rows.map(r => [r.personId, r]))
  const standingFor = (learnerId: string, subject: Subject) => (personId: string, place: AllocationRole) => ({
    gaps: gapsInPlace(known.get(personId)?.facts ?? noFacts, place, subject),
    conflicted: known.get(personId)?.barredFrom.includes(learnerId) ?? false,
  })
  return { rolesOf: (personId: string) => (known.get(personId)?.roles ?? []) as Role[], standingFor }
}

export const namedOn = (allocations: Allocations): { role: AllocationRole; personId: string }[] =>
  (Object.entries(allocations) as [AllocationRole, string | null][]).flatMap(([role, personId]) =>
    personId ? [{ role, personId }] : [],
  )

function eventsOf(r: NewRegistration & { id: string }): NewEvent[] {
  const about = { as, subjectId: r.id, registrationId: r.id, learnerId: r.learnerId }
  const { versionId, registeredOn, unitIds, levelReason, funding } = r
  return [
    { ...about, type: 'learner-registered', body: { versionId, registeredOn, unitIds, levelReason, funding } },
    ...namedOn(r.allocations).map(named => ({
      ...about,
      type: 'allocated' as const,
      body: { ...named, instead: null },
    })),
  ]
}
