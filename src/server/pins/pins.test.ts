import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EvidencePin } from '#contract/evidence.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { filesOf, upload } from '#test/evidence.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let two: [CriterionKey, CriterionKey]
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  two = p.criteria.slice(0, 2) as [CriterionKey, CriterionKey]
})

const passage = { kind: 'passage', page: null, text: 'rang the depot first', occurrence: 1 }

/** A draft with a statement and a text file in it. */
async function drafted() {
  const evidenceId = await p.submitted(two, { draft: true })
  const here = p.at(`/evidence/${evidenceId}`)
  await upload(server, p.amina, here, 'note.txt', 'She rang the depot first.')
  const [file] = await filesOf(p.amina, here)
  const fileId = file?.id as string
  const pin = (over: Record<string, unknown> = {}, who: SignedIn = p.amina) =>
    who.post(`${here}/pins`, { ...two[0], fileId, place: passage, ...over })
  const pins = async (who: SignedIn = p.amina): Promise<EvidencePin[]> => (await who.get(here)).body.versions[0].pins
  const submit = () => p.amina.post(`${here}/submission`, { authentic: true })
  return { evidenceId, here, fileId, pin, pins, submit }
}

describe('a claim', () => {
  it('is pinned to places of a draft by the learner alone, several to a tick, and frozen with it', async () => {
    const d = await drafted()
    expect((await d.pin({}, p.ben)).status).toBe(403)
    const id = randomUUID()
    expect((await d.pin({ id })).body).toEqual((await d.pin({ id })).body)
    expect((await d.pin({ fileId: null })).status).toBe(200)
    expect(await d.pins(p.ben)).toMatchObject([
      { id, layer: 'learner', fileId: d.fileId, place: passage, by: 'Amina' },
      { fileId: null, place: passage },
    ])
    const { pinId } = (await d.pin({ place: { kind: 'whole' } })).body
    expect((await p.amina.delete(`${d.here}/pins/${pinId}`)).status).toBe(200)
    expect(await d.pins()).toHaveLength(2)
    expect((await d.submit()).status).toBe(200)
    expect((await d.pin()).body.code).toBe('evidence/not-draft')
    expect((await p.amina.delete(`${d.here}/pins/${id}`)).body.code).toBe('evidence/not-draft')
    const csv = (await p.amina.get(p.at(`/evidence.csv?learnerId=${p.amina.personId}`))).body
    expect(csv).toContain('at “rang the depot first” of note.txt; ')
  })

  it('that is not made has no pins, and one that is taken back takes them with it', async () => {
    const d = await drafted()
    expect((await d.pin({ ...p.criteria[2] })).body.code).toBe('pins/not-ticked')
    await d.pin()
    await p.amina.put(`${d.here}/claims`, { unclaim: [two[0]] })
    expect(await d.pins()).toEqual([])
  })

  it('is pinned only where there is such a place', async () => {
    const d = await drafted()
    expect((await d.pin({ place: { kind: 'page', page: 1 } })).body.code).toBe('pins/no-such-place')
    expect((await d.pin({ fileId: randomUUID() })).body.code).toBe('pins/no-such-place')
    expect((await d.pin({ place: { kind: 'area', page: null, x: 2, y: 0, width: 1, height: 1 } })).status).toBe(422)
  })

  it('with pins is other content than without: an assessor decides on what was pinned', async () => {
    const [without, pinned] = [await drafted(), await drafted()]
    await pinned.pin()
    expect((await without.submit()).body.contentHash).not.toBe((await pinned.submit()).body.contentHash)
  })
})

describe('a judgement', () => {
  it('is saved with its pins in one act, each layer with its own, and bound to the file by its hash', async () => {
    const d = await drafted()
    await d.pin()
    await d.submit()
    const pin = { ...two[1], fileId: d.fileId, place: passage }
    const elsewhere = await p.decide(p.tom, d.evidenceId, met([...two]), {
      provisional: true,
      pins: [{ ...pin, ...p.criteria[2] }],
    })
    expect(elsewhere.body.code).toBe('pins/not-ticked')
    expect((await d.pins()).map(x => x.layer)).toEqual(['learner'])
    expect((await p.decide(p.tom, d.evidenceId, met([...two]), { provisional: true, pins: [pin] })).status).toBe(200)
    expect((await p.decide(p.ben, d.evidenceId, met([...two]), { pins: [pin, { ...pin, fileId: null }] })).status).toBe(
      200,
    )
    expect((await d.pins()).map(x => [x.layer, x.by])).toEqual([
      ['learner', 'Amina'],
      ['trainee', 'Tom'],
      ['assessor', 'Ben'],
      ['assessor', 'Ben'],
    ])
    const { rows } = await server.services.ownerPool.query(
      `select p.layer, p.sha256 = f.sha256 as bound from pins p join evidence_files f on f.id = p.file_id where p.evidence_id = $1 and p.layer = 'trainee'`,
      [d.evidenceId],
    )
    expect(rows).toEqual([{ layer: 'trainee', bound: true }])
  })
})
