import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FurtherDocument } from '#contract/further-documents.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { sweepStaged } from '#server/files/staged.ts'
import { uploads } from '#server/routes.ts'
import { askOffset, sendBytes, startUpload, upload } from '#test/evidence.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
const sheet = `%PDF-1.7\n${'The observation sheet, line by line. '.repeat(20_000)}`

describe('further documents beside a decision [R87]', () => {
  let p: Portfolio
  let evidenceId: string
  let decisionId: string
  let provisionalId: string
  let two: CriterionKey[]
  const beside = (id = decisionId) => p.at(`/decisions/${id}/further-documents`)
  const shown = async (who: SignedIn) => (await who.get(p.at(`/evidence/${evidenceId}/further-documents`))).body
  const documents = async (who = p.ben): Promise<FurtherDocument[]> => (await shown(who)).documents
  const content = (id: string | undefined) => p.at(`/further-documents/${id}/content`)
  const withdraw = (who: SignedIn, id: string | undefined, reason: string) =>
    who.post(p.at(`/further-documents/${id}/withdrawal`), { reason })
  beforeAll(async () => {
    p = await startPortfolio(server, { trainee: true })
    two = p.criteria.slice(0, 2)
    evidenceId = await p.submitted(two)
    provisionalId = (await p.decide(p.tom, evidenceId, met(two), { provisional: true })).body.decisionId
    decisionId = (await p.decide(p.ben, evidenceId, met(two))).body.decisionId
  })

  it('whoever made it attaches one, trainee and countersigner alike; everybody who sees the decision sees and opens it', async () => {
    expect((await shown(p.ben)).attachable).toEqual({ decisionIds: [decisionId], questionIds: [] })
    expect((await upload(server, p.ben, beside(), 'observation sheet.pdf', sheet)).status).toBe(204)
    expect((await upload(server, p.tom, beside(provisionalId), 'notes.txt', 'What I saw.')).status).toBe(204)
    for (const who of [p.amina, p.ben, p.tom, p.carol]) {
      const [first, second] = await documents(who)
      expect(first).toMatchObject({
        ...{ decisionId, questionId: null, name: 'observation sheet.pdf', mediaType: 'application/pdf' },
        ...{ size: sheet.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), goneAt: null, withdrawn: null },
        ...{ addedBy: { name: 'Ben' }, addedAs: 'countersigner', mayOpen: true, mayWithdraw: who === p.ben },
      })
      expect(second).toMatchObject({ decisionId: provisionalId, addedAs: 'trainee-assessor', mediaType: 'text/plain' })
      expect((await who.get(content(first?.id))).body).toBe(sheet)
    }
    const [first] = await documents()
    const served = await p.amina.get(content(first?.id), undefined, { range: 'bytes=0-7' })
    expect([served.status, served.body]).toEqual([206, '%PDF-1.7'])
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect((await p.amina.get(`${content(first?.id)}?download=1`)).headers.get('content-disposition')).toMatch(
      /^attachment/,
    )
    const [event] = await sql(
      `select actor_role, learner_id, body from events where type = 'further-document-attached' and subject_id = $1 order by at`,
      evidenceId,
    )
    expect(event).toMatchObject({
      ...{ actor_role: 'countersigner', learner_id: p.amina.personId },
      body: { decisionId, furtherDocumentId: first?.id, sha256: first?.sha256 },
    })
  })

  it('nobody attaches one to another’s decision, and what could run is not taken', async () => {
    for (const [who, id] of [
      [p.tom, decisionId],
      [p.ben, provisionalId],
      [p.amina, decisionId],
      [p.carol, decisionId],
    ] as const) {
      const answer = await startUpload(server, who, beside(id), 'a.txt', 1)
      expect([answer.status, answer.body.code]).toEqual([403, 'further-documents/made-by-another'])
    }
    const stranger = await server.person(p.centreId, 'Stranger', 'assessor')
    expect((await startUpload(server, stranger, beside(), 'a.txt', 1)).status).toBe(404)
    expect((await stranger.get(content((await documents())[0]?.id))).status).toBe(404)
    expect((await upload(server, p.ben, beside(), 'page.html', 'words')).body.code).toBe('files/active-content')
    expect((await upload(server, p.ben, beside(), 'photo.jpg', '#!/bin/sh')).body.code).toBe('files/active-content')
  })

  it('the decision stays as it is: neither its words nor what the assessor sees of the evidence change with a document', async () => {
    const before = await p.assessment(p.ben, evidenceId)
    expect((await upload(server, p.ben, beside(), 'grid.csv', 'criterion,seen\n1.1,yes\n')).status).toBe(204)
    expect(await p.assessment(p.ben, evidenceId)).toEqual(before)
    expect((await p.matrix()).totals.confirmed).toBe(2)
  })

  it('an upload that was cut carries on, the last byte sent twice adds one document, and a whole one is finished at the next start', async () => {
    const count = async () => (await documents()).length
    const was = await count()
    const bytes = Buffer.from(sheet.replace('observation', 'discussion'))
    const url = (await startUpload(server, p.ben, beside(), 'long.pdf', bytes.length)).headers.get('location') as string
    await sendBytes(server, p.ben, url, 0, bytes.subarray(0, 1000))
    expect((await askOffset(server, p.ben, url)).headers.get('upload-offset')).toBe('1000')
    expect((await askOffset(server, p.ben, url.replace(decisionId, provisionalId))).status).toBe(404)
    expect(await count()).toBe(was)
    expect((await sendBytes(server, p.ben, url, 1000, bytes.subarray(1000))).status).toBe(204)
    expect((await sendBytes(server, p.ben, url, bytes.length, Buffer.alloc(0))).status).toBe(204)
    expect(await count()).toBe(was + 1)
    const second = (await startUpload(server, p.ben, beside(), 'left.pdf', bytes.length)).headers.get('location')
    await writeFile(path.join(server.services.files.stagingDir, second?.split('/').at(-1) as string), bytes)
    await sweepStaged(server.services, uploads)
    expect((await documents()).at(-1)).toMatchObject({ name: 'left.pdf', decisionId })
  })

  it('it is withdrawn with a reason by its maker only, once; the record stays, and those who verify can still open it', async () => {
    const [first] = await documents()
    expect((await withdraw(p.tom, first?.id, 'It is not mine to take away.')).status).toBe(403)
    expect((await withdraw(p.ben, first?.id, 'wrong')).body.code).toBe('further-documents/reason-missing')
    const why = 'The sheet of another learner, attached by mistake.'
    for (const _ of ['asked', 'and again']) expect((await withdraw(p.ben, first?.id, why)).status).toBe(200)
    expect((await withdraw(p.ben, first?.id, 'Another reason altogether.')).body.code).toBe(
      'further-documents/already-withdrawn',
    )
    const stays = {
      name: 'observation sheet.pdf',
      sha256: first?.sha256,
      withdrawn: { because: why },
      mayWithdraw: false,
    }
    for (const [who, status] of [
      [p.amina, 403],
      [p.tom, 403],
      [p.ben, 200],
      [p.carol, 200],
    ] as const) {
      expect((await documents(who))[0]).toMatchObject({ ...stays, mayOpen: status === 200 })
      expect((await who.get(content(first?.id))).status).toBe(status)
    }
    const events = await sql(`select reason from events where type = 'further-document-withdrawn'`)
    expect(events).toEqual([{ reason: why }])
  })

  it('an IQA who questions the decision shows with a document what the doubt rests on; so does nobody else', async () => {
    const asked = await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), {
      ...{ version: 1, criteria: two.slice(0, 1), reason: 'The sheet says another day than the evidence.' },
    })
    const { questionId } = asked.body
    const here = p.at(`/questions/${questionId}/further-documents`)
    expect((await upload(server, p.carol, here, 'both days.txt', '14 May and 15 May')).status).toBe(204)
    expect((await upload(server, p.ben, here, 'mine.txt', 'No.')).body.code).toBe('further-documents/made-by-another')
    expect((await shown(p.carol)).attachable).toEqual({ decisionIds: [], questionIds: [questionId] })
    expect((await documents(p.amina)).at(-1)).toMatchObject({ questionId, decisionId: null, addedAs: 'iqa' })
  })

  it('sensitive bytes are taken out for good here as in evidence, and are not taken in again [R76]', async () => {
    const card = 'Card 4929 1234 5678 9012, Mrs Hill.'
    await upload(server, p.ben, beside(), 'card.txt', card)
    const document = (await documents()).at(-1)
    const asks = { fileId: null, furtherDocumentId: document?.id, reason: 'A customer’s bank card.' }
    const { removalId } = (await p.ben.post(p.at(`/evidence/${evidenceId}/removals`), asks)).body
    const other = await p.submitted(p.criteria.slice(3, 4))
    expect((await p.ben.post(p.at(`/evidence/${other}/removals`), asks)).status).toBe(404)
    const done = await p.grace.post(p.at(`/removals/${removalId}/removal`), { confirmed: true })
    expect([done.status, done.body]).toEqual([200, { questioned: 0 }])
    expect(existsSync(server.services.files.pathOf(document?.sha256 as string))).toBe(false)
    expect((await documents()).at(-1)).toMatchObject({ name: 'card.txt', goneAt: expect.any(String), mayOpen: false })
    expect((await p.ben.get(content(document?.id))).status).toBe(404)
    expect((await upload(server, p.ben, beside(), 'card again.txt', card)).body.code).toBe('files/removed-before')
    expect((await p.ben.get(p.at(`/evidence/${evidenceId}/removals`))).body.removals[0]).toMatchObject({
      ...{ fileName: 'card.txt', outcome: 'removed' },
    })
  })
})
