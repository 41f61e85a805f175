import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { inTransaction } from './pool.ts'
import { type Db, type Sent, withoutWaiting } from './query.ts'

const server = testServer()

const insert = (db: Db, name: string) =>
  db.client.query('insert into centres (id, name, created_at) values (gen_random_uuid(), $1, now())', [
    name,
  ]) as Sent<unknown>
const failing = (db: Db) => db.client.query('select 1 / 0') as Sent<unknown>

const kept = async (name: string) =>
  (await server.services.ownerPool.query('select 1 from centres where name = $1', [name])).rowCount

it('what is written without waiting is there once the transaction has ended', async () => {
  await inTransaction(server.services.ownerPool, async db => withoutWaiting(db, [insert(db, 'Kept')]))
  expect(await kept('Kept')).toBe(1)
})

it.each([
  ['last', async () => {}],
  ['before something that is waited for', async (db: Db) => void (await db.client.query('select 1'))],
])('where it fails %s, everything is undone, and its own fault is told', async (_, after) => {
  const work = inTransaction(server.services.ownerPool, async db => {
    withoutWaiting(db, [insert(db, 'Undone'), failing(db), insert(db, 'Undone')])
    await after(db)
  })
  await expect(work).rejects.toThrow('division by zero')
  expect(await kept('Undone')).toBe(0)
  expect((await server.services.ownerPool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
