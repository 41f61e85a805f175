import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { cookieOf, otherPassword, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { forgetAddresses, get, letters, newestLink, post, signIn, somebody } = signingIn(server)

it('a letter sets a new password once, and ends every session', async () => {
  const { personId, email } = await somebody('Ben Letter')
  const before = cookieOf(await signIn(email))
  await post('/request-password-reset', { email })
  const { link, token } = await newestLink(personId)
  expect(link.origin + link.pathname).toBe(`${server.address}/reset-password`)
  const newPassword = otherPassword
  const short = await post('/reset-password', { newPassword: 'too short', token })
  expect([short.status, short.body.faults.map((f: { path: string }) => f.path)]).toEqual([422, ['newPassword']])
  const both = await Promise.all([
    post('/reset-password', { newPassword, token }),
    post('/reset-password', { newPassword, token }),
  ])
  expect(both.map(a => a.status).sort(), 'once, also for two clicks at once').toEqual([200, 400])
  expect((await get('/me', before)).status).toBe(401)
  expect([(await signIn(email)).status, (await signIn(email, newPassword)).status]).toEqual([401, 200])
})

it('a changed password wants the old one and signs every other device out', async () => {
  const { email } = await somebody('Ben Change')
  const [desk, telephone] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))]
  const change = (currentPassword: string, cookie: string) =>
    post('/change-password', { currentPassword, newPassword: otherPassword }, cookie)
  expect((await change('not the password', desk)).body.code).toBe('INVALID_PASSWORD')
  const changed = await change(password, desk)
  expect(changed.status).toBe(200)
  expect((await get('/me', telephone)).status).toBe(401)
  expect((await get('/me', cookieOf(changed))).status).toBe(200)
})

it('passwords are kept as argon2id, and nobody can sign themselves up', async () => {
  const { personId } = await somebody('Ben Kept')
  const { rows } = await server.services.ownerPool.query(
    'select password from identity.accounts where person_id = $1',
    [personId],
  )
  expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const made = await post('/sign-up/email', { email: 'new@nowhere.example', password, name: 'New' })
  expect(made.status).toBeGreaterThanOrEqual(400)
  expect(
    (await server.services.ownerPool.query(`select from identity.people where email = 'new@nowhere.example'`)).rowCount,
  ).toBe(0)
})

const refusals = {
  'people/password-common': ['Password2026!', 'letmeinletmein', 'Manchester2026', 'P@ssw0rd!!!!!'],
  'people/password-repeats': ['vk3vk3vk3vk3', 'ha ha ha ha ha'],
  'people/password-runs': ['abcdefghijklm', 'zyxwvutsrqponm'],
  'people/password-own': ['BenQuinlan2026', 'Countersign2026', 'Marchbank-College1'],
}
const everyRefusal = Object.entries(refusals).flatMap(([code, all]) => all.map(given => ({ code, given })))
const faultOf = (answer: { status: number; body: { faults?: { path: string; code?: string }[] } }) => [
  answer.status,
  answer.body.faults?.map(f => [f.path, f.code]),
]

it('whichever way a password is set, a common one, a repetition, a run of keys and one’s own names are refused', async () => {
  const { personId, email } = await somebody('Ben Quinlan', 'Marchbank College')
  const cookie = cookieOf(await signIn(email))
  await post('/request-password-reset', { email })
  const { token } = await newestLink(personId)
  const centre = await server.centre('Marchbank College')
  const administrator = await server.person(centre, 'Ann Administrator', 'centre-administrator')
  const [invited] = [`ben.quinlan.${Date.now()}@marchbank.example`]
  const added = await administrator.post(`/centres/${centre}/people`, {
    name: 'Ben Quinlan',
    email: invited,
    roles: ['learner'],
  })
  const invitation = await newestLink(added.body.personId)
  for (const { code, given } of everyRefusal) {
    await forgetAddresses()
    const fault = (path: string) => [422, [[path, code]]]
    expect(faultOf(await post('/reset-password', { token, newPassword: given })), given).toEqual(fault('newPassword'))
    expect(faultOf(await post('/reset-password', { token: invitation.token, newPassword: given })), given).toEqual(
      fault('newPassword'),
    )
    const change = { currentPassword: password, newPassword: given }
    expect(faultOf(await post('/change-password', change, cookie)), given).toEqual(fault('newPassword'))
    const founder = { centreName: 'Marchbank College', name: 'Ben Quinlan', email: 'ben@marchbank.example' }
    expect(faultOf(await server.call('POST', '/first-run/centre', { ...founder, password: given })), given).toEqual(
      fault('password'),
    )
  }
  expect((await post('/reset-password', { token: invitation.token, newPassword: otherPassword })).status).toBe(200)
  expect((await post('/reset-password', { token, newPassword: otherPassword })).status).toBe(200)
})

