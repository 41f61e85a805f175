import http from 'node:http'
import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { everyContract } from '#contract/index.ts'
import { aPortfolio, sendBytes, startUpload } from '#test/evidence.ts'
import { rawConnection, requestText, statusOf } from '#test/raw.ts'
import { testServer } from '#test/server.ts'

// A second instead of half a minute, so that a test can wait for it.
const limits = { headersMs: 400, bodyMs: 600, uploadMs: 300, uploadBytes: 64, answerMs: 300, checkMs: 100 }
const server = testServer({ limits })

/** One request by hand; answers what was heard once the server ended the connection. */
async function told(text: string): Promise<string> {
  const raw = rawConnection(server.address)
  raw.send(text)
  return await raw.ended
}

const codeIn = (heard: string) => /"code":"([^"]+)"/.exec(heard)?.[1]
const large = { 'content-length': 35_000_000, 'content-type': 'application/octet-stream' }

it('a body of a type that the route does not take is refused unread, wherever it is sent', async () => {
  const routes: [string, string][] = [
    ['POST', '/api/auth/sign-in/email'],
    ['POST', '/api/testimonies/signature'],
    ['POST', '/api/setup'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/api'],
    ['POST', '/api/centres/5f0c3a0e-0000-4000-8000-000000000000/evidence/5f0c3a0e-0000-4000-8000-000000000000/uploads'],
  ]
  for (const [method, path] of routes) {
    // Nothing of the body is ever sent: a server that waits for it would not answer.
    const heard = await told(requestText(method, path, { ...large, 'tus-resumable': '1.0.0' }))
    const unknown = method === 'POST' && path === '/api/setup'
    expect([path, statusOf(heard), codeIn(heard)]).toEqual(
      unknown ? [path, 404, 'platform/not-found'] : [path, 415, 'platform/unsupported-type'],
    )
    expect(heard.toLowerCase()).toContain('connection: close')
  }
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'nonsense' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    { accept: '*/*' },
  ] as Record<string, string>[]) {
    const heard = await told(requestText('POST', '/api/auth/sign-in/email', { ...headers, 'content-length': 60 }))
    expect([headers, statusOf(heard), codeIn(heard)]).toEqual([headers, 415, 'platform/unsupported-type'])
  }
})

it('a body that is too long is refused unread by its length, and cut where it does not tell', async () => {
  const json = { 'content-type': 'application/json' }
  for (const path of ['/api/auth/sign-in/email', '/api/testimonies/opening']) {
    const heard = await told(requestText('POST', path, { ...json, 'content-length': 70_000 }))
    expect([path, statusOf(heard), codeIn(heard)]).toEqual([path, 413, 'platform/too-large'])
  }
  const raw = rawConnection(server.address)
  raw.send(requestText('POST', '/api/auth/sign-in/email', { ...json, 'transfer-encoding': 'chunked' }))
  for (let i = 0; i < 80; i++) raw.send(`400\r\n${' '.repeat(1024)}\r\n`)
  expect(statusOf(await raw.ended)).toBe(413)
})

it('a large body is taken only from whoever may send it', async () => {
  const p = await aPortfolio(server)
  const path = `/api${p.at}/imports?name=a.pdf`
  expect(statusOf(await told(requestText('POST', path, large)))).toBe(401)
  expect(statusOf(await told(requestText('POST', path, { ...large, cookie: p.amina.cookie })))).toBe(403)
  // Whoever waits to be asked for it is not asked in vain.
  const asking = { ...large, expect: '100-continue' }
  expect(await told(requestText('POST', path, { ...asking, cookie: p.amina.cookie }))).not.toContain('100 Continue')
  const raw = rawConnection(server.address)
  raw.send(requestText('POST', path, { ...asking, 'content-length': 100_000, cookie: p.alan.cookie }))
  expect(await raw.until('100 Continue')).toContain('100 Continue')
  raw.send(Buffer.alloc(100_000, 'a'))
  expect(await raw.until('"code"')).toMatch(/imports\/unreadable/)
  raw.end()
})

