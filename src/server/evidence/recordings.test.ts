import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { filesOf, upload } from '#test/evidence.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let two: CriterionKey[]
let sound: Buffer
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  two = p.criteria.slice(0, 2)
  sound = await readFile(new URL('../../../db/cast/files/voice note - chipped vase.mp3', import.meta.url))
})

/** A draft with a recording in it, and what can be done to that. */
async function recorded() {
  const evidenceId = await p.submitted(two, { draft: true })
  const here = p.at(`/evidence/${evidenceId}`)
  await upload(server, p.amina, here, 'voice.mp3', sound)
  const [file] = await filesOf(p.amina, here)
  const fileId = file?.id as string
  return {
    evidenceId,
    here,
    fileId,
    file: async () => (await filesOf(p.amina, here))[0],
    cut: (parts: unknown[], revision = 1, who: SignedIn = p.amina) =>
      who.put(`${here}/files/${fileId}/parts`, { revision, parts }),
    measure: (seconds: number, who: SignedIn = p.amina) => who.put(`${here}/files/${fileId}/length`, { seconds }),
    submit: () => p.amina.post(`${here}/submission`, { authentic: true }),
  }
}
const part = (title: string, from: number, to: number, criteria: CriterionKey[]) => ({ title, from, to, criteria })

describe('a recording', () => {
  it('keeps the length that the browser found, once, and only for its author [R77]', async () => {
    const r = await recorded()
    expect((await r.measure(5400, p.ben)).status).toBe(403)
    expect((await r.measure(0)).status).toBe(422)
    expect([(await r.measure(5400)).status, (await r.measure(60)).status]).toEqual([200, 200])
    expect((await r.file())?.seconds).toBe(5400)
    const text = await p.submitted(two, { draft: true })
    await upload(server, p.amina, p.at(`/evidence/${text}`), 'words.txt', 'words')
    const [words] = await filesOf(p.amina, p.at(`/evidence/${text}`))
    const answer = await p.amina.put(p.at(`/evidence/${text}/files/${words?.id}/length`), { seconds: 60 })
    expect(answer.body.code).toBe('evidence/no-recording')
  })

  it('is cut into titled parts, each linked to its own criteria of those claimed [R77]', async () => {
    const r = await recorded()
    const [one, other] = two as [CriterionKey, CriterionKey]
    const unclaimed = p.criteria[2] as CriterionKey
    const cut = await r.cut([part('Promises', 0, 12.5, [one, unclaimed]), part('Refunds', 12.5, 26, [])])
    expect(cut.body).toMatchObject({ partsRevision: 2, parts: [{ criteria: [one] }, { criteria: [] }] })
    expect(cut.body.missing).toEqual(['parts'])
    expect((await r.submit()).body).toMatchObject({ code: 'evidence/not-ready', details: { missing: ['parts'] } })
    // Another window that has not seen it does not overwrite it.
    expect((await r.cut([], 1)).body).toMatchObject({ code: 'evidence/changed-meanwhile', details: { revision: 2 } })
    const parts = [part('Promises', 0, 12.5, [one]), part('Refunds', 12.5, 26, [other])]
    expect((await r.cut(parts, 2)).body.missing).toEqual([])
    expect((await r.file())?.parts).toEqual(parts)
    // A claim that is taken back takes its link with it.
    await p.amina.put(`${r.here}/claims`, { unclaim: [other] })
    expect((await r.file())?.parts[1]?.criteria).toEqual([])
    await p.amina.put(`${r.here}/claims`, { claim: [other] })
    expect((await r.submit()).status).toBe(200)
    expect((await r.cut([], 3)).body.code).toBe('evidence/not-draft')
  })

  it('without parts and with them is not the same content: what was seen is hashed', async () => {
    const hashes = []
    for (const parts of [[], [part('All of it', 0, 26, two)]]) {
      const r = await recorded()
      if (parts.length > 0) await r.cut(parts)
      hashes.push((await r.submit()).body.contentHash)
    }
    expect(new Set(hashes).size).toBe(2)
  })

  it('confirms nothing until the assessor says that it is clear, in either layer; unclear, it goes back [R77]', async () => {
    const r = await recorded()
    await r.submit()
    const silent = { justifications: [] }
    for (const [who, over] of [
      [p.tom, { provisional: true }],
      [p.ben, {}],
    ] as const)
      expect((await p.decide(who, r.evidenceId, met(two), { ...over, ...silent })).body).toMatchObject({
        code: 'decisions/in-the-way',
        details: { criteria: [{ obstacles: [{ code: 'not-said-clear', mend: 'say-why' }] }, {}] },
      })
    expect((await p.decide(p.tom, r.evidenceId, met(two), { provisional: true })).status).toBe(200)
    const unclear = notYet(two).map(j => ({ ...j, reason: 'unclear' as const }))
    const back = await p.decide(p.ben, r.evidenceId, unclear, { ...silent, returnReason: 'unclear' })
    expect(back.body).toMatchObject({ evidenceState: 'returned' })
  })
})
