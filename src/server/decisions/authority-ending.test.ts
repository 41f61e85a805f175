import { beforeAll, expect, it } from 'vitest'
import { formFor, met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type Answer, type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
beforeAll(async () => {
  p = await startPortfolio(server)
  // With another role he stays in the centre while the one ends.
  expect((await roleOf('roles', { role: 'mentor' })).status).toBe(200)
})

/** A decision that is ready to be sent, so that both requests leave at the same moment. */
async function ready(who: SignedIn): Promise<{ evidenceId: string; send: () => Promise<Answer> }> {
  const claimed = p.criteria.slice(0, 1)
  const evidenceId = await p.submitted(claimed)
  const form = formFor((await who.get(p.at(`/evidence/${evidenceId}/assessment`))).body, met(claimed))
  const send = () => who.post(p.at(`/evidence/${evidenceId}/decisions`), form)
  return { evidenceId, send }
}

/** The order in the ledger of a decision and of the ending that came at the same moment; the moments they carry. */
async function ledger(evidenceId: string, ending: string) {
  const { rows } = await server.services.ownerPool.query(
    `select d.id > e.id as after, d.at > e.at as later
       from events d, (select id, at from events where type = $2 and centre_id = $3 order by id desc limit 1) e
      where d.type = 'decision-made' and d.subject_id = $1`,
    [evidenceId, ending, p.centreId],
  )
  return rows
}

const rounds = Array.from({ length: 8 }, (_, round) => round)
const roleOf = (path: string, body: object) => p.grace.post(p.at(`/people/${p.ben.personId}/${path}`), body)
const place = (personId: string | null) =>
  p.grace.post(p.at(`/registrations/${p.registrationId}/allocations`), { role: 'assessor', personId })

it.each([
  {
    what: 'the end of the assessor’s role',
    event: 'role-ended',
    end: () => roleOf('role-endings', { role: 'assessor', shown: 1 }),
    restore: () => roleOf('roles', { role: 'assessor' }),
  },
  {
    what: 'the end of the assessor’s place',
    event: 'allocation-ended',
    end: () => place(null),
    restore: () => place(p.ben.personId),
  },
])('a decision and $what take turns: none stands that came after [R10]', async ({ event, end, restore }) => {
  const outcomes: number[] = []
  for (const round of rounds) {
    const { evidenceId, send } = await ready(p.ben)
    // Each gets its turn to leave first.
    const both = round % 2 ? [send, end] : [end, send]
    const answers = await Promise.all(both.map(one => one()))
    const [decided, ended] = (round % 2 ? answers : answers.reverse()) as [Answer, Answer]
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect([200, 403, 404, 409]).toContain(decided.status)
    expect(await ledger(evidenceId, event)).toEqual(decided.status === 200 ? [{ after: false, later: false }] : [])
    outcomes.push(decided.status)
    expect((await restore()).status).toBe(200)
  }
  expect(outcomes).toContain(200)
})
