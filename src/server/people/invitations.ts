import { randomBytes, randomUUID } from 'node:crypto'
import type { NewEvent } from '#domain/events.ts'
import type { Db } from '#platform/db/query.ts'
import type { Services } from '#platform/services.ts'
import type { Actor } from '#policy/verdict.ts'
import { insertAllLetters, listInvited } from './queries.ts'

// A learner on leave finds the letter after a week; it works once only.
const daysValid = 14

export type Inviting = { db: Db; actor: Actor; now: string; services: Services }

/**
 * Writes one letter to each: with a link to choose a password, or, where an account has one already, without.
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
  const centre = actor.centreName ?? 'a centre'
  const { baseUrl } = services.config
  const letters = invited.map(({ personId, name, email, token }) => {
    const way = token ? invitation(baseUrl, token) : notice(baseUrl)
    const body = `Dear ${name}\n\n${actor.name} has added you to ${centre} on Countersign.\n\n${way}\n\nCountersign`
    return { id: randomUUID(), personId, email, body }
  })
  await insertAllLetters(db, {
    ids: letters.map(l => l.id),
    personIds: letters.map(l => l.personId),
    recipients: letters.map(l => l.email),
    bodies: letters.map(l => l.body),
    kind: 'invitation',
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
