import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { expect, it } from 'vitest'
import { makeApp } from '#server/app.ts'
import { makeServices } from '#server/main.ts'
import { testServer } from '#test/server.ts'
import { cookieOf, onlyCookie, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { forgetAddresses, get, letters, post, signIn, somebody } = signingIn(server)

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
  const { personId, email } = await somebody('Ben Forgetful')
  const ask = (address: string) => post('/request-password-reset', { email: address })
  const [known, unknown] = [await ask(email), await ask('nobody@nowhere.example')]
  expect([known.status, known.body]).toEqual([200, unknown.body])
  for (const address of [email, 'nobody@nowhere.example']) {
    await forgetAddresses()
    const more = await Promise.all(Array.from({ length: 6 }, () => ask(address)))
    expect(more.map(a => [a.status, a.body])).toEqual(Array(6).fill([200, known.body]))
  }
  expect(await letters(personId), 'a mailbox is not filled by strangers').toHaveLength(5)
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
    const set = [answer.headers['set-cookie']].flat().find(c => c?.startsWith('__Host-countersign.session_token='))
    expect(set).toMatch(/Secure/)
    expect(set).toMatch(/Path=\/(;|$)/)
    expect(set).not.toMatch(/Domain=/i)
    const named = [answer.headers['set-cookie']].flat().map(c => c?.split('=')[0])
    expect(named.filter(name => !name?.startsWith('__Host-countersign.'))).toEqual([])
    const old = set?.split(';')[0]?.replace('__Host-', '') ?? ''
    for (const cookie of [old, old.replace(/^/, '__Secure-')])
      expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode, 'by no other name').toBe(401)
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    const me = await app.inject({ url: '/api/me', headers: { cookie: set?.split(';')[0] ?? '' } })
    expect(me.json().person.email).toBe(email)
  } finally {
    await app.close()
    await secure.close()
  }
})

it('of two session cookies in one request neither is believed, here and by the sign-in library', async () => {
  const [ben, carol] = [await somebody('Ben Twice'), await somebody('Carol Twice')]
  const [his, hers] = await Promise.all(
    [ben, carol].map(async p => onlyCookie(cookieOf(await signIn(p.email)), 'session_token')),
  )
  for (const both of [`${his}; ${hers}`, `${hers}; ${his}`]) {
    expect((await get('/me', both)).status).toBe(401)
    expect((await get('/auth/get-session', both)).body).toBe(null)
    expect((await post('/revoke-other-sessions', {}, both)).status).toBe(401)
  }
  expect((await get('/me', `${his}; ${his}`)).body.person.email).toBe(ben.email)
})

it('a page under a name that was made to lead here can neither sign in nor change anything', async () => {
  const { email } = await somebody('Ben Rebound')
  const { port } = new URL(server.address)
  // fetch sets no Host of its own choosing, so these go by hand.
  const from = (host: string) =>
    rawStatus(port, '/api/auth/sign-in/email', { host, origin: `http://${host}` }, { email, password })
  expect(await from(`rebound.example:${port}`)).toBe(403)
  expect(await from(`127.0.0.1.rebound.example:${port}`)).toBe(403)
  for (const name of ['localhost', '127.0.0.1', '[::1]', '192.168.1.20'])
    expect(await from(`${name}:${port}`), name).toBe(200)
  const founding = rawStatus(
    port,
    '/api/first-run/centre',
    { host: 'rebound.example', origin: 'http://rebound.example' },
    {},
  )
  expect(await founding, 'nor anything else').toBe(403)
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

/** The status of a request with headers that fetch would not let us choose. */
function rawStatus(port: string, path: string, headers: Record<string, string>, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, path, method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
    request({ host: '127.0.0.1', ...options }, answer => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
      .on('error', reject)
      .end(JSON.stringify(body))
  })
}
