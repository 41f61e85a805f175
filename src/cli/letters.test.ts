import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { openLetters } from './letters.ts'

const server = testServer()

it('letters of somebody who works in two centres are handed over by whoever runs the server, and both centres can see that', async () => {
  const email = 'nina@letters.example'
  const centres: string[] = []
  for (const name of ['Harbour Training', 'Northgate Academy']) {
    const centreId = await server.centre(name)
    const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
    await grace.post(`/centres/${centreId}/people`, { name: 'Nina Holt', email, roles: ['assessor'] })
    expect((await grace.get(`/centres/${centreId}/letters`)).body.total).toBe(1)
    centres.push(centreId)
  }
  const client = await server.services.ownerPool.connect()
  const opened = await openLetters(client, email).finally(() => client.release())
  expect(opened.map(l => /\/(invitation)\?token=/.exec(l.body)?.[1])).toEqual(['invitation', 'invitation'])
  const { rows } = await server.services.ownerPool.query(
    `select centre_id from events where type = 'letter-opened' and actor_role = 'system'`,
  )
  expect(rows.map(r => r.centre_id).sort()).toEqual(centres.sort())
})
