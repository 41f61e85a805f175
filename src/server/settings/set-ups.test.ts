import { beforeAll, expect, it } from 'vitest'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import { environmentPoints, simulationPoints } from '#domain/settings/checklists.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
let p: Portfolio
/** A criterion of unit 10, which allows a simulation. */
let key: CriterionKey
let unitId: string
let till: string

beforeAll(async () => {
  p = await startPortfolio(server)
  const ten = (await p.matrix()).units.find((u: { number: string }) => u.number === '10')
  unitId = ten.id
  key = { registrationId: p.registrationId, criterionId: ten.outcomes[1].criteria[0].id }
})

const list = async (who: SignedIn = p.amina) => (await who.get(p.at('/set-ups'))).body
const check = (who: SignedIn, met: readonly string[], over: object = {}) =>
  who.post(p.at(`/set-ups/${till}/checks`), { met, checkedOn: '2026-05-01', ...over })
const told = async (evidenceId: string): Promise<Obstacle[]> =>
  ((await p.assessment(p.ben, evidenceId)).obstacles[keyOf(key)] ?? []).filter((o: Obstacle) =>
    /^set|^check/.test(o.code),
  )

it('a simulation is named with its units by staff, and found by the learner who will choose it [R105]', async () => {
  const body = { kind: 'simulation', name: 'Training till', description: 'In room 2', unitIds: [unitId] }
  const name = (who: SignedIn, over: object = {}) => who.post(p.at('/set-ups'), { ...body, ...over })
  expect((await name(p.amina)).status).toBe(403)
  expect((await name(p.ben, { name: ' ', unitIds: [] })).body.faults).toHaveLength(2)
  expect((await name(p.ben, { unitIds: [crypto.randomUUID()] })).body.code).toBe('settings/no-such-unit')
  till = (await name(p.ben)).body.setUpId
  expect((await name(p.ben, { name: 'training TILL' })).body.code).toBe('settings/name-taken')
  const { setUps, units, can } = await list()
  expect(setUps).toMatchObject([{ id: till, units: [{ id: unitId }], complete: false, checks: [] }])
  expect([units, can]).toEqual([[], { set: false, check: false }])
  const choice = (await list(p.ben)).units as { id: string; number: string; kinds: string[] }[]
  expect(choice.find(u => u.id === unitId)?.kinds).toContain('simulation')
  expect(choice.find(u => u.number === '1')).toBeUndefined()
})

it('its evidence cannot be used until a named assessor or quality assurer has found all eight points to hold [R105]', async () => {
  const evidenceId = await p.submitted([key], { setting: 'simulation', setUpId: till })
  expect(await told(evidenceId)).toMatchObject([
    { code: 'checklist-incomplete', details: { name: 'Training till', met: 0, of: 8 } },
  ])
  expect((await p.decide(p.ben, evidenceId, met([key]))).body.code).toBe('decisions/in-the-way')
  expect((await check(p.grace, simulationPoints)).status).toBe(403)
  expect((await check(p.carol, [environmentPoints[0]])).body.code).toBe('settings/no-such-point')
  expect((await check(p.carol, [], { checkedOn: '2199-01-01' })).body.code).toBe('settings/check-to-come')
  expect((await check(p.carol, simulationPoints.slice(1), { note: 'No notes for the players yet' })).body).toEqual({
    complete: false,
  })
  expect(await told(evidenceId)).toMatchObject([{ code: 'checklist-incomplete', details: { met: 7 } }])
  expect((await check(p.ben, simulationPoints)).body).toEqual({ complete: true })
  expect(await told(evidenceId)).toEqual([])
  expect((await list()).setUps[0]).toMatchObject({
    complete: true,
    checks: [
      { by: 'Ben', complete: true },
      { by: 'Carol', complete: false, note: 'No notes for the players yet' },
    ],
  })
  expect((await p.decide(p.ben, evidenceId, met([key]))).status).toBe(200)
})

it('evidence that names none, or one of another kind or for other units, cannot be used [R105]', async () => {
  const nameless = await p.submitted([key], { setting: 'simulation' })
  expect(await told(nameless)).toMatchObject([{ code: 'set-up-not-named' }])
  const [other] = await sql(
    `select unit_id from criteria where centre_id = $1 and unit_id <> $2 limit 1`,
    p.centreId,
    unitId,
  )
  const elsewhere = await p.ben.post(p.at('/set-ups'), {
    ...{ kind: 'simulation', name: 'Switchboard', unitIds: [other.unit_id] },
  })
  const named = await p.submitted([key], { setting: 'simulation', setUpId: elsewhere.body.setUpId })
  expect(await told(named)).toMatchObject([{ code: 'set-up-for-other-units' }])
  const corrected = { name: 'Switchboard', description: 'Two lines', unitIds: [other.unit_id, unitId] }
  expect((await p.ben.put(p.at(`/set-ups/${elsewhere.body.setUpId}`), corrected)).status).toBe(200)
  expect(await told(named)).toMatchObject([{ code: 'checklist-incomplete' }])
})

it('one that has ended is named by no new evidence, and keeps its record [R105]', async () => {
  const end = (reason: string) => p.grace.post(p.at(`/set-ups/${till}/ending`), { reason })
  expect((await end('')).status).toBe(422)
  expect([(await end('The till was replaced')).status, (await end('Again')).status]).toEqual([200, 200])
  expect((await check(p.ben, [])).body.code).toBe('settings/set-up-ended')
  const draft = await p.submitted([key], { draft: true, setting: 'simulation' })
  const { descriptionRevision } = (await p.amina.get(p.at(`/evidence/${draft}`))).body.versions[0]
  const naming = await p.amina.put(p.at(`/evidence/${draft}/description`), {
    ...{ revision: descriptionRevision, setUpId: till },
  })
  expect([naming.status, naming.body.code]).toEqual([409, 'settings/no-such-set-up'])
  const events = await sql(`select type, reason from events where subject_id = $1 order by id`, till)
  expect(events.map(e => e.type)).toEqual(['set-up-named', 'set-up-checked', 'set-up-checked', 'set-up-ended'])
  expect(events.at(-1)?.reason).toBe('The till was replaced')
})

it('a unit of a registration with evidence from a realistic working environment is marked for sampling [R106]', async () => {
  const of = () => sql('select unit_id from units_from_environments where registration_id = $1', p.registrationId)
  expect(await of()).toEqual([])
  await p.submitted([key], { draft: true, setting: 'realistic-working-environment' })
  expect(await of()).toEqual([])
  await p.submitted([key], { setting: 'realistic-working-environment' })
  expect(await of()).toEqual([{ unit_id: unitId }])
  const marked = (await p.matrix(p.carol)).units.filter((u: { alwaysSampled: boolean }) => u.alwaysSampled)
  expect(marked.map((u: { id: string }) => u.id)).toEqual([unitId])
})
