import { beforeAll, expect, it } from 'vitest'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let versionId: string
beforeAll(async () => {
  p = await startPortfolio(server)
  versionId = (await p.matrix()).qualification.versionId
})

const visit = {
  name: 'Mystery visit',
  abbreviation: 'MV',
  explanation: 'A visitor from the awarding organisation wrote what they were told.',
  type: 'training-record',
}
const add = (who: SignedIn, over: Record<string, unknown> = {}) =>
  who.post(p.at(`/versions/${versionId}/own-methods`), { ...visit, ...over })
const offered = async () => (await p.amina.get(p.at(`/learners/${p.amina.personId}/methods`))).body.own
const newest = async (evidenceId: string) => (await p.amina.get(p.at(`/evidence/${evidenceId}`))).body.versions[0]

it('a centre adds a kind of evidence that its awarding organisation has, with letters of its own [R67] [R68]', async () => {
  for (const who of [p.ben, p.amina]) expect((await add(who)).status).toBe(403)
  expect((await add(p.grace, { abbreviation: 'wt' })).body.code).toBe('methods/abbreviation-taken')
  expect((await add(p.grace, { type: 'worksheet' })).body.faults).toHaveLength(1)
  expect(await offered()).toEqual([])
  const { ownMethodId } = (await add(p.grace)).body
  expect((await add(p.grace, { abbreviation: 'VIS' })).body.code).toBe('methods/name-taken')
  expect((await add(p.grace, { name: 'Another visit' })).body.code).toBe('methods/abbreviation-taken')
  expect(await offered()).toMatchObject([{ id: ownMethodId, ...visit }])
  const { own } = (await p.amina.get(p.at(`/versions/${versionId}/methods`))).body
  expect(own).toMatchObject([{ ...visit, by: 'Grace', endedAt: null }])
})

it('it is chosen beside the built-in kinds and named in the list, the filter and the CSV; it behaves like the kind it stands for [R68] [R80]', async () => {
  const [{ id: ownMethodId }] = await offered()
  const path = p.at(`/learners/${p.amina.personId}/evidence`)
  const begun = (await p.amina.post(path, { kind: 'statement', ownMethodId })).body.evidenceId
  expect(await newest(begun)).toMatchObject({ type: 'training-record', ownMethod: { name: 'Mystery visit' } })
  const keys = p.criteria.slice(0, 2)
  const evidenceId = await p.submitted(keys, { ownMethodId })
  const { contentHash, ...version } = await newest(evidenceId)
  expect(version).toMatchObject({ type: 'training-record', ownMethod: { id: ownMethodId, abbreviation: 'MV' } })
  expect((await p.decide(p.ben, evidenceId, met(keys))).body.code).toBe('decisions/in-the-way')
  const list = async (query = '') => (await p.ben.get(p.at(`/evidence?learnerId=${p.amina.personId}${query}`))).body
  expect((await list(`&ownMethodId=${ownMethodId}`)).evidence).toHaveLength(2)
  const { ownMethods } = await list('&type=minutes')
  expect(ownMethods).toEqual([{ id: ownMethodId, name: 'Mystery visit', abbreviation: 'MV' }])
  expect((await p.ben.get(p.at('/evidence.csv'))).body).toMatch(/training-record,Mystery visit,MV,/)
  const plain = await newest(await p.submitted(keys, { type: 'training-record' }))
  expect(plain.contentHash).not.toBe(contentHash)
})

it('another kind takes it away; switched off, its model takes it along; ended, it is not chosen, and evidence keeps the name [R68] [R69]', async () => {
  const [{ id: ownMethodId }] = await offered()
  const draft = await p.submitted(p.criteria.slice(0, 1), { draft: true, ownMethodId })
  const describe = async (body: Record<string, unknown>) =>
    await p.amina.put(p.at(`/evidence/${draft}/description`), {
      revision: (await newest(draft)).descriptionRevision,
      ...body,
    })
  expect((await describe({ type: 'minutes' })).status).toBe(200)
  expect(await newest(draft)).toMatchObject({ type: 'minutes', ownMethod: null })
  expect((await describe({ ownMethodId })).status).toBe(200)
  const set = (switchedOff: string[], replaces: number) =>
    p.grace.post(p.at(`/versions/${versionId}/methods`), { switchedOff, reason: 'Handbook', replaces })
  await set(['training-record'], 0)
  const submit = () => p.amina.post(p.at(`/evidence/${draft}/submission`), { authentic: true })
  expect((await submit()).body.details).toEqual({ missing: ['kind'] })
  const path = p.at(`/learners/${p.amina.personId}/evidence`)
  expect((await p.amina.post(path, { ownMethodId })).body.code).toBe('methods/not-accepted')
  await set([], 1)
  const end = (who: SignedIn) => who.post(p.at(`/own-methods/${ownMethodId}/ending`), { reason: 'It was misspelt' })
  expect((await end(p.ben)).status).toBe(403)
  expect((await end(p.grace)).status).toBe(200)
  expect((await end(p.grace)).status).toBe(200)
  expect(await offered()).toEqual([])
  expect((await p.amina.post(path, { ownMethodId })).body.code).toBe('methods/no-such-own-method')
  expect((await describe({ title: 'What the visitor wrote' })).status).toBe(200)
  expect(await newest(draft)).toMatchObject({ ownMethod: { name: 'Mystery visit' } })
  expect((await submit()).status).toBe(200)
  expect((await add(p.grace)).status).toBe(200)
})