it('large bodies share a bounded part of the memory, and nobody has more than three: one too many is asked to come again', async () => {
  const p = await aPortfolio(server)
  const path = `/api${p.at}/imports?name=a.pdf`
  const grace = await server.person(p.centreId, 'Grace Okafor', 'centre-administrator')
  const tess = await server.person(p.centreId, 'Tess Hall', 'centre-administrator')
  const sentBy = ({ cookie }: { cookie: string }) => ({ ...large, 'content-length': 40_000_000, cookie })
  const open = async (who: { cookie: string }) => {
    const raws = Array.from({ length: 3 }, () => rawConnection(server.address))
    for (const raw of raws) raw.send(requestText('POST', path, { ...sentBy(who), expect: '100-continue' }))
    await Promise.all(raws.map(raw => raw.until('100 Continue')))
    return raws
  }
  const waiting = await open(p.alan)
  const fourth = await told(requestText('POST', path, sentBy(p.alan)))
  expect([statusOf(fourth), codeIn(fourth)]).toEqual([503, 'platform/busy'])
  expect(fourth.toLowerCase()).toContain('retry-after')
  waiting.push(...(await open(grace)))
  const seventh = await told(requestText('POST', path, sentBy(tess)))
  expect([statusOf(seventh), codeIn(seventh)]).toEqual([503, 'platform/busy'])
  for (const raw of waiting) raw.end()
  await Promise.all(waiting.map(raw => raw.ended))
})

it('what is sent too slowly is ended by the server: headers, small bodies, large ones and uploads', async () => {
  const p = await aPortfolio(server)
  const { here } = await p.add(p.amina)
  const start = async () =>
    (await startUpload(server, p.amina, here, 'slow.txt', 50_000)).headers.get('location') as string
  const [url, other] = [await start(), await start()]
  const tus = {
    'tus-resumable': '1.0.0',
    'upload-offset': 0,
    'content-type': 'application/offset+octet-stream',
    'content-length': 50_000,
    cookie: p.amina.cookie,
  }
  const json = { 'content-type': 'application/json', 'content-length': 500 }
  const cases: [name: string, sent: string, drip: string, status: number][] = [
    ['nothing at all', '', '', 408],
    ['half-sent headers', 'GET /healthz HTTP/1.1\r\nhost: lo', '', 408],
    ['dripped headers', 'GET /healthz HTTP/1.1\r\nhost: lo', 'a', 408],
    ['half-sent sign-in', requestText('POST', '/api/auth/sign-in/email', json, '{"email":'), '', 408],
    ['dripped sign-in', requestText('POST', '/api/auth/sign-in/email', json, '{"email":"'), 'a', 408],
    [
      'half-sent body',
      requestText('POST', `/api${here}/withdrawal`, { ...json, cookie: p.amina.cookie }, '{'),
      '',
      408,
    ],
    [
      'half-sent large body',
      requestText(
        'POST',
        `/api${p.at}/imports?name=a.pdf`,
        { ...large, 'content-length': 70_000, cookie: p.alan.cookie },
        'a',
      ),
      '',
      408,
    ],
    ['half-sent upload', requestText('PATCH', url, tus, 'abc'), '', 0],
    ['dripped upload', requestText('PATCH', other, tus, 'abc'), 'a', 0],
  ]
  await Promise.all(
    cases.map(async ([name, sent, drip, status]) => {
      const raw = rawConnection(server.address)
      raw.send(sent)
      const timer = drip ? setInterval(() => raw.send(drip), 50) : undefined
      const heard = await raw.ended
      clearInterval(timer)
      expect([name, statusOf(heard)]).toEqual([name, status])
    }),
  )
  // What had come of the upload is kept, and it can be carried on.
  const answer = await server.call('HEAD', url.replace('/api', ''), undefined, {
    cookie: p.amina.cookie,
    'tus-resumable': '1.0.0',
  })
  expect(answer.status).toBe(200)
  expect(Number(answer.headers.get('upload-offset'))).toBeGreaterThanOrEqual(3)
}, 30_000)

