import { afterAll, beforeAll, expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import type { Block } from './blocks.ts'
import { ask } from './statement.ts'

const server = testServer()
const block = {
  id: 'shelves/list_shelves',
  text: 'select * from shelves where width_cm > $1 order by 1',
} as Block
const asked = async (client: Parameters<typeof ask>[0]) => (await ask(client, block, [30])).rows

beforeAll(async () => {
  await server.services.ownerPool.query('create table shelves (width_cm integer, put_up_at timestamptz)')
  await server.services.ownerPool.query(
    `insert into shelves values (20, null), (40, '2026-05-14T09:30:00Z'), (80, null)`,
  )
})
afterAll(() => server.services.ownerPool.query('drop table shelves'))

it('answers every time with the names that the code uses and what the text says, as does another connection', async () => {
  const [first, second] = [await server.services.ownerPool.connect(), await server.services.ownerPool.connect()]
  const rows = [
    { widthCm: 40, putUpAt: '2026-05-14T09:30:00.000Z' },
    { widthCm: 80, putUpAt: null },
  ]
  for (const client of [first, first, second, first]) expect(await asked(client)).toEqual(rows)
  expect(await Promise.all([asked(second), asked(second)])).toEqual([rows, rows])

  await server.services.ownerPool.query(
    'alter table shelves drop column width_cm, add column width_cm integer default 60',
  )
  const third = await server.services.ownerPool.connect()
  expect(
    (await ask(third, { ...block, text: 'select * from shelves where width_cm > $1' } as Block, [30])).rows[0],
  ).toEqual({ putUpAt: null, widthCm: 60 })
  await expect(asked(first)).rejects.toThrow('cached plan must not change result type')
  for (const client of [first, second, third]) client.release(true)
})

it('a fault says who asked', async () => {
  const wrong = { id: 'shelves/wrong', text: 'select 1 / $1::int' } as Block
  const client = await server.services.ownerPool.connect()
  const fault = await ask(client, wrong, [0]).catch((e: Error) => e)
  client.release()
  expect(fault).toMatchObject({ message: 'division by zero', stack: expect.stringContaining('statement.test.ts') })
})
