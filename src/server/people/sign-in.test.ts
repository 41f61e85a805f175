import { createHmac, randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { hashPassword } from '#platform/sessions/auth.ts'
import { makeApp } from '#server/app.ts'
import { makeServices } from '#server/main.ts'
import { type Answer, testServer } from '#test/server.ts'

const server = testServer()
const password = 'four small grey cats'

// The limits count by address, and every test comes from the same.
beforeEach(() => void server.services.ownerPool.query('delete from identity.rate_limits'))

async function somebody(name: string): Promise<{ personId: string; email: string }> {
  const { personId } = await server.person(await server.centre('Harbour'), name, 'assessor')
  const { rows } = await server.services.ownerPool.query(
    `with account as (update identity.accounts set password = $2 where person_id = $1), away as (delete from identity.sessions where person_id = $1)
     select email from identity.people where id = $1`,
    [personId, await hashPassword(password)],
  )
  return { personId, email: rows[0].email }
}

const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .filter(c => !/Max-Age=0/i.test(c))
    .map(c => c.split(';')[0])
    .join('; ')
const post = (path: string, body: unknown, cookie?: string) =>
  server.call('POST', `/auth${path}`, body, { origin: server.address, ...(cookie ? { cookie } : {}) })
const get = (path: string, cookie: string) => server.call('GET', path, undefined, { cookie })
const signIn = (email: string, given = password, cookie?: string) =>
  post('/sign-in/email', { email, password: given }, cookie)

it('a wrong password and an unknown e-mail address are answered alike', async () => {
  const { email } = await somebody('Ben Alike')
  const wrong = await signIn(email, 'not the password')
  const unknown = await signIn('nobody@nowhere.example', 'not the password')
  expect([wrong.status, wrong.body]).toEqual([401, unknown.body])
  expect(unknown.status).toBe(401)
  expect(cookieOf(wrong)).toBe('')
  expect((await signIn(email)).status).toBe(200)
})

it('a forgotten password is answered alike whether or not there is an account', async () => {
  const { email } = await somebody('Ben Forgetful')
  const ask = (address: string) => post('/request-password-reset', { email: address, redirectTo: '/reset-password' })
  const [known, unknown] = [await ask(email), await ask('nobody@nowhere.example')]
  expect([known.status, known.body]).toEqual([200, unknown.body])
  const elsewhere = await post('/request-password-reset', { email, redirectTo: 'https://elsewhere.example/steal' })
  expect(elsewhere.status, 'a link never leads to another site').toBe(403)
})

it('one account cannot be guessed at for ever, from wherever, and the right password ends the count', async () => {
  const [guessed, other] = [await somebody('Ben Guessed'), await somebody('Ben Other')]
  for (let i = 0; i < 3; i++) await signIn(other.email, 'a slip of the hand')
  expect((await signIn(other.email)).status).toBe(200)
  await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(guessed.email, `guess number ${i}`)))
  const { ownerPool } = server.services
  await ownerPool.query(`delete from identity.rate_limits where key not like 'guesses|%'`)
  expect([(await signIn(guessed.email)).status, (await signIn(guessed.email)).body.code]).toEqual([
    429,
    'TOO_MANY_TRIES',
  ])
  expect((await signIn(other.email)).status, 'nobody else is kept out').toBe(200)
  await ownerPool.query(`update identity.rate_limits set last_request = last_request - 15 * 60 * 1000 - 1`)
  expect((await signIn(guessed.email)).status, 'a quarter of an hour later').toBe(200)
})

it('one address cannot try accounts without end, and cannot pretend to be another address', async () => {
  const tries = await Promise.all(
    Array.from({ length: 31 }, (_, i) =>
      server.call(
        'POST',
        '/auth/sign-in/email',
        { email: `n${i}@nowhere.example`, password },
        {
          origin: server.address,
          'x-client-ip': `203.0.113.${i}`,
          'x-forwarded-for': `203.0.113.${i}`,
        },
      ),
    ),
  )
  const refused = tries.filter(t => t.status === 429)
  expect(refused).toHaveLength(1)
  expect(Number(refused[0]?.headers.get('x-retry-after'))).toBeGreaterThan(0)
}, 30_000)

