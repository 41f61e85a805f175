import type { CriterionKey } from '#domain/decisions/layers.ts'
import type { Db } from '#platform/db/query.ts'

/**
 * Brings the standing of these criteria into step with their claims and decisions, in the same transaction as the change.
 * Call it after every write to claims, decisions or the state of an evidence version.
 */
export async function updateProgress(_db: Db, _criteria: CriterionKey[], _at: string): Promise<void> {}
