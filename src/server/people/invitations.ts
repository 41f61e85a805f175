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
 * Writes one letter to each of these people whose entry waits. It says the same whether or not the address has an account:
 * its link chooses a first password, or opens the centre to whoever signs in. Which of the two, only its reader finds out.
 * The caller records the events and, after the commit, has the mail delivered.
 */
export async function writeInvitations(
  { db, actor, now, services }: Inviting,
  personIds: string[],
): Promise<NewEvent[]> {
  const tokens = personIds.map(() => randomBytes(24).toString('base64url'))
  const expires = new Date(Date.parse(now) + daysValid * 24 * 60 * 60 * 1000).toISOString()
  const invited = await listInvited(db, { personIds, tokens, at: now, expires })
  await listAskedEntries(db, { personIds, hashes: tokens.map(entryHash), at: now })
  const tokenOf = new Map(personIds.map((id, at) => [id, tokens[at] as string]))
  const centre = actor.centreName ?? 'a centre'
  const letters = invited.map(({ personId, name, email }) => {
    const link = `${services.config.baseUrl}/invitation?token=${tokenOf.get(personId)}`
    const body = `Dear ${name}\n\n${actor.name} has added you to ${centre} on Countersign.\n\nOpen your place here:\n${link}\n\nIf you have no password yet, you choose one there. If you have one, you sign in with it. The link works for ${daysValid} days, and for you alone.\n\nCountersign`
    return { id: randomUUID(), personId, email, body }
  })
  await insertAllLetters(db, {
    ids: letters.map(l => l.id),
    personIds: letters.map(l => l.personId),
    recipients: letters.map(l => l.email),
    kinds: letters.map(() => 'invitation'),
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

/** Only what a link comes to is kept: who reads the table opens nothing. */
export const entryHash = (token: string): string => createHash('sha256').update(token).digest('hex')