it('behind a proxy that is named as trusted the limit is each client’s own; what anybody else says of addresses is not believed', async () => {
  const { config } = server.services
  const trusting = { ...config, trustedProxies: ['10.0.0.0/8'] }
  const behind = await makeServices(trusting, config.databaseUrl as string, 'tests')
  const app = await makeApp(behind.services)
  const asked = async (remoteAddress: string, client: string) =>
    (
      await app.inject({
        ...{ method: 'POST', url: '/api/auth/sign-in/email', remoteAddress },
        headers: { origin: config.baseUrl, host: new URL(config.baseUrl).host, 'x-forwarded-for': client },
        payload: { email: `${randomUUID()}@nowhere.example`, password },
      })
    ).statusCode
  try {
    const busy = await Promise.all(Array.from({ length: 31 }, () => asked('10.1.2.3', '203.0.113.7')))
    expect(busy.filter(status => status === 429)).toHaveLength(1)
    expect(await asked('10.1.2.3', '203.0.113.8'), 'the next desk').toBe(401)
    const strangers = await Promise.all(Array.from({ length: 31 }, (_, i) => asked('198.51.100.9', `203.0.113.${i}`)))
    expect(strangers.filter(status => status === 429)).toHaveLength(1)
  } finally {
    await app.close()
    await behind.close()
  }
}, 30_000)

it('the session cookie is out of reach of scripts and other sites, and on https goes over https only', async () => {
  const { email } = await somebody('Ben Cookie')
  const cookie = (await signIn(email)).headers.getSetCookie().find(c => c.startsWith('countersign.session_token='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).not.toMatch(/Domain=/i)
  const { config } = server.services
  const secure = await makeServices(
    { ...config, baseUrl: 'https://centre.example' },
    config.databaseUrl as string,
    'tests',
  )
  const app = await makeApp(secure.services)
  try {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'https://centre.example', host: 'centre.example' },
      payload: { email, password },
    })
    const set = [answer.headers['set-cookie']].flat().find(c => c?.startsWith('__Secure-countersign.session_token='))
    expect(set).toMatch(/Secure/)
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    const me = await app.inject({ url: '/api/me', headers: { cookie: set?.split(';')[0] ?? '' } })
    expect(me.json().person.email).toBe(email)
  } finally {
    await app.close()
    await secure.close()
  }
})

it('a page of another site can neither sign somebody in nor change anything', async () => {
  const { email } = await somebody('Ben Elsewhere')
  const from = (headers: Record<string, string>, cookie = '') =>
    server.call('POST', '/auth/sign-in/email', { email, password }, { ...headers, cookie })
  expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await from({ origin: 'null' })).status).toBe(403)
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const cookie = cookieOf(await signIn(email))
  const out = await server.call('POST', '/auth/sign-out', {}, { cookie, origin: 'https://elsewhere.example' })
  expect(out.status).toBe(403)
  expect((await get('/me', cookie)).status).toBe(200)
})

it('every answer carries the headers that keep other sites and foreign scripts out', async () => {
  for (const path of ['/api/first-run', '/api/auth/get-session', '/healthz']) {
    const { headers } = await fetch(server.address + path)
    const policy = headers.get('content-security-policy')
    expect(policy, path).toMatch(/default-src 'none'/)
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull()
  }
})

it('a person sees where they are signed in and ends a session, which then opens nothing', async () => {
  const { email } = await somebody('Ben Everywhere')
  const [desk, telephone, library] = [
    cookieOf(await signIn(email)),
    cookieOf(await signIn(email)),
    cookieOf(await signIn(email)),
  ]
  const listed = await get('/auth/list-sessions', desk)
  expect(listed.body).toHaveLength(3)
  expect(listed.body[0]).toMatchObject({ ipAddress: '127.0.0.1' })
  const lost = (await get('/auth/get-session', telephone)).body.session.token
  expect((await post('/revoke-session', { token: lost }, desk)).status).toBe(200)
  expect((await get('/me', telephone)).status).toBe(401)
  expect((await get('/me', library)).status).toBe(200)
  await post('/revoke-other-sessions', {}, desk)
  expect([(await get('/me', library)).status, (await get('/me', desk)).status]).toEqual([401, 200])
  await post('/sign-out', {}, desk)
  expect((await get('/me', desk)).status).toBe(401)
})

it('nobody can end, or see, the sessions of somebody else', async () => {
  const [ben, carol] = [await somebody('Ben Own'), await somebody('Carol Own')]
  const [his, hers] = [cookieOf(await signIn(ben.email)), cookieOf(await signIn(carol.email))]
  const { token } = (await get('/auth/get-session', hers)).body.session
  await post('/revoke-session', { token }, his)
  expect((await get('/me', hers)).status).toBe(200)
  expect((await get('/auth/list-sessions', his)).body).toHaveLength(1)
})

