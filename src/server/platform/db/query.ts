import type pg from 'pg'
import { NotFound } from '../http/problems.ts'
import { type Block, camel } from './blocks.ts'

/** A connection inside a transaction, counting what is asked of it. */
export type Db = { client: pg.ClientBase; statements: number }

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

async function run(
  db: Db,
  block: Block,
  parameters: Parameters,
  json: readonly string[],
): Promise<pg.QueryArrayResult> {
  db.statements++
  const values = block.keys.map((key, i) => {
    const value = parameters[key]
    if (value === undefined) throw new Error(`${block.id}: parameter ${key} is missing`)
    return value !== null && json.includes(block.parameters[i] as string) ? JSON.stringify(value) : value
  })
  if (block.fresh) await db.client.query('set local plan_cache_mode = force_custom_plan')
  return await db.client.query<unknown[]>({ name: block.id, text: block.text, values, rowMode: 'array' })
}

const columns = new Map<string, string[]>()

function toRows(block: Block, result: pg.QueryArrayResult): Record<string, unknown>[] {
  let names = columns.get(block.id)
  if (!names) {
    names = result.fields.map(f => camel(f.name))
    columns.set(block.id, names)
  }
  const keys = names
  return result.rows.map(values => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i++) row[keys[i] as string] = values[i]
    return row
  })
}

/** Exactly one row, or the record does not exist for this actor (404). */
export const one =
  <P extends Parameters, R>(block: Block | undefined, json: readonly string[] = []) =>
  async (db: Db, parameters: P): Promise<R> => {
    const rows = toRows(present(block), await run(db, present(block), parameters, json))
    if (!rows[0]) throw new NotFound()
    return rows[0] as R
  }

export const optional =
  <P extends Parameters, R>(block: Block | undefined, json: readonly string[] = []) =>
  async (db: Db, parameters: P): Promise<R | null> =>
    (toRows(present(block), await run(db, present(block), parameters, json))[0] as R | undefined) ?? null

export const many =
  <P extends Parameters, R>(block: Block | undefined, json: readonly string[] = []) =>
  async (db: Db, parameters: P): Promise<R[]> =>
    toRows(present(block), await run(db, present(block), parameters, json)) as R[]

/** A write without `returning`: answers how many rows it touched. */
export const write =
  <P extends Parameters>(block: Block | undefined, json: readonly string[] = []) =>
  async (db: Db, parameters: P): Promise<number> =>
    (await run(db, present(block), parameters, json)).rowCount ?? 0

function present(block: Block | undefined): Block {
  if (!block) throw new Error('A block named in queries.ts is not in queries.sql: run `npm run generate`')
  return block
}
