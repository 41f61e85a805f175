import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { makeRefusals, type Refused } from '#platform/refusals.ts'
import { startUpload } from '#test/evidence.ts'
import { type SignedIn, testServer } from '#test/server.ts'
import { cookieOf, onlyCookie, password, signingIn } from '#test/sign-in.ts'

const server = testServer()
const { post, secondFactor, signIn, somebody } = signingIn(server)
let centreId: string
let alan: SignedIn
let ben: SignedIn
beforeAll(async () => {
  centreId = await server.centre('Weir Street')
  alan = await server.person(centreId, 'Alan Reid', 'centre-administrator')
  ben = await server.person(centreId, 'Ben Carter', 'assessor')
})

const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
const counted = async (of = centreId) => {
  await server.services.refusals.flush()
  return await sql(
    `select person_id as person, kind, route, count from refusals where centre_id = $1 order by kind, route, person_id nulls last`,
    of,
  )
}
const clear = async () => {
  await server.services.refusals.flush()
  await sql('delete from refusals')
}
const centreOf = async (personId: string) =>
  (await sql('select centre_id from addresses where person_id = $1', personId))[0].centre_id as string

it('what a person may not do, and what does not exist for them, is counted by route and not by record', async () => {
  await clear()
  for (const _ of [1, 2]) expect((await ben.get(`/centres/${centreId}/people`)).status).toBe(403)
  expect((await ben.get(`/centres/${centreId}/evidence/${randomUUID()}`)).status).toBe(404)
  expect((await ben.get(`/centres/${centreId}/evidence/${randomUUID()}`)).status).toBe(404)
  expect((await ben.get('/me')).status).toBe(200)
  expect(await counted()).toEqual([
    { person: ben.personId, kind: 'forbidden', route: 'GET /centres/:centreId/people', count: 2 },
    { person: ben.personId, kind: 'not-found', route: 'GET /centres/:centreId/evidence/:evidenceId', count: 2 },
  ])
})

it('an upload that is refused is counted as every other request', async () => {
  await clear()
  const answer = await startUpload(server, ben, `/centres/${centreId}/evidence/${randomUUID()}`, 'a.txt', 1)
  expect(answer.status).toBe(404)
  const route = 'POST /centres/:centreId/evidence/:evidenceId/uploads'
  expect(await counted()).toEqual([{ person: ben.personId, kind: 'not-found', route, count: 1 }])
})

it('a centre learns that somebody else’s account asked, and not whose', async () => {
  await clear()
  const other = await server.centre('Northgate')
  const graham = await server.person(other, 'Graham Hill', 'centre-administrator')
  expect((await graham.get(`/centres/${centreId}/people`)).status).toBe(404)
  expect(await counted()).toEqual([
    { person: null, kind: 'not-found', route: 'GET /centres/:centreId/people', count: 1 },
  ])
  expect(await counted(other)).toEqual([])
  const { body } = await alan.get(`/centres/${centreId}/refusals`)
  expect(body.refusals).toMatchObject([{ person: null, kind: 'not-found', count: 1 }])
  expect(JSON.stringify(body)).not.toContain('Graham')
  expect((await graham.get(`/centres/${other}/refusals`)).body).toMatchObject({ refusals: [], of: 0 })
})

it('a wrong password counts in each centre that the account has joined, as the person whom it is there', async () => {
  await clear()
  const { personId, email } = await somebody('Carol Twice')
  const first = await centreOf(personId)
  const second = await server.centre('Second')
  const invited = await server.centre('Invited')
  for (const [centre, account] of [
    [second, personId],
    [invited, null],
  ] as const) {
    const [{ id }] = (await sql(`insert into identity.people (name) values ('C. Twice') returning id`)) as [
      { id: string },
    ]
    await sql('insert into addresses (centre_id, person_id, email) values ($1, $2, $3)', centre, id, email)
    await sql(
      `insert into identity.entries (centre_id, person_id, started_at, account_id, proven_at) values ($1, $2, now(), $3::uuid, case when $3::uuid is not null then now() end)`,
      ...[centre, id, account],
    )
  }
  expect((await signIn(email, 'not the password')).status).toBe(401)
  const failed = { kind: 'sign-in-failed', route: 'POST /auth/sign-in/email', count: 1 }
  expect(await counted(first)).toEqual([{ person: personId, ...failed }])
  const [there] = await counted(second)
  expect(there).toMatchObject(failed)
  expect(there.person).not.toBe(personId)
  expect(await counted(invited), 'not joined yet').toEqual([])
  await sql('update identity.entries set ended_at = now() where centre_id = $1', second)
  await clear()
  await signIn(email, 'not the password')
  expect(await counted(second), 'has left').toEqual([])
})

it('a sign-in that succeeds and an address without an account count nowhere', async () => {
  await clear()
  const { email } = await somebody('Dev Right')
  expect((await signIn(email)).status).toBe(200)
  expect((await signIn('no.such.address@test.example')).status).toBe(401)
  await server.services.refusals.flush()
  expect(await sql('select 1 from refusals')).toEqual([])
})

