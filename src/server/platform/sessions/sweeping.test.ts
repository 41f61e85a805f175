import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { sweepSignIn } from './sweeping.ts'

const server = testServer()

it('tries of yesterday, old links and ended sessions are deleted, and what still counts stays', async () => {
  const { ownerPool } = server.services
  const centreId = await server.centre('Harbour Training')
  const ben = await server.person(centreId, 'Ben Carter', 'assessor')
  const yesterday = Date.now() - 25 * 60 * 60 * 1000
  await ownerPool.query(
    `insert into identity.rate_limits (key, count, last_request) values ('guesses|old', 20, $1), ('guesses|new', 20, $2)`,
    [yesterday, Date.now()],
  )
  await ownerPool.query(
    `insert into identity.verifications (identifier, value, expires_at) values ('other#old', 'x', now() - interval '1 minute'), ('other#new', 'x', now() + interval '1 minute')`,
  )
  await ownerPool.query(
    `insert into identity.sessions (person_id, token, expires_at) values ($1, 'ended', now() - interval '1 minute')`,
    [ben.personId],
  )
  await sweepSignIn(server.services)
  const left = async (sql: string) => (await ownerPool.query<{ what: string }>(sql)).rows.map(r => r.what)
  expect(await left(`select key as what from identity.rate_limits where key like 'guesses|%'`)).toEqual(['guesses|new'])
  expect(await left(`select identifier as what from identity.verifications`)).toEqual(['other#new'])
  expect(await left(`select token as what from identity.sessions where token = 'ended'`)).toEqual([])
  expect((await ben.get('/me')).status).toBe(200)
})
