import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const seen = {
  ...{ day: '2026-05-14', relationship: 'Her shift supervisor', position: 'Supervisor', telephone: '01632 960 001' },
  what: 'She took the returned kettle, checked the receipt and offered a swap or the money back.',
  ...{ where: 'The returns desk', how: 'Calmly, with the customer looking on', why: 'The kettle leaked' },
  ...{ withWhom: 'A customer, and me at the next till', accurate: true, signedName: 'Denise Okoro' },
}

describe('a testimony by link [R110]', () => {
  let p: Portfolio
  const asking = {
    ...{ type: 'witness-testimony', witnessName: 'Denise Okoro', email: 'denise@shop.example' },
    asks: 'The kettle on 14 May: what I offered and how the customer left.',
  }
  const requests = (who = p.amina) => who.get(p.at(`/learners/${p.amina.personId}/testimony-requests`))
  const ask = (who: Portfolio['amina'], over: Record<string, unknown> = {}) =>
    who.post(p.at(`/learners/${p.amina.personId}/testimony-requests`), { ...asking, ...over })
  /** What the witness finds in the letter: nobody else is given it. */
  const newestToken = async () => {
    const { rows } = await server.services.ownerPool.query(
      'select body from letters where centre_id = $1 order by written_at desc, id limit 1',
      [p.centreId],
    )
    return /token=([\w-]+)/.exec(rows[0].body)?.[1] as string
  }
  const asked = async (over: Record<string, unknown> = {}) => {
    const answer = await ask(p.amina, over)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return await newestToken()
  }
  const open = (token: string) => server.call('POST', '/testimonies/opening', { token })
  const sign = (token: string, over: Record<string, unknown> = {}) =>
    server.call('POST', '/testimonies/signature', { token, type: 'witness-testimony', ...seen, ...over })
  beforeAll(async () => {
    p = await startPortfolio(server)
  })
  // One witness is asked more often here than the limit of a day allows.
  beforeEach(() =>
    server.services.ownerPool.query(`update testimony_requests set asked_at = asked_at - interval '1 day'`),
  )

  it('is asked for by the learner and those who add evidence; the link goes to the witness alone, never to the learner or whoever asks', async () => {
    for (const who of [p.carol, p.grace]) expect((await ask(who)).status).toBe(403)
    expect((await ask(p.amina, { email: 'not an address' })).status).toBe(422)
    const { rows } = await server.services.ownerPool.query('select email from identity.people where id = $1', [
      p.amina.personId,
    ])
    expect((await ask(p.ben, { email: rows[0].email })).body.code).toBe('testimonies/own-address')
    const token = await asked()
    const told = JSON.stringify([(await requests()).body, (await requests(p.ben)).body])
    expect(told).not.toContain(token)
    expect((await requests(p.ben)).body.requests[0].email).toBeNull()
    expect((await requests()).body.requests[0]).toMatchObject({ witness: 'Denise Okoro', email: 'denise@shop.example' })
  })

  it('asked twice by a retry sends one letter, and nobody asks by another’s request', async () => {
    const id = randomUUID()
    const letters = async () =>
      (await server.services.ownerPool.query('select 1 from letters where centre_id = $1', [p.centreId])).rowCount
    const before = await letters()
    const both = await Promise.all([ask(p.amina, { id }), ask(p.amina, { id })])
    expect(both[1]?.body).toEqual(both[0]?.body)
    expect((await ask(p.amina, { id })).body).toMatchObject({ requestId: id })
    expect((await ask(p.ben, { id })).status).toBe(404)
    expect(await letters()).toBe((before ?? 0) + 1)
  })

  it('opens for whoever holds the link, without an account, and for nobody else', async () => {
    const token = await asked()
    expect((await open(token)).body).toMatchObject({ learner: 'Amina', witness: 'Denise Okoro', asks: asking.asks })
    expect((await open(`${token}x`)).status).toBe(404)
    expect((await requests()).body.requests[0].openedAt).toMatch(/^20/)
  })

  it('is signed once, whole, and becomes evidence that the learner claims and submits but cannot change [R55] [R109]', async () => {
    const token = await asked()
    expect((await sign(token, { what: 'She exceeded expectations.', accurate: false })).body).toMatchObject({
      code: 'testimonies/not-ready',
      details: { missing: ['too-little', 'accurate'] },
    })
    const said = { currentExpertise: true, knowsStandards: true }
    const both = await Promise.all([sign(token, said), sign(token, said)])
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect((await open(token)).body.code).toBe('testimonies/signed-already')
    const { signed } = (await requests()).body.requests[0]
    const at = p.at(`/evidence/${signed.evidenceId}`)
    const evidence = (await p.amina.get(at)).body
    expect(evidence.testimony).toMatchObject({ signedName: 'Denise Okoro', status: 3, unchanged: true, contact: null })
    const { descriptionRevision, recordRevision } = evidence.versions[0]
    const denied = { code: 'evidence/signed-by-witness' }
    expect(
      (await p.amina.put(`${at}/description`, { revision: descriptionRevision, shownOn: '2026-05-13' })).body,
    ).toMatchObject(denied)
    expect(
      (await p.amina.put(`${at}/record`, { revision: recordRevision, record: { what: 'More' } })).body,
    ).toMatchObject(denied)
    const where = { revision: descriptionRevision, setting: 'real-job', sector: 'private', customers: 'external' }
    expect((await p.amina.put(`${at}/description`, where)).status).toBe(200)
    const claimed = p.criteria.slice(0, 1)
    await p.amina.put(`${at}/claims`, { claim: claimed })
    const submitted = await p.amina.post(`${at}/submission`, { authentic: true })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    const decided = await p.decide(p.ben, signed.evidenceId, met(claimed))
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
  })

  it('tells how to reach the witness to quality staff only, and enters the list of witnesses by itself [R59] [R110]', async () => {
    const path = p.at(`/learners/${p.amina.personId}/witnesses`)
    const mine = (await p.amina.get(path)).body.witnesses
    expect(mine).toMatchObject([
      { name: 'Ben', status: null, decisions: 1 },
      { name: 'Denise Okoro', status: 3, testimonies: 1, contact: null },
    ])
    expect((await p.ben.get(path)).body.witnesses[1].contact).toBeNull()
    const reached = (await p.carol.get(path)).body.witnesses[1].contact
    expect(reached).toMatchObject({ telephone: '01632 960 001', email: 'denise@shop.example' })
    expect((await p.amina.get(`${path}.csv`)).body).not.toContain('01632')
    expect((await p.carol.get(`${path}.csv`)).body).toContain('01632')
  })

  it('as an expert only under its conditions; as a witness all the same [R56]', async () => {
    const token = await asked({ type: 'expert-witness' })
    const expert = { type: 'expert-witness', currentExpertise: true, knowsStandards: true }
    expect((await sign(token, expert)).body.code).toBe('testimonies/not-an-expert')
    expect((await sign(token, { ...expert, evaluatesPractice: true })).body).toMatchObject({ status: 3 })
  })

  it('is no longer possible once it was taken back or has expired', async () => {
    const token = await asked()
    const [request] = (await requests()).body.requests
    const path = p.at(`/testimony-requests/${request.id}/cancellation`)
    expect((await p.ben.post(path, {})).status).toBe(403)
    expect((await p.amina.post(path, {})).status).toBe(200)
    expect((await sign(token)).body.code).toBe('testimonies/taken-back')
    const late = await asked()
    await server.services.ownerPool.query(
      `update testimony_requests set expires_at = now() - interval '1 second' where signed_at is null`,
    )
    expect((await sign(late)).body.code).toBe('testimonies/expired')
  })
})
