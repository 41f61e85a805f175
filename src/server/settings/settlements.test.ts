import { beforeAll, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { PermissionStatement } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let at: string
let administrator: SignedIn
let assessor: SignedIn
let versionId: string
let unitId: string

/** As a handbook prints it: simulation for the unit on one page, for none of the units on another, and for one that is not there. */
const statements = (code: string): PermissionStatement[] => [
  {
    ...{ about: 'simulation', permission: 'not-for-performance', units: [code], unknownUnits: [], placement: false },
    ...{ text: 'All units are assessed at work.', line: 40 },
  },
  {
    ...{ about: 'simulation', permission: 'allowed', units: [], unknownUnits: ['90'], placement: false },
    ...{ text: 'Simulation is permitted for unit 90 only.', line: 12 },
  },
]

beforeAll(async () => {
  const centreId = await server.centre('Harbour Training')
  at = `/centres/${centreId}`
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  assessor = await server.person(centreId, 'Ben Carter', 'assessor')
  const allowing = sampleSpecification.units.find(unit => unit.simulation.permission === 'allowed')?.id as string
  const [diploma] = sampleSpecification.qualifications
  const specification = {
    ...sampleSpecification,
    qualifications: [{ ...(diploma as NonNullable<typeof diploma>), permissionStatements: statements(allowing) }],
  }
  const [published] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId, specification, importId: null, personId: administrator.personId, at: new Date().toISOString() },
    }),
  )
  versionId = published?.versionId as string
  const { tree } = (await assessor.get(`${at}/versions/${versionId}`)).body
  unitId = tree.units.find((u: { code: string }) => u.code === allowing).id
})

const unit = async () => (await assessor.get(`${at}/versions/${versionId}/units/${unitId}/permissions`)).body
const simulation = async () => (await unit()).subjects.find((s: { about: string }) => s.about === 'simulation')
const report = async () => (await assessor.get(`${at}/permission-conflicts`)).body

it('what a document says of a unit in two places is told with its lines, and the strictest holds [R104]', async () => {
  const said = await simulation()
  expect(said.sources.map((s: any) => [s.from, s.kind, s.where])).toEqual([
    ['unit', 'allowed', null],
    ['document', 'not-for-performance', '40'],
  ])
  expect(said).toMatchObject({ conflict: true, applies: { kind: 'not-for-performance' }, settlements: [] })
  expect((await unit()).can).toEqual({ record: false, settle: false })
})

it('all contradictions are listed, also a permission for units that nobody can find [R104]', async () => {
  const { conflicts, unplaced } = await report()
  expect(conflicts).toMatchObject([{ version: { id: versionId }, unit: { id: unitId }, subject: { conflict: true } }])
  expect(unplaced).toMatchObject([{ about: 'simulation', line: 12, unknownUnits: ['90'], against: [{ line: 40 }] }])
})

it('a named person settles which source to follow, with a reason, and every settlement stays on record [R104]', async () => {
  const settle = (who: SignedIn, kind: string, reason: string) =>
    who.post(`${at}/versions/${versionId}/units/${unitId}/permission-settlements`, {
      ...{ about: 'simulation', kind, reason },
    })
  expect((await settle(assessor, 'allowed', 'I should like it')).status).toBe(403)
  expect((await settle(administrator, 'allowed', ' ')).status).toBe(422)
  const invented = await settle(administrator, 'exceptions', 'Something between')
  expect([invented.status, invented.body.code]).toEqual([409, 'settings/no-such-source'])
  expect((await settle(administrator, 'allowed', 'Answered by letter of 3 May')).status).toBe(200)
  expect((await settle(administrator, 'allowed', 'Answered by letter of 3 May')).status).toBe(200)
  expect(await simulation()).toMatchObject({ applies: { kind: 'allowed', from: 'unit' } })
  expect((await settle(administrator, 'not-for-performance', 'Withdrawn on 9 June')).status).toBe(200)
  expect(await simulation()).toMatchObject({
    applies: { kind: 'not-for-performance' },
    settlements: [
      { reason: 'Withdrawn on 9 June', by: 'Grace Okafor' },
      { reason: 'Answered by letter of 3 May', by: 'Grace Okafor', followed: { kind: 'allowed' } },
    ],
  })
  const { rows } = await server.services.ownerPool.query(
    `select reason from events where type = 'permission-settled' order by id`,
  )
  expect(rows.map(r => r.reason)).toEqual(['Answered by letter of 3 May', 'Withdrawn on 9 June'])
})

it('what another document says is recorded for a unit by hand, once, and ended with a reason [R104]', async () => {
  const said = { about: 'environment', kind: 'not-allowed', text: 'No model shops.', source: 'Letter of 1 July' }
  const record = (who: SignedIn, body: object = said) => who.post(`${at}/units/${unitId}/permission-sources`, body)
  expect((await record(assessor)).status).toBe(403)
  expect((await record(administrator, { ...said, kind: 'perhaps', text: '' })).body.faults).toHaveLength(2)
  const made = await record(administrator)
  expect((await record(administrator)).body).toEqual(made.body)
  const environment = async () => (await unit()).subjects.find((s: { about: string }) => s.about === 'environment')
  expect((await environment()).sources.at(-1)).toMatchObject({
    ...{ from: 'person', where: 'Letter of 1 July', text: 'No model shops.' },
    recorded: { id: made.body.sourceId, by: 'Grace Okafor' },
  })
  expect((await environment()).applies.kind).toBe('not-allowed')
  const end = (who: SignedIn, reason = 'The letter was withdrawn') =>
    who.post(`${at}/permission-sources/${made.body.sourceId}/ending`, { reason })
  expect((await end(assessor)).status).toBe(403)
  expect([(await end(administrator)).status, (await end(administrator)).status]).toEqual([200, 200])
  expect((await environment()).sources.some((s: { from: string }) => s.from === 'person')).toBe(false)
})

it('what is said after a settlement undoes it: the strictest holds until it is settled anew [R104]', async () => {
  const settle = (reason: string) =>
    administrator.post(`${at}/versions/${versionId}/units/${unitId}/permission-settlements`, {
      ...{ about: 'simulation', kind: 'allowed', reason },
    })
  expect((await settle('As the handbook says')).status).toBe(200)
  expect(await simulation()).toMatchObject({ settled: true, applies: { kind: 'allowed' } })
  const { sourceId } = (
    await administrator.post(`${at}/units/${unitId}/permission-sources`, {
      ...{ about: 'simulation', kind: 'not-allowed', text: 'No more of it.', source: 'Letter of 9 July' },
    })
  ).body
  expect(await simulation()).toMatchObject({ settled: false, applies: { kind: 'not-allowed' } })
  expect((await settle('As the handbook says')).status).toBe(200)
  expect(await simulation()).toMatchObject({ settled: true, applies: { kind: 'allowed' } })
  await administrator.post(`${at}/permission-sources/${sourceId}/ending`, { reason: 'Withdrawn' })
  expect(await simulation()).toMatchObject({ settled: true, applies: { kind: 'allowed' } })
})

it('where sources agree there is nothing to settle, and a unit of another version is not found', async () => {
  const path = `${at}/versions/${versionId}/units/${unitId}/permission-settlements`
  const agreed = await administrator.post(path, { about: 'environment', kind: 'allowed', reason: 'It is' })
  expect([agreed.status, agreed.body.code]).toEqual([409, 'settings/nothing-to-settle'])
  expect((await assessor.get(`${at}/versions/${versionId}/units/${crypto.randomUUID()}/permissions`)).status).toBe(404)
})
