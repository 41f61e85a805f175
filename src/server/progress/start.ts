import type { Db } from '#platform/db/query.ts'
import { updateTotals, upsertAllStarts } from './queries.ts'

/** Counts what there is to do on these registrations, and what is done. Call it when they are made and whenever their units change. */
export async function startProgress(db: Db, ...registrationIds: string[]): Promise<void> {
  await upsertAllStarts(db, { registrationIds })
  await updateTotals(db, { registrationIds })
}
