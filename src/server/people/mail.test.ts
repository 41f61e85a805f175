import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMailer } from '#platform/mail.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const received: string[] = []
let port: number

/** As much of a mail server as a letter needs; it refuses whoever is called nobody, and asks whoever is called later to wait. */
const post = net.createServer(socket => {
  let data: string | null = null
  const answer = (line: string): string | null => {
    if (data !== null) {
      if (line !== '.') data += `${line}\n`
      else {
        received.push(data)
        data = null
        return '250 taken'
      }
      return null
    }
    if (/^RCPT TO:<nobody/i.test(line)) return '550 no such person'
    if (/^RCPT TO:<later/i.test(line)) return '451 come back'
    if (line === 'DATA') {
      data = ''
      return '354 go on'
    }
    return /^EHLO/.test(line) ? '250 hello' : line === 'QUIT' ? '221 bye' : '250 fine'
  }
  let rest = ''
  socket.write('220 here\r\n')
  socket.on('data', chunk => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = answer(line)
      if (said) socket.write(`${said}\r\n`)
    }
  })
})
beforeAll(
  () =>
    new Promise<void>(resolve =>
      post.listen(0, '127.0.0.1', () => {
        port = (post.address() as net.AddressInfo).port
        resolve()
      }),
    ),
)
afterAll(() => void post.close())

const mailer = (url: string) =>
  makeMailer({ ...server.services.config, smtpUrl: url }, server.services.ownerPool, server.services.log)

async function withPeople(...names: string[]) {
  const centreId = await server.centre('Harbour Training')
  const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  const at = `/centres/${centreId}`
  for (const name of names)
    await grace.post(`${at}/people`, { name, email: `${name}@${centreId}.example`, roles: ['assessor'] })
  const letters = async () =>
    Object.fromEntries(
      (await grace.get(`${at}/letters`)).body.letters.map((l: { name: string }) => [l.name, l]),
    ) as Record<string, { id: string; sentAt: string | null; failure: string | null }>
  return { centreId, grace, at, letters }
}

it('letters leave by mail once each, a refusal stays with its reason, and what has left is for its reader alone', async () => {
  const { grace, at, letters, centreId } = await withPeople('nina', 'nobody', 'later')
  await Promise.all([mailer(`smtp://127.0.0.1:${port}`).deliver(), mailer(`smtp://127.0.0.1:${port}`).deliver()])
  const { nina, nobody, later } = await letters()
  expect([Boolean(nina?.sentAt), nobody?.failure, later?.sentAt, later?.failure]).toEqual([
    ...[true, expect.stringContaining('no such person'), null, null],
  ])
  const ours = received.filter(mail => mail.includes(centreId))
  expect(ours.length, 'two web processes send it once').toBe(1)
  expect(ours[0]).toContain('Your place at Harbour Training')
  const sent = await grace.post(`${at}/letters/${nina?.id}/openings`)
  expect([sent.status, sent.body.code]).toEqual([409, 'people/letter-sent'])
  expect((await grace.post(`${at}/letters/${nobody?.id}/openings`)).status).toBe(200)
})

it('while the mail server is away, letters wait and lose nothing', async () => {
  const { letters } = await withPeople('nina')
  await mailer('smtp://127.0.0.1:9').deliver()
  expect((await letters()).nina).toMatchObject({ sentAt: null, failure: null })
  await mailer(`smtp://127.0.0.1:${port}`).deliver()
  expect((await letters()).nina?.sentAt).not.toBeNull()
})