it('a lock-out is counted as one, and so is each prompt that refuses the password or a code', async () => {
  await clear()
  const { personId, email } = await somebody('Ed Locked')
  const centre = await centreOf(personId)
  const session = onlyCookie(cookieOf(await signIn(email)), 'session_token')
  const { cookie } = await secondFactor(session)
  const changed = await post('/change-password', { currentPassword: 'wrong', newPassword: `${password} more` }, cookie)
  expect(changed.status).toBe(400)
  const half = cookieOf(await signIn(email))
  expect((await post('/two-factor/verify-totp', { code: '000000' }, half)).status).toBe(401)
  await sql(`update identity.rate_limits set count = 20 where key like 'guesses|%'`)
  await signIn(email, 'wrong')
  await sql(`update identity.rate_limits set count = 20 where key like 'guesses|%'`)
  expect((await signIn(email, 'wrong')).body.code).toBe('TOO_MANY_TRIES')
  const kinds = (await counted(centre)).map(r => [r.kind, r.route, r.person === personId])
  expect(kinds).toEqual([
    ['locked-out', 'POST /auth/sign-in/email', true],
    ['sign-in-failed', 'POST /auth/change-password', true],
    ['sign-in-failed', 'POST /auth/sign-in/email', true],
    ['sign-in-failed', 'POST /auth/two-factor/verify-totp', true],
  ])
})

it('the administrator sees 30 days, the most frequent first, and takes each day away as CSV', async () => {
  await clear()
  const put = (day: string, kind: string, route: string, count: number) =>
    sql(
      `insert into refusals (centre_id, day, person_id, kind, route, count) values ($1, (now() at time zone 'Europe/London')::date - $2::integer, $3, $4, $5, $6)`,
      ...[centreId, day, ben.personId, kind, route, count],
    )
  await put('0', 'forbidden', 'GET /centres/:centreId/people', 2)
  await put('29', 'sign-in-failed', 'POST /auth/sign-in/email', 5)
  await put('30', 'locked-out', 'POST /auth/sign-in/email', 9)
  const { status, body } = await alan.get(`/centres/${centreId}/refusals`)
  expect(status).toBe(200)
  expect(body.days).toHaveLength(30)
  expect([body.days[0].count, body.days[1].count, body.days[29].count]).toEqual([5, 0, 2])
  const person = { id: ben.personId, name: 'Ben Carter' }
  expect(body.refusals).toMatchObject([
    { person, kind: 'sign-in-failed', summary: null, count: 5, lastDay: body.days[0].day },
    { person, kind: 'forbidden', summary: expect.any(String), count: 2 },
  ])
  expect(body.kinds.map((k: any) => k.count)).toEqual([5, 0, 2, 0])
  const csv = await alan.get(`/centres/${centreId}/refusals.csv`)
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(csv.body.trim().split('\r\n')).toHaveLength(3)
  expect(csv.body).toContain(`${body.days[0].day},Ben Carter,sign-in-failed,POST /auth/sign-in/email,,5`)
  expect((await ben.get(`/centres/${centreId}/refusals`)).status).toBe(403)
  expect((await ben.get(`/centres/${centreId}/refusals.csv`)).status).toBe(403)
})

const refused = (route: string): Refused => ({
  ...{ kind: 'forbidden', route, personId: ben.personId, centreId, entered: true },
})
const quiet = () => ({ info: vi.fn(), warn: vi.fn() })

it('a log line has the person’s id and the pattern of the route, and no record’s id or address', async () => {
  const { refusals, log } = server.services
  const lines: unknown[][] = []
  const kept = log.warn
  log.warn = ((...line: unknown[]) => lines.push(line)) as never
  const note = vi.spyOn(refusals, 'note')
  await ben.get(`/centres/${centreId}/people`)
  log.warn = kept
  expect(note).toHaveBeenCalledTimes(1)
  note.mockRestore()
  const route = 'GET /centres/:centreId/people'
  expect(lines).toEqual([[{ kind: 'forbidden', route, person: ben.personId }, 'refused']])
})

it('what was counted is written when the server closes, and memory is bounded', async () => {
  await clear()
  const log = quiet()
  const refusals = makeRefusals(server.services.ownerPool, log as never)
  for (let i = 0; i < 6000; i++) refusals.note(refused(`GET /${i}`))
  await refusals.close()
  expect((await sql('select count(*)::integer as n from refusals'))[0].n).toBe(5000)
  expect(log.warn).toHaveBeenCalledWith({ uncounted: 1000 }, 'refusals not counted')
})

it('a database that is away for a while loses no counts, and two processes add up', async () => {
  await clear()
  const { ownerPool } = server.services
  const failing = { query: vi.fn().mockRejectedValueOnce(Object.assign(new Error('gone'), { code: '57P01' })) }
  failing.query.mockImplementation((...given: unknown[]) => ownerPool.query(...(given as [string])))
  const [one, two] = [makeRefusals(failing as never, quiet() as never), makeRefusals(ownerPool, quiet() as never)]
  one.note(refused('GET /a'))
  await one.flush()
  one.note(refused('GET /a'))
  two.note(refused('GET /a'))
  await Promise.all([one.close(), two.close()])
  expect(await counted()).toMatchObject([{ route: 'GET /a', count: 3 }])
})

it('counts are deleted after 90 days', async () => {
  await clear()
  await sql(
    `insert into refusals (centre_id, day, kind, route, count) select $1, current_date - d, 'not-found', 'GET /' || d, 1 from unnest(array[80, 92]) d`,
    centreId,
  )
  const refusals = makeRefusals(server.services.ownerPool, quiet() as never)
  await refusals.close()
  expect((await counted()).map(r => r.route)).toEqual(['GET /80'])
})