it('an upload that keeps its pace may take as long as it likes', async () => {
  const p = await aPortfolio(server)
  const { here } = await p.add(p.amina)
  const size = 20 * 200
  const url = (await startUpload(server, p.amina, here, 'steady.txt', size)).headers.get('location') as string
  const raw = rawConnection(server.address)
  raw.send(
    requestText('PATCH', url, {
      'tus-resumable': '1.0.0',
      'upload-offset': 0,
      'content-type': 'application/offset+octet-stream',
      'content-length': size,
      cookie: p.amina.cookie,
    }),
  )
  for (let i = 0; i < 20; i++) {
    raw.send('a'.repeat(200))
    await new Promise(resolve => setTimeout(resolve, 60))
  }
  expect(statusOf(await raw.until('upload-offset'))).toBe(204)
  raw.end()
})

it('an answer that the client does not take ends with its connection', async () => {
  const p = await aPortfolio(server)
  const { here } = await p.add(p.amina)
  const content = Buffer.alloc(30_000_000, 'word ')
  const url = (await startUpload(server, p.amina, here, 'long.txt', content.length)).headers.get('location') as string
  expect((await sendBytes(server, p.amina, url, 0, content)).status).toBe(204)
  const { body } = await p.amina.get(here)
  const file = body.versions[0].files[0].id
  const sockets: Socket[] = []
  server.app.server.on('connection', socket => sockets.push(socket))
  const response = await new Promise<http.IncomingMessage>((resolve, reject) =>
    http
      .get(`${server.address}/api${here}/files/${file}`, { headers: { cookie: p.amina.cookie }, agent: false }, resolve)
      .on('error', reject),
  )
  expect(response.statusCode).toBe(200)
  const port = (response.socket.address() as { port: number }).port
  // Nothing of it is read. The server gives the connection up.
  await expect.poll(() => sockets.find(s => s.remotePort === port)?.destroyed, { timeout: 10_000 }).toBe(true)
  response.destroy()
})

it('addresses and headers that are too long are refused, and what is no request is answered as such', async () => {
  expect(statusOf(await told(requestText('GET', `/api/${'a'.repeat(9000)}`, { connection: 'close' })))).toBe(414)
  expect(statusOf(await told(requestText('GET', '/api', { cookie: 'a'.repeat(20_000) })))).toBe(431)
  for (const nonsense of [
    'nonsense\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'GET / HTTP/9.9\r\n\r\n',
  ]) {
    const heard = await told(nonsense)
    expect([nonsense, statusOf(heard), codeIn(heard)]).toEqual([nonsense, 400, 'platform/bad-request'])
  }
  const two = { 'content-length': 5, 'transfer-encoding': 'chunked', 'content-type': 'application/json' }
  expect(statusOf(await told(requestText('POST', '/api/auth/sign-in/email', two)))).toBe(400)
})

it('every method is answered cleanly on every kind of route, and none ends in an error of ours', async () => {
  const centreId = await server.centre('Methods')
  const who = await server.person(centreId, 'Ann', 'centre-administrator')
  const paths = ['/', '/healthz', '/api', '/api/auth/get-session', '/nothing', '/api/nothing', '/assets/x.js']
  const own = Object.keys(everyContract).map(key => `/api${key.split(' ')[1]}`.replace(':centreId', centreId))
  for (const method of http.METHODS.filter(m => m !== 'CONNECT'))
    for (const path of [...paths, ...new Set(own)].slice(0, 25).map(p => p.replace(/:\w+/g, centreId))) {
      if (['GET', 'POST', 'PUT', 'DELETE'].includes(method) && !paths.includes(path)) continue
      const raw = rawConnection(server.address)
      raw.send(requestText(method, path, { connection: 'close', cookie: who.cookie, 'tus-resumable': '1.0.0' }))
      const status = statusOf(await raw.ended)
      expect([method, path, status >= 200 && status < 500]).toEqual([method, path, true])
    }
}, 60_000)
