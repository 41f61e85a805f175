import { expect, it } from 'vitest'
import { signInEndpoints } from '#contract/sign-in.ts'
import { testServer } from '#test/server.ts'
import { cookieOf, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { get, post, signIn, somebody } = signingIn(server)

it('every endpoint that the sign-in library has and our list has not is not found, whoever asks', async () => {
  const { email } = await somebody('Ben Walker')
  const cookie = cookieOf(await signIn(email))
  const listed = new Set(Object.keys(signInEndpoints))
  const every = Object.values(
    server.services.auth.api as Record<string, { path?: string; options?: { method?: unknown } }>,
  )
    .filter(endpoint => endpoint.path)
    .flatMap(({ path, options }) => [options?.method ?? ['GET', 'POST']].flat().map(method => `${method} ${path}`))
  expect(every.length).toBeGreaterThan(30)
  expect(every).toEqual(expect.arrayContaining(['POST /update-user', 'POST /sign-up/email', 'POST /change-email']))
  expect(
    [...listed].filter(key => !every.includes(key)),
    'the list names what there is',
  ).toEqual([])
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const keys = new Set([...every, ...every.flatMap(key => methods.map(m => key.replace(/^\w+/, m)))])
  const answered: string[] = []
  for (const key of keys) {
    if (listed.has(key)) continue
    const [method, path] = key.split(' ') as [string, string]
    const url = `/auth${path.replace(/:\w+/g, 'something')}`
    const body = method === 'GET' ? undefined : { name: 'Ann Assessor', newEmail: 'ann@test.example' }
    const answer = await server.call(method, url, body, { cookie, origin: server.address })
    if (answer.status !== 404 || answer.body.code !== 'platform/not-found') answered.push(`${key}: ${answer.status}`)
  }
  expect(answered).toEqual([])
}, 60_000)

it('nobody calls themselves by another name through the sign-in library, in whatever way its path is written', async () => {
  const { personId, email } = await somebody('Tess Trainee')
  const cookie = cookieOf(await signIn(email))
  for (const path of [
    '/update-user',
    '/update-user/',
    '//update-user',
    '/update%2Duser',
    '/sign-out/../update-user',
    '/UPDATE-USER',
  ])
    expect((await post(path, { name: 'Ann Assessor' }, cookie)).status, path).toBe(404)
  const { rows } = await server.services.ownerPool.query('select name from identity.people where id = $1', [personId])
  expect(rows[0].name).toBe('Tess Trainee')
})

it('a name is one line of at most 200 characters for whoever writes it', async () => {
  const { personId } = await somebody('Ben Short')
  const named = (name: string) =>
    server.services.ownerPool.query('update identity.people set name = $2 where id = $1', [personId, name])
  for (const name of ['', '  ', 'Ann\nDear Ben', 'Ann\u2028Assessor', 'x'.repeat(201)])
    await expect(named(name), JSON.stringify(name).slice(0, 20)).rejects.toThrow('name_is_one_line')
})

it('each endpoint takes what is on its list and nothing else; every fault is named at once', async () => {
  const { email } = await somebody('Ben Strict')
  const cookie = cookieOf(await signIn(email))
  const faults = async (path: string, body: unknown) => {
    const answer = await post(path, body, cookie)
    return [answer.status, answer.body.code, answer.body.faults?.map((f: { path: string }) => f.path).sort()]
  }
  const invalid = (...paths: string[]) => [422, 'platform/invalid-input', paths]
  expect(await faults('/sign-in/email', { email: 'ben', password: '', rememberMe: true })).toEqual(
    invalid('', 'email', 'password'),
  )
  expect(await faults('/sign-in/email', { email: { $ne: '' }, password: ['x'] })).toEqual(invalid('email', 'password'))
  expect(await faults('/sign-in/email', { email, password: 'x'.repeat(201) })).toEqual(invalid('password'))
  expect(await faults('/sign-in/email', { email, password: 'a\u0000b' })).toEqual(invalid('password'))
  expect(await faults('/change-password', { currentPassword: '', newPassword: 'short' })).toEqual(
    invalid('currentPassword', 'newPassword'),
  )
  expect(await faults('/request-password-reset', { email, redirectTo: '/elsewhere' })).toEqual(invalid(''))
  expect(await faults('/two-factor/enable', { password, issuer: 'Somebody else' })).toEqual(invalid(''))
  expect(await faults('/two-factor/verify-totp', { code: '1'.repeat(41), trustDevice: 'yes' })).toEqual(
    invalid('code', 'trustDevice'),
  )
  expect(await faults('/revoke-session', {})).toEqual(invalid('token'))
  expect(await faults('/sign-out', { callbackURL: '/elsewhere' })).toEqual(invalid(''))
  const large = await post('/sign-in/email', { email, password: 'x'.repeat(20_000) })
  expect([large.status, large.body.code]).toEqual([413, 'platform/too-large'])
  expect((await get('/auth/get-session?disableRefresh=true', cookie)).body.user.email, 'a query is not passed on').toBe(
    email,
  )
  expect((await get('/me', cookie)).status).toBe(200)
})
