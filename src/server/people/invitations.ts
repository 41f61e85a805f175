import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { NewEvent } from '#domain/events.ts'
import type { Db } from '#platform/db/query.ts'
import type { Services } from '#platform/services.ts'
import type { Actor } from '#policy/verdict.ts'
import { insertAllLetters, listAskedEntries, listInvited } from './queries.ts'

// A learner on leave finds the letter after a week; it works once only.
const daysValid = 14

export type Inviting = { db: Db; actor: Actor; now: string; services: Services }

/**
 * Writes one letter to each: with a link to choose a password, or, where an account has one already, without. Whoever has
 * an account from another centre gets the way in here instead, to show that the address is theirs.
 * The caller records the events and, after the commit, has the mail delivered.
 */
export async function writeInvitations(
  { db, actor, now, services }: Inviting,
  personIds: string[],
): Promise<NewEvent[]> {
  const invited = await listInvited(db, {
    personIds,
    tokens: personIds.map(() => randomBytes(24).toString('base64url')),
    at: now,
    expires: new Date(Date.parse(now) + daysValid * 24 * 60 * 60 * 1000).toISOString(),
  })
  const entries = personIds.map(personId => ({ personId, token: randomBytes(24).toString('base64url') }))
  const asked = await listAskedEntries(db, {
    personIds,
    hashes: entries.map(e => entryHash(e.token)),
    at: now,
  })
  const waiting = new Set(asked.map(a => a.personId))
  const entryOf = new Map(entries.filter(e => waiting.has(e.personId)).map(e => [e.personId, e.token]))
  const centre = actor.centreName ?? 'a centre'
  const { baseUrl } = services.config
  const letters = invited.map(({ personId, name, email, token }) => {
    const into = entryOf.get(personId)
    const way = into ? entry(baseUrl, into) : token ? invitation(baseUrl, token) : notice(baseUrl)
    const body = `Dear ${name}\n\n${actor.name} has added you to ${centre} on Countersign.\n\n${way}\n\nCountersign`
    return { id: randomUUID(), personId, email, body, kind: into ? 'entry' : 'invitation' }
  })
  await insertAllLetters(db, {
    ids: letters.map(l => l.id),
    personIds: letters.map(l => l.personId),
    recipients: letters.map(l => l.email),
    kinds: letters.map(l => l.kind),
    bodies: letters.map(l => l.body),
    subject: `Your place at ${centre} on Countersign`,
    at: now,
  })
  return letters.map(({ id, personId }) => ({
    type: 'person-invited',
    as: 'centre-administrator',
    subjectId: personId,
    body: { personId, letterId: id },
  }))
}

const invitation = (baseUrl: string, token: string) =>
  `Choose your password here:\n${baseUrl}/reset-password?token=${token}&invitation=1\n\nThe link works for ${daysValid} days and once only.`

const notice = (baseUrl: string) => `Sign in with the password you already have:\n${baseUrl}/sign-in`

const entry = (baseUrl: string, token: string) =>
  `You have an account already. Sign in with its password here, to open your place:\n${baseUrl}/enter?token=${token}\n\nThe link works for ${daysValid} days, and for you alone. If you have no password yet, choose it first with the letter of the centre that added you before.`

/** Only what a link comes to is kept: who reads the table opens nothing. */
export const entryHash = (token: string): string => createHash('sha256').update(token).digest('hex')
