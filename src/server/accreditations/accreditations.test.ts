import { beforeAll, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { type Published, publishSpecification } from '#server/qualifications/publish.ts'
import { grounds } from '#test/grounds.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let at: string
let centreId: string
let administrator: SignedIn
let leadIqa: SignedIn
let learner: SignedIn
let older: Published
let newer: Published

const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]
const title = 'A scheme for service desks at SCQF level 5'

/** A scheme without the regulator's number, as Scottish ones are: told apart by its other numbers. */
async function published(q: string, aps: string, lastRegistration: string | null): Promise<Published> {
  const otherNumbers = [
    { scheme: 'edexcel-q', value: q },
    { scheme: 'aps', value: aps },
  ]
  const registration = { opens: null, lastRegistration, lastCertification: null }
  const specification = {
    ...sampleSpecification,
    qualifications: [{ ...diploma, title, number: null, otherNumbers, registration }],
  }
  const [made] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId, specification, importId: null, at: new Date().toISOString() },
      personId: administrator.personId,
    }),
  )
  return made as Published
}

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  at = `/centres/${centreId}`
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  leadIqa = await server.person(centreId, 'Dev Patel', 'lead-iqa')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
  older = await published('Q5000459', 'G9K0 22', null)
  newer = await published('Q5001333', 'GC2V 22', null)
})

const path = (of: Published) => `${at}/qualifications/${of.qualificationId}/accreditation`
const shown = async (of: Published, who = learner) => (await who.get(path(of))).body
const empty = { otherNumbers: [], accreditedFrom: null, accreditedTo: null, predecessorId: null, predecessorText: null }
const record = (who: SignedIn, of: Published, body: object) =>
  who.post(path(of), { ...empty, reason: 'The sector guidance of 2011', replaces: 0, ...body })
const [olderNumbers, newerNumbers] = [
  [
    { scheme: 'edexcel-q', value: 'Q5000459' },
    { scheme: 'aps', value: 'G9K0 22' },
  ],
  [
    { scheme: 'edexcel-q', value: 'Q5001333' },
    { scheme: 'aps', value: 'GC2V 22' },
  ],
]

it('two schemes of one title and other numbers are two qualifications, and the next edition of one is its next version [R14]', async () => {
  expect(newer.qualificationId).not.toBe(older.qualificationId)
  expect(await shown(older)).toMatchObject({
    standing: { predecessor: null, accreditedTo: null, otherNumbers: olderNumbers },
  })
  const again = await published('Q5001333', 'GC2V 22', null)
  expect(again).toMatchObject({ qualificationId: newer.qualificationId, version: 2 })
  newer = again
})

it('Q5000459 to 30 April 2011 precedes Q5001333 from 1 May 2011, and each page leads to the other [R14]', async () => {
  expect((await record(learner, older, {})).status).toBe(403)
  const ends = { otherNumbers: olderNumbers, accreditedTo: '2011-04-30' }
  const begins = { otherNumbers: newerNumbers, accreditedFrom: '2011-05-01', predecessorId: older.qualificationId }
  expect(await record(administrator, older, ends)).toMatchObject({ status: 200, body: { number: 1 } })
  expect(await record(leadIqa, newer, begins)).toMatchObject({ status: 200, body: { number: 1 } })
  expect(await record(leadIqa, newer, begins), 'sent twice').toMatchObject({ status: 200, body: { number: 1 } })
  expect((await record(administrator, newer, { ...begins, accreditedTo: '2016-04-30' })).body).toMatchObject({
    ...{ code: 'accreditations/changed-meanwhile', details: { by: 'Dev Patel' } },
  })
  const loop = { otherNumbers: olderNumbers, predecessorId: newer.qualificationId, replaces: 1 }
  expect((await record(administrator, older, loop)).body.code).toBe('accreditations/follows-itself')
  const stranger = { ...loop, predecessorId: crypto.randomUUID() }
  expect((await record(administrator, older, stranger)).body.code).toBe('accreditations/unknown-predecessor')
  expect(await shown(older)).toMatchObject({
    standing: { accreditedTo: '2011-04-30', predecessor: null },
    successors: [{ versionId: newer.versionId, otherNumbers: newerNumbers, accreditedFrom: '2011-05-01' }],
  })
  expect(await shown(newer)).toMatchObject({
    standing: { predecessor: { versionId: older.versionId, otherNumbers: olderNumbers, accreditedTo: '2011-04-30' } },
    history: [{ number: 1, reason: 'The sector guidance of 2011', by: 'Dev Patel' }],
    can: { record: false },
  })
})

it('nobody is registered on a predecessor after its end; the refusal names the successor, and the last day itself counts [R14] [R23]', async () => {
  const register = (versionId: string, registeredOn: string) =>
    administrator.post(`${at}/registrations`, {
      ...{ learnerId: learner.personId, versionId, registeredOn, ...grounds() },
    })
  const late = await register(older.versionId, '2011-05-01')
  expect([late.status, late.body.code, late.body.details]).toEqual([
    ...[409, 'registrations/registration-closed'],
    { limit: '2011-04-30', successors: [`${title} (Q5001333, GC2V 22)`] },
  ])
  expect((await register(newer.versionId, '2011-04-30')).body).toMatchObject({
    ...{ code: 'registrations/registration-not-open', details: { limit: '2011-05-01' } },
  })
  const made = await register(older.versionId, '2011-04-30')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const { body } = await learner.get(`${at}/registrations/${made.body.registrationId}`)
  expect(body).toMatchObject({ qualificationId: older.qualificationId, otherNumbers: olderNumbers })
})

it('a qualification is found by any of its numbers, with or without their spaces, and by one recorded later [R14]', async () => {
  const found = async (words: string) =>
    (await learner.get(`${at}/search?q=${encodeURIComponent(words)}`)).body.qualifications.map(
      (q: { id: string }) => q.id,
    )
  for (const words of ['Q5000459', 'g9k0 22', 'G9K022']) expect(await found(words)).toEqual([older.qualificationId])
  expect(await found('GC2V')).toEqual([newer.qualificationId])
  const more = { otherNumbers: [...olderNumbers, { scheme: 'Funding code', value: 'ZX-77' }], replaces: 1 }
  expect((await record(administrator, older, { ...more, accreditedTo: '2011-04-30' })).status).toBe(200)
  expect(await found('zx-77')).toEqual([older.qualificationId])
})
