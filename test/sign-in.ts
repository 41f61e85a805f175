import { createHmac } from 'node:crypto'
import { beforeEach } from 'vitest'
import { hashPassword } from '#platform/sessions/auth.ts'
import type { Answer, TestServer } from './server.ts'

export const password = 'four small grey cats'
export const otherPassword = 'five large brown dogs'

/** The cookies that an answer sets, as a browser sends them next. */
export const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .filter(c => !/Max-Age=0/i.test(c))
    .map(c => c.split(';')[0])
    .join('; ')

/** The one cookie of that name out of several, or none. */
export const onlyCookie = (cookies: string, name: string): string =>
  cookies.split('; ').find(c => c.startsWith(`countersign.${name}=`)) ?? ''

/** How tests of signing in speak to the server, as a page of ours would. */
export function signingIn(server: TestServer) {
  // The limits count by address, and every test comes from the same.
  beforeEach(() => void server.services.ownerPool.query('delete from identity.rate_limits'))

  const post = (path: string, body: unknown, cookie?: string) =>
    server.call('POST', `/auth${path}`, body, { origin: server.address, ...(cookie ? { cookie } : {}) })
  const get = (path: string, cookie: string) => server.call('GET', path, undefined, { cookie })
  const letters = async (personId: string) =>
    (
      await server.services.ownerPool.query(
        'select kind, subject, body from letters where person_id = $1 order by written_at',
        [personId],
      )
    ).rows as { kind: string; subject: string; body: string }[]
  return {
    post,
    /** The limiter by address would answer first: every test comes from the same one. */
    forgetAddresses: () =>
      server.services.ownerPool.query(
        `delete from identity.rate_limits where key not like 'guesses|%' and key not like 'links|%'`,
      ),
    get,
    letters,
    signIn: (email: string, given = password, cookie?: string) =>
      post('/sign-in/email', { email, password: given }, cookie),
    /** Somebody who has chosen the password and is signed in nowhere. */
    somebody: async (name: string, centre = 'Harbour') => {
      const { personId } = await server.person(await server.centre(centre), name, 'assessor')
      const { rows } = await server.services.ownerPool.query(
        `with account as (update identity.accounts set password = $2 where person_id = $1), away as (delete from identity.sessions where person_id = $1)
         select email from identity.people where id = $1`,
        [personId, await hashPassword(password)],
      )
      return { personId, email: rows[0].email as string }
    },
    /** The link of the newest letter to the person: what it holds, and its token. */
    newestLink: async (personId: string) => {
      const link = new URL(((await letters(personId)).at(-1)?.body.match(/https?:\S+/) ?? [])[0] ?? '')
      return { link, token: link.searchParams.get('token') as string }
    },
    /** Switches the second factor on, and answers what the app then knows. */
    secondFactor: async (cookie: string) => {
      const enabled = (await post('/two-factor/enable', { password }, cookie)).body
      const secret = new URL(enabled.totpURI).searchParams.get('secret') as string
      const on = await post('/two-factor/verify-totp', { code: totp(secret) }, cookie)
      return { secret, backupCodes: enabled.backupCodes as string[], on, cookie: cookieOf(on) }
    },
  }
}

/** RFC 6238 with SHA-1, six digits and half a minute, as every authenticator app counts; `ahead` is the code after. */
export function totp(secret: string, ahead = 0): string {
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
