import { beforeAll, describe, expect, it } from 'vitest'
import { upload } from '#test/evidence.ts'
import { pdfBomb } from '#test/hostile/files.ts'
import { type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
beforeAll(async () => {
  p = await startPortfolio(server)
})
const draft = async (over: Record<string, unknown> = {}) => {
  const evidenceId = await p.submitted(p.criteria.slice(0, 1), { draft: true, ...over })
  return p.at(`/evidence/${evidenceId}`)
}

describe('a privacy check before submission', () => {
  it('warns of what looks like personal data in words and files, told without repeating it, and refuses nothing', async () => {
    const here = await draft({ description: 'She gave me her number, 01632 960 001.' })
    await upload(server, p.amina, here, 'note.txt', Buffer.from('Card 4539 1488 0343 6467, Mrs Hill'))
    await upload(server, p.amina, here, 'photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const { findings, unread } = (await p.amina.get(`${here}/privacy-check`)).body
    expect(findings).toEqual([
      { where: 'description', name: null, kind: 'telephone', shown: '01…01' },
      { where: 'file', name: 'note.txt', kind: 'card-number', shown: '45…67' },
    ])
    expect(unread).toEqual(['photo.png'])
    expect((await p.amina.get(`${here}/privacy-check`)).body.findings).toEqual(findings)
    const body = { authentic: true, knowingly: ['telephone', 'card-number'] }
    expect((await p.amina.post(`${here}/submission`, body)).status).toBe(200)
    const { rows } = await server.services.ownerPool.query(
      `select body from events where type = 'evidence-submitted' order by id desc limit 1`,
    )
    expect(rows[0].body.knowingly).toEqual(['telephone', 'card-number'])
  })
})

describe('a file that takes more memory than a reader may', () => {
  it('is named as not looked through, is not tried again, and the server answers on', async () => {
    const here = await draft()
    const { status } = await upload(server, p.amina, here, 'handbook.pdf', pdfBomb(150))
    expect(status).toBe(204)
    const [check, other] = await Promise.all([p.amina.get(`${here}/privacy-check`), p.ben.get(p.at('/queue'))])
    expect(check.body).toEqual({ findings: [], unread: ['handbook.pdf'], waiting: [] })
    expect(other.status).not.toBe(500)
    const { rows } = await server.services.ownerPool.query(`select not_read from files where not_read is not null`)
    expect(rows).toEqual([{ not_read: 'too-much-memory' }])
    expect((await p.amina.get(`${here}/privacy-check`)).body.unread).toEqual(['handbook.pdf'])
  })
})

describe('documents that are no evidence by themselves', () => {
  it('a policy goes in beside the learner’s own words and no other way; the assessor is told [R74]', async () => {
    const here = await draft({ description: '' })
    const { statementRevision } = (await p.amina.get(here)).body.versions[0]
    const statement = { type: 'doc', content: [] }
    await p.amina.put(`${here}/statement`, { revision: statementRevision, statement })
    await upload(server, p.amina, here, 'returns policy.txt', Buffer.from('Returns within thirty days.'))
    const body = { authentic: true, documents: { policy: true } }
    expect((await p.amina.post(`${here}/submission`, body)).body.code).toBe('evidence/policy-needs-words')
    const { descriptionRevision } = (await p.amina.get(here)).body.versions[0]
    const description = 'I ask for the receipt first and look up the thirty days on the till.'
    await p.amina.put(`${here}/description`, { revision: descriptionRevision, description })
    expect((await p.amina.post(`${here}/submission`, body)).status).toBe(200)
    expect((await p.ben.get(here)).body.versions[0].declaredDocuments).toEqual({ policy: true, ownBlankForm: null })
  })

  it('a blank form is refused unless the learner made it and says what it started [R75]', async () => {
    const here = await draft()
    const send = (ownBlankForm: string) =>
      p.amina.post(`${here}/submission`, { authentic: true, documents: { ownBlankForm } })
    expect((await send('')).body.code).toBe('evidence/blank-form-unexplained')
    expect((await send('I made it in March so that every complaint is written down.')).status).toBe(200)
  })
})
