import type { Db } from '#platform/db/query.ts'
import { type ListRuleConfirmationsRow, listRuleConfirmations } from './queries.ts'

/** What is confirmed for a version now: the newest for each rule. */
export async function confirmationsOf(db: Db, versionId: string): Promise<ListRuleConfirmationsRow[]> {
  const rows = await listRuleConfirmations(db, { versionId })
  return rows.filter((row, at) => rows.findIndex(other => other.rule === row.rule) === at)
}
