import type { AwardKind, CompetenceRole } from '#domain/competence/authority.ts'
import { lastDayOfAward } from '#domain/competence/recording.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Day, dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { type Actor, answersAs } from '#policy/verdict.ts'
import { appendEvents } from '#server/audit/append.ts'
import {
  insertAllScopes,
  insertAward,
  listAwards,
  updateAllEndedDeclaredAwards,
  updateAllEndedDeclaredScopes,
  updateAllShortenedAwards,
} from './queries.ts'

type Work = { db: Db; actor: Actor; now: string }

export type NewAward = { role: CompetenceRole; kind: AwardKind; title: string; since: Day; evidence: string | null }

/** Records an award, with its events; what was only declared gives way to it, and no earlier record adds to its months. */
export async function recordAwardOf({ db, actor, now }: Work, personId: string, award: NewAward): Promise<string> {
  const before = (await listAwards(db, { personId })).filter(a => a.title !== null)
  const until = lastDayOfAward(award, before, dayOfInstant(now))
  const { role, kind, title, since, evidence } = award
  const by = { by: actor.personId, at: now }
  const declared = await updateAllEndedDeclaredAwards(db, { personId, role, since, ...by })
  const shortened = until ? await updateAllShortenedAwards(db, { personId, role, until, ...by }) : []
  const { id: awardId } = await insertAward(db, { personId, role, kind, since, until, title, evidence, ...by })
  const about = { as: answersAs(actor), subjectId: personId }
  await appendEvents(db, actor, now, [
    {
      type: 'staff-award-recorded',
      ...{ ...about, reason: evidence },
      body: { personId, role, kind, since, until, awardId, title },
    },
    ...[...declared, ...shortened].map(d => ({
      type: 'staff-award-ended' as const,
      ...about,
      body: { personId, awardId: d.id, until: d.until },
    })),
  ])
  return awardId
}

export type NewScope = {
  role: CompetenceRole
  /** Null: everything that the centre offers. */
  qualificationIds: string[] | null
  levels: number[] | null
  from: Day
  until: Day | null
  evidence: string | null
}

/** Records what somebody may judge, one scope for each qualification, with its events; what was declared gives way to it. */
export async function recordScopeOf({ db, actor, now }: Work, personId: string, scope: NewScope): Promise<string[]> {
  const { qualificationIds, levels, role, from, until, evidence } = scope
  const by = { by: actor.personId, at: now }
  const declared = await updateAllEndedDeclaredScopes(db, { personId, role, from, ...by })
  const made = await insertAllScopes(db, {
    ...{ personId, role, levels, from, until, evidence, ...by },
    ...{ everything: qualificationIds === null, qualificationIds: qualificationIds ?? [] },
  })
  if (made.length < (qualificationIds === null ? 1 : new Set(qualificationIds).size))
    throw new Refusal('competence/unknown-qualification')
  const scopeIds = made.map(s => s.id)
  const about = { as: answersAs(actor), subjectId: personId }
  await appendEvents(db, actor, now, [
    {
      type: 'authority-scope-recorded',
      ...{ ...about, reason: evidence },
      body: { personId, scopeIds, role, qualificationIds, levels, from, until },
    },
    ...declared.map(d => ({
      type: 'authority-scope-ended' as const,
      ...about,
      body: { personId, scopeId: d.id, until: d.until },
    })),
  ])
  return scopeIds
}