it('every entry of the list of common passwords is refused with anything added to reach the length', async () => {
  const { email } = await somebody('Ben Listed')
  const cookie = cookieOf(await signIn(email))
  for (const word of ['123456', 'qwerty', 'football', 'arsenal', 'charlie', 'trustno1', 'Superman']) {
    await forgetAddresses()
    const change = { currentPassword: password, newPassword: `${word}!2026!2026` }
    expect((await post('/change-password', change, cookie)).body.faults?.[0]?.code, word).toMatch(/^people\/password-/)
  }
})

it('a refused new password is not a guess at the old one, and leaves it as it is', async () => {
  const { email } = await somebody('Ben Unhurried')
  const cookie = cookieOf(await signIn(email))
  for (let i = 0; i < 3; i++) {
    await forgetAddresses()
    await post('/change-password', { currentPassword: 'not the password', newPassword: 'Password2026!' }, cookie)
  }
  const { rows } = await server.services.ownerPool.query(`select from identity.rate_limits where key like 'guesses|%'`)
  expect(rows).toEqual([])
  expect((await signIn(email)).status).toBe(200)
})

it('of a link only a hash is kept, the newest takes the place of the older ones, and two asked for at once leave one', async () => {
  const { personId, email } = await somebody('Ben Links')
  const { ownerPool } = server.services
  for (let i = 0; i < 3; i++) await post('/request-password-reset', { email })
  const tokens = (await letters(personId)).map(l => /token=(\S+)/.exec(l.body)?.[1] as string)
  expect(new Set(tokens).size).toBe(3)
  const kept = async () =>
    (await ownerPool.query('select identifier from identity.verifications where value = $1', [personId])).rows
  const [row, ...more] = await kept()
  expect(more).toEqual([])
  expect(tokens.filter(token => row.identifier.includes(token))).toEqual([])
  for (const token of [tokens[0], tokens[1], row.identifier, row.identifier.replace(/^.*#/, '')])
    expect((await post('/reset-password', { token, newPassword: otherPassword })).body.code).toBe('INVALID_TOKEN')
  await Promise.all([0, 1].map(() => post('/request-password-reset', { email })))
  expect(await kept()).toHaveLength(1)
  const { token } = await newestLink(personId)
  const answers = await Promise.all(
    (await letters(personId)).map(l =>
      post('/reset-password', { token: /token=(\S+)/.exec(l.body)?.[1], newPassword: otherPassword }),
    ),
  )
  expect(token && answers.filter(a => a.status === 200)).toHaveLength(1)
})

it('an invitation is a link like any other: hashed, spent by a newer one, and by the password that is chosen', async () => {
  const centre = await server.centre('Harbour')
  const administrator = await server.person(centre, 'Ann Inviting', 'centre-administrator')
  const email = `olwen.${Date.now()}@test.example`
  const added = await administrator.post(`/centres/${centre}/people`, {
    name: 'Olwen Pryce',
    email,
    roles: ['learner'],
  })
  const first = await newestLink(added.body.personId)
  await administrator.post(`/centres/${centre}/people/${added.body.personId}/invitations`)
  const second = await newestLink(added.body.personId)
  const { rows } = await server.services.ownerPool.query(
    'select identifier from identity.verifications where value = (select id::text from identity.people where email = $1)',
    [email],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].identifier).not.toContain(second.token)
  const choose = (token: string) => post('/reset-password', { token, newPassword: password })
  expect((await choose(first.token)).body.code).toBe('INVALID_TOKEN')
  expect((await choose(second.token)).status).toBe(200)
  expect((await choose(second.token)).body.code).toBe('INVALID_TOKEN')
  expect((await signIn(email)).status).toBe(200)
  expect(
    (await letters(added.body.personId)).map(l => l.kind),
    'choosing the first one is no change to be told of',
  ).toEqual(['invitation', 'invitation'])
})

it('every link leads to the address that people open, whatever the request calls us', async () => {
  const { personId, email } = await somebody('Ben Forged')
  await server.call(
    'POST',
    '/auth/request-password-reset',
    { email },
    { origin: server.address, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  )
  const answer = await fetch(`${server.address}/api/auth/request-password-reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address, host: 'evil.example' },
    body: JSON.stringify({ email }),
  })
  expect(answer.status).toBe(200)
  const redirected = await post('/request-password-reset', { email, redirectTo: 'http://evil.example/reset-password' })
  expect(redirected.status).toBe(422)
  for (const { body } of await letters(personId)) {
    expect(body).not.toContain('evil')
    expect(body).toContain(`\n${server.address}/reset-password?token=`)
  }
})
