import { beforeAll, expect, it } from 'vitest'
import { publishedSample } from '#test/catalogue.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let at: string
let administrator: SignedIn
let learner: SignedIn
let versions: { versionId: string }[]
let unitId: string

beforeAll(async () => {
  const centreId = await server.centre('Harbour Training')
  at = `/centres/${centreId}`
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
  versions = await publishedSample(server, centreId, administrator.personId)
  // A unit of the diploma that does not stand in the award.
  const unitsOf = async (which: number) =>
    (await learner.get(`${at}/versions/${versions[which]?.versionId}`)).body.tree.units.map((u: { id: string }) => u.id)
  const [diploma, award] = [await unitsOf(0), await unitsOf(1)]
  unitId = diploma.find((id: string) => !award.includes(id))
})

const proof = { kind: 'supervisory-responsibility', text: 'Proof that you lead a team', source: 'Unit handbook' }
const of = async (query: string) => (await learner.get(`${at}/preconditions?${query}`)).body

it('a precondition hangs on a unit and shows wherever the unit stands, and nowhere else [R31]', async () => {
  const record = (who: SignedIn, body: object = proof) => who.post(`${at}/units/${unitId}/preconditions`, body)
  expect((await record(learner)).status).toBe(403)
  expect((await record(administrator, { ...proof, kind: 'luck', text: ' ' })).body.faults).toHaveLength(2)
  const made = await record(administrator)
  expect(made.status).toBe(200)
  expect((await record(administrator)).body).toEqual(made.body)
  const [diploma, award] = versions
  expect(await of(`versionId=${diploma?.versionId}`)).toMatchObject({
    preconditions: [{ ...proof, unit: { id: unitId }, by: 'Grace Okafor' }],
    can: { record: false },
  })
  expect((await of(`unitId=${unitId}`)).preconditions).toHaveLength(1)
  expect((await of(`versionId=${award?.versionId}`)).preconditions).toEqual([])
})

it('one that no longer holds is ended with a reason, once [R31]', async () => {
  const [{ id }] = (await of(`unitId=${unitId}`)).preconditions
  const end = (who: SignedIn, reason = 'The new handbook drops it') =>
    who.post(`${at}/preconditions/${id}/ending`, { reason })
  expect((await end(learner)).status).toBe(403)
  expect((await end(administrator, '')).status).toBe(422)
  expect([(await end(administrator)).status, (await end(administrator)).status]).toEqual([200, 200])
  expect((await of(`unitId=${unitId}`)).preconditions).toEqual([])
  const { rows } = await server.services.ownerPool.query(
    `select type, reason from events where type like 'precondition-%' order by id`,
  )
  expect(rows).toEqual([
    { type: 'precondition-recorded', reason: null },
    { type: 'precondition-ended', reason: 'The new handbook drops it' },
  ])
})
