import { expect, it } from 'vitest'
import { makeApp } from '#server/app.ts'
import { testServer } from '#test/server.ts'

const server = testServer()

it('the sample centre arrives whole, by the same rules as everything else, and only where nothing is yet', {
  timeout: 90_000,
}, async () => {
  const loaded = await server.call('POST', '/first-run/sample-centre')
  expect(loaded.status, JSON.stringify(loaded.body)).toBe(200)
  const ben = loaded.body.signIns.find((s: { name: string }) => s.name === 'Ben Carter')
  const signedIn = await server.call(
    'POST',
    '/auth/sign-in/email',
    { email: ben.email, password: ben.password },
    { origin: server.address },
  )
  expect(signedIn.status).toBe(200)
  const again = await server.call('POST', '/first-run/sample-centre')
  expect([again.status, again.body.code]).toEqual([409, 'centres/not-empty'])
})

it('every reason for not counting is to be seen in it [R10]', async () => {
  const { rows } = await server.services.ownerPool.query(
    'select distinct reason from criterion_progress where reason is not null',
  )
  expect(rows.map(r => r.reason).sort()).toEqual(
    expect.arrayContaining(['not-assessed', 'not-countersigned', 'not-submitted', 'not-yet-met', 'returned']),
  )
})

it('until it is loaded the server is alive and not ready', async () => {
  let loading = true
  const app = await makeApp(server.services, { loading: () => loading })
  const statuses = async () => [(await app.inject('/healthz')).statusCode, (await app.inject('/readyz')).statusCode]
  expect(await statuses()).toEqual([200, 503])
  loading = false
  expect(await statuses()).toEqual([200, 200])
  await app.close()
})
