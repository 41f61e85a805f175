import type { NewEvent } from '#domain/events.ts'
import type { Db, Sent } from '#platform/db/query.ts'
import type { Actor } from '#policy/verdict.ts'
import { insertAllEvents, insertEvent } from './queries.ts'

/** Adds to the ledger. Nothing in the house changes without it, and nothing in it is ever changed. */
export function appendEvent(db: Db, actor: Actor | null, at: string, event: NewEvent): Sent<void> {
  return insertEvent(db, {
    at,
    actorId: actor?.personId ?? null,
    actorRole: event.as,
    type: event.type,
    learnerId: event.learnerId ?? null,
    registrationId: event.registrationId ?? null,
    subjectId: event.subjectId ?? null,
    reason: event.reason ?? null,
    body: event.body,
  }) as Sent<unknown> as Sent<void>
}

/** The same for an act that touches many records: one statement, in the order given. */
export async function appendEvents(db: Db, actor: Actor | null, at: string, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await insertAllEvents(db, { at, actorId: actor?.personId ?? null, events })
}
