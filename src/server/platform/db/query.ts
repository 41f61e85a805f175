import type pg from 'pg'
import { NotFound } from '../http/problems.ts'
import type { Block } from './blocks.ts'
import { ask } from './statement.ts'

declare const sent: unique symbol

/** The answer to one statement, which has been sent already: it is done before whatever is asked after it. */
export type Sent<R> = Promise<R> & { readonly [sent]: true }

/** A connection inside a transaction, counting what is asked of it. `unanswered` is waited for when the transaction ends. */
export type Db = { client: pg.ClientBase; statements: number; unanswered: Promise<unknown>[] }

export const onConnection = (client: pg.ClientBase): Db => ({ client, statements: 0, unanswered: [] })

type Parameters = Record<string, unknown>

/**
 * What does not need each other's answers is asked at once, in this order, and travels together. Waits for every answer, also
 * where one fails: once the transaction is undone nobody may still be asking.
 */
export async function together<T extends readonly unknown[]>(
  asked: readonly [...{ [I in keyof T]: Promise<T[I]> }],
): Promise<T> {
  const settled: PromiseSettledResult<unknown>[] = await Promise.allSettled(asked)
  const failed = settled.find(s => s.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map(s => (s as PromiseFulfilledResult<unknown>).value) as unknown as T
}

/**
 * Writes whose answers nobody needs: the transaction ends only if all of them succeed, and what an action writes last travels
 * together with the commit. Only what has been sent may be left so: a statement still to come would come after the commit.
 */
export function withoutWaiting(db: Db, writes: readonly Sent<unknown>[]): void {
  for (const write of writes) {
    write.catch(() => {})
    db.unanswered.push(write)
  }
}

/** Sends the statement before it returns for the first time. */
async function run(db: Db, block: Block | undefined, parameters: Parameters, json: readonly string[]) {
  if (!block) throw new Error('A block named in queries.ts is not in queries.sql: run `npm run generate`')
  db.statements++
  const values = block.keys.map((key, i) => {
    const value = parameters[key]
    if (value === undefined) throw new Error(`${block.id}: parameter ${key} is missing`)
    if (value === null) return value
    if (json.includes(block.parameters[i] as string)) return JSON.stringify(value)
    // Ids need no quotes: the driver would look for what to escape in each.
    return block.ids[i] ? `{${(value as string[]).join(',')}}` : value
  })
  if (block.fresh)
    withoutWaiting(db, [db.client.query('set local plan_cache_mode = force_custom_plan') as Sent<unknown>])
  return await ask(db.client, block, values)
}

type Ask<P, R> = (db: Db, parameters: P) => Sent<R>

/** Exactly one row, or the record does not exist for this actor (404). */
export const one = <P extends Parameters, R>(block: Block | undefined, json: readonly string[] = []): Ask<P, R> =>
  (async (db, parameters) => {
    const [row] = (await run(db, block, parameters, json)).rows
    if (!row) throw new NotFound()
    return row
  }) as Ask<P, R>

export const optional = <P extends Parameters, R>(
  block: Block | undefined,
  json: readonly string[] = [],
): Ask<P, R | null> =>
  (async (db, parameters) => (await run(db, block, parameters, json)).rows[0] ?? null) as Ask<P, R | null>

export const many = <P extends Parameters, R>(block: Block | undefined, json: readonly string[] = []): Ask<P, R[]> =>
  (async (db, parameters) => (await run(db, block, parameters, json)).rows) as Ask<P, R[]>

/** A write without `returning`: answers how many rows it touched. */
export const write = <P extends Parameters>(block: Block | undefined, json: readonly string[] = []): Ask<P, number> =>
  (async (db, parameters) => (await run(db, block, parameters, json)).rowCount ?? 0) as Ask<P, number>
