import { afterEach, beforeAll, expect, it } from 'vitest'
import { freezeClock, releaseClock } from '#platform/clock.ts'
import { publishedSample } from '#test/catalogue.ts'
import { grounds } from '#test/grounds.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let at: string
let centreId: string
let administrator: SignedIn
let leadIqa: SignedIn
let assessor: SignedIn
let stranger: SignedIn
let amina: SignedIn
let versionId: string
let qualificationId: string

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  at = `/centres/${centreId}`
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  leadIqa = await server.person(centreId, 'Dev Patel', 'lead-iqa')
  assessor = await server.person(centreId, 'Ben Hughes', 'assessor')
  stranger = await server.person(centreId, 'Carol Price', 'assessor')
  amina = await server.person(centreId, 'Amina Yusuf', 'learner')
  const [diploma] = await publishedSample(server, centreId, administrator.personId)
  ;({ versionId, qualificationId } = diploma as { versionId: string; qualificationId: string })
})
afterEach(releaseClock)

const datesAt = () => `${at}/qualifications/${qualificationId}/dates`
const first = { opens: null, lastRegistration: '2020-08-31', lastCertification: '2022-08-31' }
const record = (
  who: SignedIn,
  replaces: number,
  dates: object = first,
  reason = 'Announced by the awarding organisation',
) => who.post(datesAt(), { ...dates, reason, replaces })
const register = (learnerId: string, registeredOn: string) =>
  administrator.post(`${at}/registrations`, {
    ...{ learnerId, versionId, registeredOn, ...grounds() },
    allocations: { assessor: assessor.personId },
  })
const shown = async (who = administrator) => (await who.get(datesAt())).body

it('administrators and the lead IQA record dates with a reason, everybody else reads them [R23, R24]', async () => {
  expect(await shown()).toMatchObject({ standing: { lastRegistration: null }, can: { record: true } })
  for (const who of [assessor, amina]) {
    expect(await record(who, 0)).toMatchObject({ status: 403 })
    expect(await shown(who)).toMatchObject({ can: { record: false } })
  }
  const faults = (await record(administrator, 0, { ...first, lastRegistration: '31/08/2020' }, ' ')).body.faults
  expect(faults.map((f: { path: string }) => f.path).toSorted()).toEqual(['lastRegistration', 'reason'])
  expect((await record(administrator, 0, { ...first, lastCertification: '2020-08-30' })).body.code).toBe(
    'qualification-dates/out-of-order',
  )
  expect(await record(administrator, 0)).toMatchObject({ status: 200, body: { number: 1 } })
  expect((await shown(amina)).standing).toEqual(first)
})

it('a request sent twice records once, and whoever was slower is told [R24]', async () => {
  expect((await record(administrator, 0)).body).toEqual({ number: 1 })
  expect((await record(leadIqa, 0, { ...first, lastCertification: '2023-08-31' })).body).toMatchObject({
    code: 'qualification-dates/changed-meanwhile',
    details: { by: 'Grace Okafor' },
  })
  expect((await record(leadIqa, 1)).body.code).toBe('qualification-dates/nothing-changed')
  expect((await shown()).history).toMatchObject([
    { number: 1, stands: true },
    { number: null, version: 1, opens: '2024-09-01', stands: false },
  ])
})

it('a learner is registered on the last day itself and not on the day after [R23]', async () => {
  const ben = await server.person(centreId, 'Bilal Khan', 'learner')
  expect((await register(ben.personId, '2020-09-01')).body).toMatchObject({
    code: 'registrations/registration-closed',
    details: { limit: '2020-08-31' },
  })
  expect((await register(amina.personId, '2020-08-31')).status).toBe(200)
})

it('learners near a last date and their staff are warned at 180, 90 and 30 days, and others are not [R25]', async () => {
  const warned = async (daysBefore: number, who: SignedIn) => {
    freezeClock(new Date(Date.parse('2022-08-31T12:00:00Z') - daysBefore * 86_400_000))
    return (await who.get(`${at}/date-warnings`)).body.warnings
  }
  expect(await warned(181, assessor)).toEqual([])
  expect(await warned(181, amina)).toEqual([])
  for (const [days, warning] of [
    [180, 180],
    [91, 180],
    [90, 90],
    [30, 30],
    [0, 30],
  ] as const) {
    const one = { date: 'last-certification', on: '2022-08-31', daysLeft: days, warning, learners: 1 }
    const qualification = { id: qualificationId, versionId }
    expect(await warned(days, assessor)).toMatchObject([{ ...one, own: false, qualification }])
    expect(await warned(days, administrator)).toMatchObject([{ ...one, own: false }])
    expect(await warned(days, amina)).toMatchObject([{ ...one, own: true }])
    expect(await warned(days, stranger)).toEqual([])
  }
  expect(await warned(-1, assessor)).toEqual([])
  // The last day of registration is behind a learner, and ahead of those who register others.
  const untilRegistration = 730 + 90
  expect(await warned(untilRegistration, assessor)).toMatchObject([{ date: 'last-registration', daysLeft: 90 }])
  expect(await warned(untilRegistration, amina)).toEqual([])
})

it('a date is extended: what counted before stays as history, and the effect on open registrations is shown [R24]', async () => {
  freezeClock(new Date('2022-09-01T12:00:00Z'))
  expect((await shown()).effect).toMatchObject({ open: 1, beyondCertification: 1, registeredOutside: 0, unfinished: 1 })
  const foreseen = (query: string) => administrator.get(`${datesAt()}/effect?${query}`)
  expect((await foreseen('lastRegistration=2019-12-31&lastCertification=2022-09-01')).body).toMatchObject({
    ...{ open: 1, beyondCertification: 0, registeredOutside: 1 },
  })
  const reason = 'Review date moved to August 2023'
  expect((await record(leadIqa, 1, { ...first, lastCertification: '2023-08-31' }, reason)).status).toBe(200)
  const { history, effect, standing } = await shown()
  expect(history).toMatchObject([
    { number: 2, lastCertification: '2023-08-31', reason, by: 'Dev Patel', stands: true },
    { number: 1, lastCertification: '2022-08-31', by: 'Grace Okafor', stands: false },
    { number: null, version: 1, stands: false },
  ])
  expect([effect.beyondCertification, standing.lastCertification]).toEqual([0, '2023-08-31'])
  const { rows } = await server.services.ownerPool.query(
    `select body, reason from events where type = 'qualification-dates-recorded' order by id desc limit 1`,
  )
  expect(rows[0]).toMatchObject({ reason, body: { from: first, to: { lastCertification: '2023-08-31' } } })
})
