import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'
import { cookieOf, otherPassword, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { get, letters, post, signIn, somebody } = signingIn(server)

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

const standing = (cookies: string[]) => Promise.all(cookies.map(async cookie => (await get('/me', cookie)).status))

it('a changed password ends every other session, waiting sign-ins and links, and the person is told by letter', async () => {
  const { personId, email } = await somebody('Ben Changed')
  const [desk, telephone] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))]
  await post('/request-password-reset', { email })
  const changed = await post('/change-password', { currentPassword: password, newPassword: otherPassword }, desk)
  expect(changed.status).toBe(200)
  expect(await standing([desk, telephone, cookieOf(changed)])).toEqual([401, 401, 200])
  const [link, notice, ...more] = await letters(personId)
  expect([notice?.kind, notice?.subject, more]).toEqual(['account-notice', 'Your password was changed', []])
  expect(notice?.body).toContain(`\n${server.address}/forgot-password`)
  const token = /token=(\S+)/.exec(link?.body ?? '')?.[1]
  expect((await post('/reset-password', { token, newPassword: password })).body.code).toBe('INVALID_TOKEN')
})

it('a password chosen by a letter ends every session, and the person is told', async () => {
  const { personId, email } = await somebody('Ben Reset')
  const desk = cookieOf(await signIn(email))
  await post('/request-password-reset', { email })
  const token = /token=(\S+)/.exec((await letters(personId))[0]?.body ?? '')?.[1]
  await post('/reset-password', { token, newPassword: otherPassword })
  expect(await standing([desk])).toEqual([401])
  expect((await letters(personId)).at(-1)?.subject).toBe('Your password was changed')
})

it('the password must be right for anything to change: no session ends and no letter is written', async () => {
  const { personId, email } = await somebody('Ben Unchanged')
  const [desk, telephone] = [cookieOf(await signIn(email)), cookieOf(await signIn(email))]
  await post('/change-password', { currentPassword: 'not the password', newPassword: otherPassword }, desk)
  await post('/two-factor/disable', { password: 'not the password' }, desk)
  expect(await standing([desk, telephone])).toEqual([200, 200])
  expect(await letters(personId)).toEqual([])
})

it('signing in ends the session whose cookie it replaces, whoever’s it was; a wrong password ends nothing', async () => {
  const [ben, carol] = [await somebody('Ben Before'), await somebody('Carol After')]
  const before = cookieOf(await signIn(ben.email))
  expect((await signIn(carol.email, 'not the password', before)).status).toBe(401)
  expect(await standing([before])).toEqual([200])
  const after = cookieOf(await signIn(carol.email, password, before))
  expect(await standing([before, after])).toEqual([401, 200])
  const again = cookieOf(await signIn(carol.email, password, after))
  expect(await standing([after, again])).toEqual([401, 200])
  expect((await get('/auth/list-sessions', again)).body).toHaveLength(1)
})

it('a session ends a week after it was last renewed and thirty days after it was made, however often it is used', async () => {
  const { personId, email } = await somebody('Ben Always')
  const cookie = cookieOf(await signIn(email))
  const { ownerPool } = server.services
  const made = (daysAgo: number, leftDays: number) =>
    ownerPool.query(
      `update identity.sessions set created_at = now() - make_interval(days => $2), expires_at = now() + make_interval(days => $3) where person_id = $1`,
      [personId, daysAgo, leftDays],
    )
  const left = async () =>
    Math.round(
      (
        await ownerPool.query(
          'select extract(epoch from expires_at - now())::float / 86400 as days from identity.sessions where person_id = $1',
          [personId],
        )
      ).rows[0]?.days,
    )
  await made(10, 3)
  await get('/auth/get-session', cookie)
  expect([await left(), await standing([cookie])], 'renewed for a week').toEqual([7, [200]])
  await made(28, 1)
  await get('/auth/get-session', cookie)
  expect([await left(), await standing([cookie])], 'renewed until its end').toEqual([2, [200]])
  await made(30, 5)
  expect(await standing([cookie])).toEqual([401])
  expect((await get('/auth/get-session', cookie)).body).toBe(null)
  expect((await get('/auth/list-sessions', cookie)).status).toBe(401)
})
