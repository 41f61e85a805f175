import { createHash } from 'node:crypto'
import { Refusal } from '#domain/refusal.ts'
import { type Db, together, withoutWaiting } from '#platform/db/query.ts'
import { insertRequest, selectOptionalRequest, takeRequestId } from './queries.ts'

type Asked = { personId: string; key: string; params: Record<string, string>; body: unknown }

/**
 * Runs what was asked under an id that the client made, once. A repeat is answered as the first request was. Another request
 * under the same id is refused: whoever sent it would be told that it was saved, and nothing of it would be.
 */
export async function once<T>(
  db: Db,
  { id, at, ...asked }: Asked & { id: string; at: string },
  run: () => Promise<T>,
): Promise<T> {
  const contentHash = hashOf(asked)
  const [, before] = await together([takeRequestId(db, { id }), selectOptionalRequest(db, { id })])
  if (before && before.contentHash !== contentHash) throw new Refusal('platform/request-already-used')
  if (before) return before.answer as T
  const answer = await run()
  withoutWaiting(db, [insertRequest(db, { id, contentHash, answer, at })])
  return answer
}

/** The same for the same content: the order of fields is nobody's content. */
const hashOf = ({ personId, key, params, body }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([personId, key, params, body], inOrder))
    .digest('hex')

const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

// Its row is there already and was made by no request that is kept: a record of somebody else, or one from before.
const taken = /_pkey$|^decisions_request$/

/** Whether a write failed because something else has the id that the client made. */
export const isIdTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === '23505' && taken.test(constraint ?? '')
}
