import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { cookieOf, onlyCookie, otherPassword, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { forgetAddresses, get, newestLink, post, secondFactor, signIn, somebody } = signingIn(server)

const wrong = 'not the password'

/** Gives a wrong password, and as often more as makes it too often. Each try takes a while, as it should. */
async function guessTooOften(guess: () => Promise<unknown>) {
  await forgetAddresses()
  await guess()
  const { rowCount } = await server.services.ownerPool.query(
    `update identity.rate_limits set count = count + 20 where key like 'guesses|%' and count = 1`,
  )
  expect(rowCount, 'counted').toBe(1)
}

it('every prompt for the password counts against the account, and one count serves them all', async () => {
  const prompts: [string, (given: string) => Record<string, string>][] = [
    ['/change-password', given => ({ currentPassword: given, newPassword: otherPassword })],
    ['/two-factor/enable', given => ({ password: given })],
    ['/two-factor/disable', given => ({ password: given })],
    ['/two-factor/generate-backup-codes', given => ({ password: given })],
  ]
  const { email } = await somebody('Ben Prompted')
  const { cookie } = await secondFactor(onlyCookie(cookieOf(await signIn(email)), 'session_token'))
  for (const [path, body] of prompts) {
    await server.services.ownerPool.query('delete from identity.rate_limits')
    await guessTooOften(async () =>
      expect((await post(path, body(wrong), cookie)).body.code, path).toBe('INVALID_PASSWORD'),
    )
    for (const [other, right] of prompts) {
      const answer = await post(other, right(password), cookie)
      expect([answer.status, answer.body.code], `${other} after ${path}`).toEqual([429, 'TOO_MANY_TRIES'])
    }
    expect((await get('/me', cookie)).status, 'nothing ends by it').toBe(200)
  }
})

it('a stranger’s guesses do not keep the owner out on a device where they have signed in before', async () => {
  const { email } = await somebody('Ben Besieged')
  const device = onlyCookie(cookieOf(await signIn(email)), 'device')
  expect(device).not.toBe('')
  await guessTooOften(() => signIn(email, wrong))
  await forgetAddresses()
  expect((await signIn(email)).body.code, 'a device that nobody knows').toBe('TOO_MANY_TRIES')
  expect((await signIn(email, password, device)).status, 'a device of their own').toBe(200)
  expect((await signIn(email)).body.code, 'and the stranger is no further').toBe('TOO_MANY_TRIES')
})

it('a known device has a count of its own, which locks nobody else out', async () => {
  const { email } = await somebody('Ben Stolen')
  const device = onlyCookie(cookieOf(await signIn(email)), 'device')
  await guessTooOften(() => signIn(email, wrong, device))
  await forgetAddresses()
  expect((await signIn(email, password, device)).body.code).toBe('TOO_MANY_TRIES')
  expect((await signIn(email)).status).toBe(200)
})

it('a device is known only for the accounts that have signed in there, and cannot be made up', async () => {
  const [ben, carol] = [await somebody('Ben Shared'), await somebody('Carol Shared')]
  const his = onlyCookie(cookieOf(await signIn(ben.email)), 'device')
  const both = onlyCookie(cookieOf(await signIn(carol.email, password, his)), 'device')
  expect(both.split('.').slice(0, 2), 'one device').toEqual(his.split('.').slice(0, 2))
  for (const { email } of [ben, carol]) {
    await guessTooOften(() => signIn(email, wrong))
  }
  const made = `countersign.device=${'A'.repeat(22)}.${'B'.repeat(22)}`
  const statuses = async (email: string, devices: string[]) => {
    const all: number[] = []
    for (const device of devices) {
      await forgetAddresses()
      all.push((await signIn(email, password, device)).status)
    }
    return all
  }
  expect(await statuses(ben.email, [his, both, made, 'countersign.device=x'])).toEqual([200, 200, 429, 429])
  expect(await statuses(carol.email, [his, both, made])).toEqual([429, 200, 429])
}, 30_000)

it('a password alone makes no device known where a second factor is asked for', async () => {
  const { email } = await somebody('Ben Halfway')
  const cookie = cookieOf(await signIn(email))
  const { on, backupCodes } = await secondFactor(onlyCookie(cookie, 'session_token'))
  expect(on.status).toBe(200)
  const half = cookieOf(await signIn(email))
  expect(onlyCookie(half, 'device')).toBe('')
  const whole = cookieOf(await post('/two-factor/verify-backup-code', { code: backupCodes[0] }, half))
  expect(onlyCookie(whole, 'device')).not.toBe('')
})

it('whoever is locked out comes in by a letter at once, and the device is known from then on', async () => {
  const { personId, email } = await somebody('Ben Recovering')
  await guessTooOften(() => signIn(email, wrong))
  await post('/request-password-reset', { email })
  const { token } = await newestLink(personId)
  const reset = await post('/reset-password', { token, newPassword: otherPassword })
  await guessTooOften(() => signIn(email, wrong))
  await forgetAddresses()
  expect((await signIn(email, otherPassword)).status).toBe(429)
  expect((await signIn(email, otherPassword, cookieOf(reset))).status).toBe(200)
})

it('an address without an account is counted and answered like one that has one', async () => {
  const { email } = await somebody('Ben Real')
  const answers = async (address: string) => {
    await forgetAddresses()
    const all = []
    for (let i = 0; i < 22; i++) all.push(await signIn(address, `${wrong} ${i}`))
    return all.map(({ status, body }) => [status, body])
  }
  const real = await answers(email)
  expect(await answers(`nobody.${Date.now()}@test.example`)).toEqual(real)
  expect(real.map(([status]) => status)).toEqual([...Array(20).fill(401), 429, 429])
}, 30_000)
