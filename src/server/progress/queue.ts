import { dayOfInstant, type Instant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { listQueue } from './queries.ts'

/** More than anybody can look at in a day; the oldest come first. */
export const mostQueueItems = 200

/** The next piece of evidence that waits for this person, so that assessing goes on without a way back to the list. */
export async function nextInQueue(db: Db, personId: string, after: string, now: Instant): Promise<string | null> {
  const items = await listQueue(db, { actor: personId, today: dayOfInstant(now), most: 3 })
  return (
    items.find(
      i => i.evidenceId && i.evidenceId !== after && ['judge', 'judge-provisionally', 'countersign'].includes(i.kind),
    )?.evidenceId ?? null
  )
}