it('a letter sets a new password once, and ends every session', async () => {
  const { personId, email } = await somebody('Ben Letter')
  const before = cookieOf(await signIn(email))
  await post('/request-password-reset', { email, redirectTo: '/reset-password' })
  const { rows } = await server.services.ownerPool.query('select body from letters where person_id = $1', [personId])
  const link = new URL(rows[0].body.match(/https?:\S+/)[0])
  const followed = await server.call('GET', link.pathname.replace('/api', '') + link.search)
  expect(followed.status).toBe(302)
  const token = new URL(followed.headers.get('location') as string).searchParams.get('token')
  const newPassword = 'five large brown dogs'
  const short = await post('/reset-password', { newPassword: 'too short', token })
  expect([short.status, short.body.code]).toEqual([400, 'PASSWORD_TOO_SHORT'])
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
    post(
      '/change-password',
      { currentPassword, newPassword: 'five large brown dogs', revokeOtherSessions: true },
      cookie,
    )
  expect((await change('not the password', desk)).body.code).toBe('INVALID_PASSWORD')
  const changed = await change(password, desk)
  expect(changed.status).toBe(200)
  expect((await get('/me', telephone)).status).toBe(401)
  expect((await get('/me', cookieOf(changed))).status).toBe(200)
})

it('a second factor is asked for once it is on, a code works, a backup code works once', async () => {
  const { email } = await somebody('Ben Factor')
  const cookie = cookieOf(await signIn(email))
  expect((await post('/two-factor/enable', { password: 'not the password' }, cookie)).body.code).toBe(
    'INVALID_PASSWORD',
  )
  const enabled = (await post('/two-factor/enable', { password }, cookie)).body
  expect(cookieOf(await signIn(email)), 'not on before a code has been given').toMatch(/session_token/)
  const secret = new URL(enabled.totpURI).searchParams.get('secret') as string
  expect((await post('/two-factor/verify-totp', { code: '000000' }, cookie)).status).toBe(401)
  const on = await post('/two-factor/verify-totp', { code: totp(secret) }, cookie)
  expect(on.status).toBe(200)
  expect((await get('/me', cookieOf(on) || cookie)).body.person.twoFactor).toBe(true)

  const half = await signIn(email)
  expect(half.body).toMatchObject({ twoFactorRedirect: true })
  expect(cookieOf(half)).not.toMatch(/session_token=[^;]/)
  expect((await get('/me', cookieOf(half))).status, 'a password alone opens nothing').toBe(401)
  expect((await post('/two-factor/verify-totp', { code: '000000' }, cookieOf(half))).body.code).toBe('INVALID_CODE')
  const whole = await post('/two-factor/verify-totp', { code: totp(secret, 1) }, cookieOf(half))
  expect((await get('/me', cookieOf(whole))).status).toBe(200)

  const code = enabled.backupCodes[0]
  const byBackup = async () => post('/two-factor/verify-backup-code', { code }, cookieOf(await signIn(email)))
  expect([(await byBackup()).status, (await byBackup()).body.code]).toEqual([200, 'INVALID_BACKUP_CODE'])
})

it('a code opens one door once: whoever looked over a shoulder, or sends it at the same moment, is refused', async () => {
  const { email } = await somebody('Ben Once')
  const cookie = cookieOf(await signIn(email))
  const { totpURI } = (await post('/two-factor/enable', { password }, cookie)).body
  const secret = new URL(totpURI).searchParams.get('secret') as string
  const code = totp(secret)
  expect((await post('/two-factor/verify-totp', { code }, cookie)).status).toBe(200)
  const half = cookieOf(await signIn(email))
  const again = await post('/two-factor/verify-totp', { code }, half)
  expect([again.status, again.body.code]).toEqual([401, 'CODE_USED'])
  const [one, other] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))]
  const next = totp(secret, 1)
  const both = await Promise.all([one, other].map(c => post('/two-factor/verify-totp', { code: next }, c)))
  expect(both.map(a => a.status).sort()).toEqual([200, 401])
})

it('six digits cannot be guessed: after a few wrong codes the password is asked for again', async () => {
  const { email } = await somebody('Ben Digits')
  const cookie = cookieOf(await signIn(email))
  const { totpURI } = (await post('/two-factor/enable', { password }, cookie)).body
  const secret = new URL(totpURI).searchParams.get('secret') as string
  await post('/two-factor/verify-totp', { code: totp(secret) }, cookie)
  const half = cookieOf(await signIn(email))
  for (let i = 0; i < 5; i++) await post('/two-factor/verify-totp', { code: '000000' }, half)
  const right = await post('/two-factor/verify-totp', { code: totp(secret) }, half)
  expect(right.status).toBeGreaterThanOrEqual(400)
  expect((await get('/me', cookieOf(right))).status).toBe(401)
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

/** RFC 6238 with SHA-1, six digits and half a minute, as every authenticator app counts; `ahead` is the code after. */
function totp(secret: string, ahead = 0): string {
  const bits = [...secret.replaceAll('=', '')]
    .map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac[19] as number) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
