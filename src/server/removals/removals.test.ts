import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { takeOutRemoved } from '#server/files/gone.ts'
import { upload } from '#test/evidence.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const card = Buffer.from('Card 4929 1234 5678 9012, expires 05/27, Mrs Hill. Refunded in full.')
const passage = { kind: 'passage', page: null, text: 'Card 4929 1234 5678 9012', occurrence: 1 }
const reason = 'A customer’s bank card, front side.'

describe('sensitive content [R76]', () => {
  let p: Portfolio
  let evidenceId: string
  let holdsItToo: string
  let two: CriterionKey[]
  const at = (path: string) => p.at(path)
  const ask = (who: Portfolio['ben'], body: Record<string, unknown> = {}) =>
    who.post(at(`/evidence/${evidenceId}/removals`), { fileId: null, reason, ...body })
  const file = async () => (await p.ben.get(at(`/evidence/${evidenceId}`))).body.versions[0].files[0]
  const addCard = () => upload(server, p.amina, at(`/evidence/${evidenceId}`), 'card.txt', card)
  beforeAll(async () => {
    p = await startPortfolio(server)
    two = p.criteria.slice(0, 2)
    evidenceId = await p.submitted(two, { draft: true })
    await addCard()
    const pin = { ...two[0], fileId: (await file()).id, place: passage }
    expect((await p.amina.post(at(`/evidence/${evidenceId}/pins`), pin)).status).toBe(200)
    holdsItToo = await p.submitted(p.criteria.slice(3, 4), { draft: true })
    await upload(server, p.amina, at(`/evidence/${holdsItToo}`), 'same.txt', card)
    expect((await p.amina.post(at(`/evidence/${evidenceId}/submission`), { authentic: true })).status).toBe(200)
    expect((await p.decide(p.ben, evidenceId, met(two))).status).toBe(200)
  })

  it('goes on an assessor’s word, which says why and where it can be seen; the learner and strangers cannot ask', async () => {
    const { id: fileId } = await file()
    for (const who of [p.amina, p.grace]) expect((await ask(who, { fileId })).status).toBe(403)
    expect((await ask(p.ben, { fileId, reason: 'card' })).body.code).toBe('removals/reason-missing')
    const both = await Promise.all([1, 2].map(() => ask(p.ben, { fileId, seenAt: 'The till file in the office' })))
    expect(
      both.map(b => b.status),
      JSON.stringify(both.map(b => b.body)),
    ).toEqual([200, 200])
    expect(both[1]?.body, 'one request stands').toEqual(both[0]?.body)
    expect((await ask(p.ben, { fileId })).body).toEqual(both[0]?.body)
    const items = (await p.grace.get(at('/queue'))).body.items as { kind: string }[]
    expect(items.map(i => i.kind)).toContain('remove-content')
  })

  it('is taken out by an administrator, bytes and all; record, hash and reason stay, and what was confirmed on it is in question', async () => {
    const [removal] = (await p.grace.get(at(`/evidence/${evidenceId}/removals`))).body.removals
    const { id: fileId, sha256 } = await file()
    const path = at(`/removals/${removal.id}/removal`)
    expect((await p.ben.post(path, { confirmed: true })).status).toBe(403)
    expect((await p.grace.post(path, {})).status).toBe(422)
    expect(existsSync(server.services.files.pathOf(sha256))).toBe(true)
    const { revision } = (await p.assessment(p.ben, evidenceId)).evidence
    const done = await p.grace.post(path, { confirmed: true })
    expect([done.status, done.body]).toEqual([200, { questioned: 2 }])
    expect(existsSync(server.services.files.pathOf(sha256))).toBe(false)
    expect(
      (await p.assessment(p.ben, evidenceId)).evidence.revision,
      'nobody decides on what they saw before',
    ).toBeGreaterThan(revision)
    const { rows } = await server.services.ownerPool.query(
      `select subject_id from events where type = 'content-removed'`,
    )
    expect(rows.map(r => r.subject_id).sort(), 'each piece that held it says so').toEqual(
      [evidenceId, holdsItToo].sort(),
    )
    expect((await p.ben.get(at(`/evidence/${evidenceId}/files/${fileId}`))).status).toBe(404)
    expect(await file()).toMatchObject({ name: 'card.txt', sha256, goneAt: expect.any(String) })
    const [now] = (await p.amina.get(at(`/evidence/${evidenceId}`))).body.versions
    expect(now, 'and the evidence says so').toMatchObject({ state: 'accepted', inQuestion: 2 })
    const matrix = await p.matrix()
    expect(matrix.totals.confirmed).toBe(0)
    expect(matrix.standings[two[0]?.criterionId as string]).toMatchObject({ reason: 'in-question' })
    const told = (await p.amina.get(at(`/evidence/${evidenceId}/removals`))).body.removals[0]
    expect(told).toMatchObject({ outcome: 'removed', reason, seenAt: 'The till file in the office', endedBy: 'Grace' })
    expect((await p.grace.post(path, { confirmed: true })).body.code).toBe('removals/already-ended')
  })

  it('goes from the pins that quote it, which say only where they were, and was never in the ledger', async () => {
    const pool = server.services.ownerPool
    const { rows } = await pool.query('select place from pins where evidence_id = $1', [evidenceId])
    expect(rows).toEqual([{ place: { kind: 'whole' } }])
    const { rows: said } = await pool.query(`select body->'place' as place from events where type = 'pin-set'`)
    expect(said).toEqual([{ place: { kind: 'passage', page: null, occurrence: 1 } }])
  })

  it('is not taken in again, and a restored backup does not bring it back', async () => {
    const { sha256 } = await file()
    const other = await p.submitted(p.criteria.slice(2, 3), { draft: true })
    await upload(server, p.amina, at(`/evidence/${other}`), 'copy.txt', card)
    expect((await p.amina.get(at(`/evidence/${other}`))).body.versions[0].files).toEqual([])
    const { mkdir, writeFile } = await import('node:fs/promises')
    const { dirname } = await import('node:path')
    await mkdir(dirname(server.services.files.pathOf(sha256)), { recursive: true })
    await writeFile(server.services.files.pathOf(sha256), card)
    await takeOutRemoved(server.services)
    expect(existsSync(server.services.files.pathOf(sha256))).toBe(false)
  })

  it('may stay, with the reason; what is written goes from every version', async () => {
    const asked = await ask(p.ben)
    await server.services.ownerPool.query(
      `insert into role_grants (centre_id, person_id, role, granted_at) values ($1, $2, 'centre-administrator', now())`,
      [p.centreId, p.amina.personId],
    )
    const own = await p.amina.post(at(`/removals/${asked.body.removalId}/refusal`), { reason: 'It is mine.' })
    expect([own.status, own.body.code], 'whose evidence it is does not decide').toEqual([403, 'removals/own-evidence'])
    const waits = async (who: typeof p.amina) =>
      ((await who.get(at('/queue'))).body.items as { kind: string }[]).some(i => i.kind === 'remove-content')
    expect([await waits(p.amina), await waits(p.grace)], 'nor does it wait for them').toEqual([false, true])
    const declined = await p.grace.post(at(`/removals/${asked.body.removalId}/refusal`), { reason: 'It names nobody.' })
    expect(declined.status, JSON.stringify(declined.body)).toBe(200)
    const again = await ask(p.ben)
    expect(again.body.removalId).not.toBe(asked.body.removalId)
    expect((await p.grace.post(at(`/removals/${again.body.removalId}/removal`), { confirmed: true })).status).toBe(200)
    const { versions } = (await p.ben.get(at(`/evidence/${evidenceId}`))).body
    expect(versions[0]).toMatchObject({ description: '', statement: null, statementText: null, record: {} })
    expect(versions[0].contentHash).toMatch(/^[0-9a-f]{64}$/)
  })
})
