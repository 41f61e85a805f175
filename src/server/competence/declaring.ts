import { type AwardKind, type CompetenceRole, competenceOf, limitOf } from '#domain/competence/authority.ts'
import type { NewEvent } from '#domain/events.ts'
import type { Role } from '#domain/people/roles.ts'
import { type Day, dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { insertAllDeclaredAwards, insertAllDeclaredScopes } from './queries.ts'

type Granted = { personId: string; role: Role }

/**
 * Giving a role that judges is a declaration by the administrator: entitled for everything the centre offers, award held,
 * or worked towards in a trainee's case; the evidence is still to be shown, and the competence record says so. What is
 * recorded already stays. Nobody declares what entitles themselves. Answers the events to record.
 */
export async function declareAuthority(
  db: Db,
  { by, at, since = dayOfInstant(at) }: { by: string | null; at: string; since?: Day },
  granted: Granted[],
): Promise<NewEvent[]> {
  const judging = granted.flatMap(({ personId, role: held }) => {
    const role = competenceOf[held]
    if (!role || personId === by) return []
    const kind: AwardKind = held === 'trainee-assessor' ? 'working-towards' : 'held'
    const day = kind === 'held' ? since : dayOfInstant(at)
    return [{ personId, role, kind, since: day, until: kind === 'held' ? null : limitOf(role, day) }]
  })
  if (judging.length === 0) return []
  const column = <T>(of: (j: (typeof judging)[number]) => T) => judging.map(of)
  const whom = { personIds: column(j => j.personId), roles: column(j => j.role), at, by }
  await insertAllDeclaredScopes(db, { ...whom, days: judging.map(() => since) })
  const declared = await insertAllDeclaredAwards(db, {
    ...whom,
    kinds: column(j => j.kind),
    days: column(j => j.since),
    limits: column(j => j.until as string),
  })
  return declared.map(d => {
    const { since: day, until } = judging.find(
      j => j.personId === d.personId && j.role === d.role && j.kind === d.kind,
    ) as (typeof judging)[number]
    const [role, kind] = [d.role as CompetenceRole, d.kind as AwardKind]
    return {
      type: 'authority-declared',
      as: 'centre-administrator',
      subjectId: d.personId,
      body: { personId: d.personId, role, kind, since: day, until },
    }
  })
}
