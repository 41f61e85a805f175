import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'

const server = testServer()

it('an empty system offers the first run, and creating the first centre signs its administrator in by password', async () => {
  expect((await server.call('GET', '/first-run')).body).toEqual({ empty: true })
  const founder = {
    centreName: 'Harbour Training',
    name: 'Grace Okafor',
    email: 'grace@harbour.example',
    password: 'a long enough password',
  }
  const founded = await server.call('POST', '/first-run/centre', founder)
  expect(founded.status).toBe(200)
  const again = await server.call('POST', '/first-run/centre', founder)
  expect([again.status, again.body.code]).toEqual([409, 'centres/not-empty'])
  const signedIn = await server.call(
    'POST',
    '/auth/sign-in/email',
    { email: founder.email, password: founder.password },
    { origin: server.address },
  )
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')
  const me = await server.call('GET', '/me', undefined, { cookie })
  expect(me.body.centres).toEqual([
    {
      ...{ id: founded.body.centreId, name: 'Harbour Training', roles: ['centre-administrator'] },
      person: { id: me.body.person.id, name: 'Grace Okafor' },
    },
  ])
})

it('every fault of the first-run form is named at once', async () => {
  const answer = await server.call('POST', '/first-run/centre', {
    centreName: ' ',
    name: '',
    email: 'nobody',
    password: 'short',
  })
  expect(answer.status).toBe(422)
  expect(answer.body.faults.map((f: { path: string }) => f.path)).toEqual(['centreName', 'name', 'email', 'password'])
})

it('nobody is told who they are without signing in', async () => {
  expect((await server.call('GET', '/me')).status).toBe(401)
})

it('a character that the database cannot keep is a fault at its field, not an error of ours', async () => {
  const body = {
    centreName: 'Harbour\u0000Training',
    name: 'Grace',
    email: 'g@harbour.example',
    password: 'a long enough password',
  }
  const answer = await server.call('POST', '/first-run/centre', body)
  expect([answer.status, answer.body.faults]).toEqual([422, [{ path: 'centreName', message: expect.any(String) }]])
})
