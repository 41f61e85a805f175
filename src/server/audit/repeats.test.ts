import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { formFor, met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
beforeAll(async () => {
  p = await startPortfolio(server)
})

type Case = { what: string; make: () => Promise<{ who: SignedIn; path: string; first: object; other: object }> }
const cases: Case[] = [
  {
    what: 'a piece of evidence',
    make: async () => ({
      who: p.amina,
      path: `/learners/${p.amina.personId}/evidence`,
      first: { id: randomUUID(), kind: 'statement' },
      other: { kind: 'file' },
    }),
  },
  {
    what: 'a request to a witness',
    make: async () => ({
      who: p.amina,
      path: `/learners/${p.amina.personId}/testimony-requests`,
      first: {
        ...{ id: randomUUID(), type: 'witness-testimony', witnessName: 'Denise Okoro' },
        ...{ email: 'denise@shop.example', asks: 'The kettle on 14 May' },
      },
      other: { asks: 'The lamp on 20 May' },
    }),
  },
  {
    what: 'a decision',
    make: async () => {
      const claimed = p.criteria.slice(0, 1)
      const evidenceId = await p.submitted(claimed)
      const first = formFor(await p.assessment(p.ben, evidenceId), met(claimed))
      const feedback = 'Other words about the same evidence, typed after the answer was lost on its way.'
      return { who: p.ben, path: `/evidence/${evidenceId}/decisions`, first, other: { feedback } }
    },
  },
]

it.each(cases)(
  '$what that is sent again finds what the first request made, and with another body is refused',
  async ({ make }) => {
    const { who, path, first, other } = await make()
    const made = await who.post(p.at(path), first)
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const events = async () =>
      (await server.services.ownerPool.query('select id from events where centre_id = $1', [p.centreId])).rowCount
    const before = await events()
    const again = await who.post(p.at(path), first)
    expect([again.status, again.body]).toEqual([200, made.body])
    const changed = await who.post(p.at(path), { ...first, ...other })
    expect([changed.status, changed.body.code]).toEqual([409, 'platform/request-already-used'])
    expect(await events()).toBe(before)
  },
)

it('of two requests under one id with other bodies, sent at the same moment, one is kept and one refused', async () => {
  for (let round = 0; round < 5; round++) {
    const id = randomUUID()
    const answers = await Promise.all(
      ['statement', 'file'].map(kind => p.amina.post(p.at(`/learners/${p.amina.personId}/evidence`), { id, kind })),
    )
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  }
})
