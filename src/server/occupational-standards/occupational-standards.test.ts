import { beforeAll, expect, it } from 'vitest'
import { publishedSample } from '#test/catalogue.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let at: string
let administrator: SignedIn
let leadIqa: SignedIn
let learner: SignedIn
let units: { id: string; title: string }[]
let standardId: string

beforeAll(async () => {
  const centreId = await server.centre('Harbour Training')
  at = `/centres/${centreId}`
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  leadIqa = await server.person(centreId, 'Dev Patel', 'lead-iqa')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
  const [diploma] = await publishedSample(server, centreId, administrator.personId)
  units = (await learner.get(`${at}/versions/${diploma?.versionId}`)).body.tree.units
})

const standards = async () => (await learner.get(`${at}/occupational-standards`)).body.standards
const of = async (unit: { id: string } | undefined) =>
  (await learner.get(`${at}/units/${unit?.id}/occupational-standard`)).body
const source = 'The standards database'
const first = { title: 'Service Desks', body: 'Institute of Service Desks', version: 'January 2010', source }

it('a unit names the occupational standard that it derives from, and its version, wherever the unit stands [R26]', async () => {
  const record = (who: SignedIn) => who.post(`${at}/occupational-standards`, first)
  expect((await record(learner)).status).toBe(403)
  const made = await record(administrator)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  standardId = made.body.standardId
  expect((await record(leadIqa)).body.code).toBe('occupational-standards/title-known')
  const attach = (who: SignedIn, unitIds: (string | undefined)[], version = 1) =>
    who.post(`${at}/occupational-standards/${standardId}/units`, { version, unitIds, source })
  const [one, two, three] = units
  expect((await attach(learner, [one?.id])).status).toBe(403)
  expect((await attach(administrator, [])).body.faults).toMatchObject([{ path: 'unitIds' }])
  expect((await attach(administrator, [one?.id, crypto.randomUUID()])).status).toBe(404)
  expect((await attach(administrator, [one?.id], 2)).status, 'no such version').toBe(404)
  expect((await attach(administrator, [one?.id, two?.id, one?.id])).status).toBe(200)
  expect((await attach(administrator, [one?.id])).status, 'said twice').toBe(200)
  expect(await of(one)).toMatchObject({
    standing: { title: 'Service Desks', body: 'Institute of Service Desks', version: 'January 2010', newer: null },
    history: [{ number: 1, by: 'Grace Okafor', source }],
    can: { record: false },
  })
  expect(await of(three)).toMatchObject({ standing: null, history: [] })
  const [{ units: derived, affected }] = await standards()
  expect(derived.map((u: { id: string }) => u.id).sort()).toEqual([one?.id, two?.id].sort())
  expect(derived[0].qualifications.length).toBeGreaterThan(0)
  expect(affected).toEqual([])
})

it('a new version of the standard lists the units that rest on an older one, until each has been looked at [R26]', async () => {
  const [one, two] = units
  const record = (version: string, who = leadIqa) =>
    who.post(`${at}/occupational-standards/${standardId}/versions`, { version, source })
  expect((await record('May 2026', learner)).status).toBe(403)
  expect((await record('january  2010')).body.code).toBe('occupational-standards/version-known')
  const made = await record('May 2026')
  expect(made.body).toMatchObject({ number: 2 })
  expect(made.body.affected.map((u: { id: string }) => u.id).sort()).toEqual([one?.id, two?.id].sort())
  expect((await record('May 2026')).body, 'sent twice').toEqual(made.body)
  expect((await of(one)).standing).toMatchObject({ version: 'January 2010', newer: 'May 2026' })
  const looked = await leadIqa.post(`${at}/units/${one?.id}/occupational-standard`, {
    ...{ derivation: { standardId, version: 2 }, source: 'Compared line by line' },
  })
  expect(looked.status).toBe(200)
  expect((await standards())[0].affected).toEqual([two?.id])
  expect(await of(one)).toMatchObject({
    standing: { version: 'May 2026', newer: null },
    history: [{ version: 'May 2026', by: 'Dev Patel' }, { version: 'January 2010' }],
  })
  const none = await leadIqa.post(`${at}/units/${two?.id}/occupational-standard`, { derivation: null, source })
  expect(none.status).toBe(200)
  expect(await of(two)).toMatchObject({ standing: null, history: [{ title: null }, { version: 'January 2010' }] })
  expect((await standards())[0]).toMatchObject({ affected: [], units: [{ id: one?.id, versionName: 'May 2026' }] })
  const { rows } = await server.services.ownerPool.query(
    `select type, count(*)::int as n from events where type like '%standard%' or type like '%derivation%' group by type order by type`,
  )
  expect(rows).toEqual([
    { type: 'occupational-standard-recorded', n: 2 },
    { type: 'unit-derivation-recorded', n: 4 },
  ])
})
