import { createHash } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { insertRequest, selectRequest } from './queries.ts'

type Asked = { personId: string; key: string; params: Record<string, string>; body: unknown }

/**
 * Keeps what was asked under an id that the client made. Refuses another request under the same id: whoever sent it would
 * be told that it was saved, and nothing of it would be.
 */
export async function keepRequest(db: Db, { id, at, ...asked }: Asked & { id: string; at: string }): Promise<void> {
  const { personId, key, params, body } = asked
  const contentHash = createHash('sha256')
    .update(JSON.stringify([personId, key, params, body]))
    .digest('hex')
  if ((await insertRequest(db, { id, contentHash, at })) > 0) return
  const before = await selectRequest(db, { id })
  if (before.contentHash !== contentHash) throw new Refusal('platform/request-already-used')
}
