import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { cookieOf, password, signingIn, totp } from '#test/sign-in.ts'

const server = testServer()
const { get, letters, post, secondFactor, signIn, somebody } = signingIn(server)

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

it('switching it on or off, and new backup codes, end every other session, and the person is told each time', async () => {
  const { personId, email } = await somebody('Ben Secured')
  const newest = async () => (await letters(personId)).map(l => [l.kind, l.subject])
  const standing = (cookies: string[]) => Promise.all(cookies.map(async c => (await get('/me', c)).status))
  const [desk, telephone] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))]
  const enabling = await post('/two-factor/enable', { password }, desk)
  expect([enabling.status, await standing([desk, telephone]), await newest()], 'not on yet').toEqual([
    200,
    [200, 200],
    [],
  ])
  const { secret, cookie: on } = await secondFactor(desk)
  expect([await standing([desk, telephone, on]), await newest()]).toEqual([
    [401, 401, 200],
    [['account-notice', 'Your second factor was switched on']],
  ])

  const half = cookieOf(await signIn(email))
  const elsewhere = cookieOf(await post('/two-factor/verify-totp', { code: totp(secret, 1), trustDevice: true }, half))
  expect(elsewhere).toMatch(/trust_device/)
  const waiting = cookieOf(await signIn(email))
  const made = await post('/two-factor/generate-backup-codes', { password }, on)
  expect(made.body.backupCodes).toHaveLength(10)
  expect(await standing([elsewhere, on])).toEqual([401, 200])
  expect((await newest()).at(-1)).toEqual(['account-notice', 'You have new backup codes'])
  const code = made.body.backupCodes[0]
  expect((await post('/two-factor/verify-backup-code', { code }, waiting)).status, 'a sign-in that waited').toBe(401)
  expect((await signIn(email, password, elsewhere)).body, 'a device that was asked for none').toMatchObject({
    twoFactorRedirect: true,
  })

  const other = cookieOf(await post('/two-factor/verify-backup-code', { code }, cookieOf(await signIn(email))))
  const off = await post('/two-factor/disable', { password }, other)
  expect([off.status, await standing([on, other, cookieOf(off)])]).toEqual([200, [401, 401, 200]])
  expect((await newest()).at(-1)).toEqual(['account-notice', 'Your second factor was switched off'])
  expect((await get('/me', cookieOf(await signIn(email)))).body.person.twoFactor).toBe(false)
})

it('a code for a factor that is on already, or switching off one that is off, changes nothing and tells nobody', async () => {
  const { personId, email } = await somebody('Ben Twice Over')
  const telephone = cookieOf(await signIn(email))
  const desk = cookieOf(await signIn(email))
  expect((await post('/two-factor/disable', { password }, desk)).status).toBe(200)
  expect([(await get('/me', telephone)).status, await letters(personId)]).toEqual([200, []])
})

it('backup codes are kept as hashes, and what is kept is no code', async () => {
  const { personId, email } = await somebody('Ben Hashed')
  const { backupCodes } = await secondFactor(cookieOf(await signIn(email)))
  const kept = async () =>
    (
      await server.services.ownerPool.query('select backup_codes from identity.two_factors where person_id = $1', [
        personId,
      ])
    ).rows[0].backup_codes as string
  const before = JSON.parse(await kept()) as string[]
  expect(before).toHaveLength(10)
  expect(backupCodes.filter(code => before.some(k => k.includes(code)))).toEqual([])
  const use = async (code: string) => post('/two-factor/verify-backup-code', { code }, cookieOf(await signIn(email)))
  expect((await use((before[0] as string).slice(0, 40))).body.code).toBe('INVALID_BACKUP_CODE')
  expect((await use(backupCodes[3] as string)).status).toBe(200)
  expect(JSON.parse(await kept())).toEqual(before.filter((_, i) => i !== 3))
  expect((await use(backupCodes[3] as string)).body.code).toBe('INVALID_BACKUP_CODE')
  expect((await use(backupCodes[4] as string)).status).toBe(200)
})
