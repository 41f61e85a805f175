import { beforeAll, expect, it } from 'vitest'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import { checklists, type SetUpKind } from '#domain/settings/checklists.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
/** Criterion 3.3 of unit 3 is the one exception there; unit 1 refuses simulation, unit 10 allows it, unit 11 wants an environment. */
let keys: Record<'banned' | 'excepted' | 'beside' | 'allowed' | 'environment', CriterionKey>

beforeAll(async () => {
  p = await startPortfolio(server)
  const { units } = await p.matrix()
  const key = (unit: string, number: string): CriterionKey => ({
    registrationId: p.registrationId,
    criterionId: units
      .find((u: any) => u.number === unit)
      .outcomes.flatMap((o: any) => o.criteria)
      .find((c: any) => c.number === number).id,
  })
  keys = {
    ...{ banned: key('1', '1.1'), excepted: key('3', '3.3'), beside: key('3', '3.2') },
    ...{ allowed: key('10', '2.1'), environment: key('11', '2.1') },
  }
})

/** A checked set-up for the units of these keys. */
async function setUpFor(kind: SetUpKind, name: string, of: CriterionKey[]): Promise<string> {
  const { rows } = await server.services.ownerPool.query('select distinct unit_id from criteria where id = any($1)', [
    of.map(k => k.criterionId),
  ])
  const named = await p.ben.post(p.at('/set-ups'), { kind, name, unitIds: rows.map(r => r.unit_id) })
  expect(named.status, JSON.stringify(named.body)).toBe(200)
  const check = { met: checklists[kind], checkedOn: '2026-05-01' }
  const checked = await p.carol.post(p.at(`/set-ups/${named.body.setUpId}/checks`), check)
  expect(checked.body).toEqual({ complete: true })
  return named.body.setUpId
}

const told = async (evidenceId: string, key: CriterionKey): Promise<Obstacle[]> =>
  (await p.assessment(p.ben, evidenceId)).obstacles[keyOf(key)] ?? []
const codesFor = async (described: Record<string, unknown>, key: CriterionKey) =>
  (await told(await p.submitted([key], described), key)).map(o => o.code)
const ofSetting = (codes: string[]) => codes.filter(c => /^(?:set|simulation-|checklist-)/.test(c))

it('a simulation is refused before and in the deed where the unit refuses it, in the unit’s own words [R99]', async () => {
  const evidenceId = await p.submitted([keys.banned], { setting: 'simulation' })
  const [obstacle] = await told(evidenceId, keys.banned)
  expect(obstacle).toMatchObject({
    code: 'setting-not-allowed',
    mend: 'other-evidence',
    details: { setting: 'simulation', text: 'Simulation is not accepted for any part of this unit.' },
  })
  const refused = await p.decide(p.ben, evidenceId, met([keys.banned]))
  expect([refused.status, refused.body.code]).toEqual([409, 'decisions/in-the-way'])
  expect((await p.decide(p.ben, await p.submitted([keys.banned]), met([keys.banned]))).status).toBe(200)
})

it('the exception passes with the learner’s reason, or with the assessor’s, and its neighbour with neither [R100]', async () => {
  const setUpId = await setUpFor('simulation', 'Role play', [keys.excepted])
  const reason = 'There was no disagreement at the desk in four months.'
  const simulated = { setting: 'simulation', setUpId, simulationReason: reason }
  const given = await p.submitted([keys.excepted], simulated)
  expect(ofSetting((await told(given, keys.excepted)).map(o => o.code))).toEqual([])
  expect((await p.decide(p.ben, given, met([keys.excepted]))).status).toBe(200)
  const silent = await p.submitted([keys.excepted], { setting: 'simulation', setUpId })
  expect(ofSetting((await told(silent, keys.excepted)).map(o => o.code))).toEqual(['simulation-reason-missing'])
  const without = await p.decide(p.ben, silent, met([keys.excepted]), { justifications: [] })
  expect([without.status, without.body.code]).toEqual([409, 'decisions/in-the-way'])
  expect((await p.decide(p.ben, silent, met([keys.excepted]))).status).toBe(200)
  expect(ofSetting(await codesFor(simulated, keys.beside))).toEqual(['setting-not-allowed'])
})

it('a unit may allow a simulation, or ask for a realistic working environment [R99] [R102]', async () => {
  const setUpId = await setUpFor('realistic-working-environment', 'Model shop', [keys.environment])
  const environment = { setting: 'realistic-working-environment', setUpId }
  const till = await setUpFor('simulation', 'Training till', [keys.allowed])
  expect(ofSetting(await codesFor({ setting: 'simulation', setUpId: till }, keys.allowed))).toEqual([])
  expect(ofSetting(await codesFor({ setting: 'simulation' }, keys.environment))).toContain('setting-not-allowed')
  expect(ofSetting(await codesFor(environment, keys.environment))).toEqual([])
  expect(ofSetting(await codesFor(environment, keys.banned))).toContain('setting-not-allowed')
})

it('the learner is told before the claim, as soon as the setting is described [R99]', async () => {
  const evidenceId = await p.submitted([keys.banned], { draft: true, setting: 'simulation' })
  const { registrations } = (await p.amina.get(p.at(`/evidence/${evidenceId}/claimable`))).body
  const criteria = registrations.flatMap((r: any) =>
    r.units.flatMap((u: any) => u.outcomes.flatMap((o: any) => o.criteria)),
  )
  const told = (key: CriterionKey) =>
    criteria.find((c: any) => c.id === key.criterionId).obstacles.map((o: Obstacle) => o.code)
  expect(told(keys.banned)).toContain('setting-not-allowed')
  expect(told(keys.excepted)).toContain('simulation-reason-missing')
  expect(told(keys.allowed)).not.toContain('setting-not-allowed')
})
