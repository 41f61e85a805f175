import type { NewEvent } from '#domain/events.ts'
import type { Role } from '#domain/people/roles.ts'
import { declareAuthority } from '#server/competence/declaring.ts'
import { type Inviting, writeInvitations } from './invitations.ts'
import { insertAllGrants, listAddedPeople, listPeopleByEmail } from './queries.ts'

export type NewPerson = { name: string; email: string; roles: Role[] }

export const emailKey = (email: string): string => email.trim().toLowerCase()

/**
 * Adds people with their roles, set by set whether it is one or five thousand, and invites whoever is new here or comes back.
 * Answers the person behind each address and the events to record. Only what this centre knows plays a part: an address
 * that another centre knows is new here.
 */
export async function addPeople(
  work: Inviting,
  people: NewPerson[],
): Promise<{ personIds: Map<string, string>; granted: number; events: NewEvent[] }> {
  const { db, actor, now } = work
  const emails = people.map(p => emailKey(p.email))
  const known = await listPeopleByEmail(db, { emails })
  const before = new Set(known.map(p => p.id))
  const added = await listAddedPeople(db, { names: people.map(p => p.name), emails, at: now })
  const personIds = new Map(added.map(p => [emailKey(p.email), p.personId]))
  const idOf = (p: NewPerson) => personIds.get(emailKey(p.email)) as string
  const pairs = people.flatMap(p => p.roles.map(role => ({ personId: idOf(p), role })))
  const granted = await insertAllGrants(db, {
    personIds: pairs.map(p => p.personId),
    roles: pairs.map(p => p.role),
    at: now,
    by: actor.personId,
  })
  const declared = await declareAuthority(
    db,
    { by: actor.personId, at: now },
    granted as { personId: string; role: Role }[],
  )
  const names = new Map((await listPeopleByEmail(db, { emails })).map(p => [p.id, p.name]))
  const as = 'centre-administrator'
  const rolesOf = Map.groupBy(granted, g => g.personId)
  const newcomers = [...new Set(people.map(idOf))].filter(id => !before.has(id))
  const events: NewEvent[] = newcomers.map(personId => ({
    type: 'person-added',
    as,
    subjectId: personId,
    body: { personId, name: names.get(personId) ?? '', roles: (rolesOf.get(personId) ?? []).map(g => g.role) },
  }))
  for (const { personId, role } of granted)
    if (before.has(personId)) events.push({ type: 'role-granted', as, subjectId: personId, body: { personId, role } })
  const returning = known.filter(p => !p.here && rolesOf.has(p.id)).map(p => p.id)
  events.push(...declared, ...(await writeInvitations(work, [...newcomers, ...returning])))
  return { personIds, granted: granted.length, events }
}
