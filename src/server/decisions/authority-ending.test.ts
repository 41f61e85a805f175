import { beforeAll, describe, expect, it } from 'vitest'
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

/** How many statements of this database wait for another transaction. */
async function waiting(): Promise<number> {
  const { rows } = await server.services.ownerPool.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].n
}

async function untilWaiting(many: number): Promise<'waits'> {
  while ((await waiting()) < many) await new Promise(resolve => setTimeout(resolve, 10))
  return 'waits'
}

/** Two requests: the first is held up in the middle, then the second is sent. Answers what the second did meanwhile, and both. */
async function whileUnderWay(evidenceId: string, first: () => Promise<Answer>, second: () => Promise<Answer>) {
  const blocker = await server.services.ownerPool.connect()
  try {
    await blocker.query('begin')
    await blocker.query('select 1 from evidence_versions where evidence_id = $1 for update', [evidenceId])
    const begun = first()
    await untilWaiting(1)
    const ending = second()
    const meanwhile = await Promise.race([ending.then(a => `answered ${a.status}`), untilWaiting(2)])
    await blocker.query('commit')
    return { meanwhile, answers: await Promise.all([begun, ending]) }
  } finally {
    blocker.release()
  }
}

type Ending = { what: string; event: string; end: (q: Portfolio) => Promise<() => Promise<Answer>> }
const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
const record = async (q: Portfolio) => (await q.grace.get(q.at(`/competence/${q.ben.personId}`))).body
const conflict = async (q: Portfolio) => {
  const about = { personId: q.ben.personId, kind: 'family', about: 'Amina is a cousin of his' }
  return (await q.grace.post(q.at(`/learners/${q.amina.personId}/conflicts`), about)).body.conflictId
}
const manage = (q: Portfolio, conflictId: string, way: string) =>
  q.grace.post(q.at(`/conflicts/${conflictId}/management`), { way, how: 'As agreed in the meeting' })

const endings: Ending[] = [
  {
    ...{ what: 'a role', event: 'role-ended' },
    end: async q => () => q.grace.post(q.at(`/people/${q.ben.personId}/role-endings`), { role: 'assessor', shown: 1 }),
  },
  {
    ...{ what: 'a place', event: 'allocation-ended' },
    end: async q => () =>
      q.grace.post(q.at(`/registrations/${q.registrationId}/allocations`), { role: 'assessor', personId: null }),
  },
  {
    ...{ what: 'a scope', event: 'authority-scope-ended' },
    end: async q => {
      const { id } = (await record(q)).scopes[0]
      const body = { until: yesterday, reason: 'Another took the qualification over' }
      return () => q.grace.post(q.at(`/competence/${q.ben.personId}/scopes/${id}/ending`), body)
    },
  },
  {
    ...{ what: 'an award', event: 'staff-award-ended' },
    end: async q => {
      const { id } = (await record(q)).awards[0]
      const body = { until: yesterday, reason: 'The certificate was of somebody else' }
      return () => q.grace.post(q.at(`/competence/${q.ben.personId}/awards/${id}/ending`), body)
    },
  },
  {
    ...{ what: 'impartiality, by a conflict of interest that is declared', event: 'conflict-declared' },
    end: async q => () =>
      q.grace.post(q.at(`/learners/${q.amina.personId}/conflicts`), {
        ...{ personId: q.ben.personId, kind: 'family', about: 'Amina is a cousin of his' },
      }),
  },
  {
    ...{ what: 'impartiality, by a conflict of interest that is managed anew', event: 'conflict-managed' },
    end: async q => {
      const conflictId = await conflict(q)
      expect((await manage(q, conflictId, 'full-sampling')).status).toBe(200)
      return () => manage(q, conflictId, 'other-assessor')
    },
  },
]

describe.each(endings)('the end of $what', ({ event, end }) => {
  it('waits for a decision that is under way and stands before it in the ledger; the next one is refused [R10]', async () => {
    const q = await startPortfolio(server)
    const claimed = q.criteria.slice(0, 1)
    const [evidenceId, next] = [await q.submitted(claimed), await q.submitted(q.criteria.slice(1, 2))]
    const form = formFor(await q.assessment(q.ben, evidenceId), met(claimed))
    const later = formFor(await q.assessment(q.ben, next), met(q.criteria.slice(1, 2)))
    const decide = (id: string, body: object) => () => q.ben.post(q.at(`/evidence/${id}/decisions`), body)
    const { meanwhile, answers } = await whileUnderWay(evidenceId, decide(evidenceId, form), await end(q))
    expect(meanwhile).toBe('waits')
    expect(answers.map(a => a.status)).toEqual([200, 200])
    const { rows } = await server.services.ownerPool.query(
      `select d.id < e.id as before, d.at <= e.at as earlier from events d, events e
        where d.type = 'decision-made' and d.subject_id = $1 and e.type = $2 and e.centre_id = $3 order by e.id desc limit 1`,
      [evidenceId, event, q.centreId],
    )
    expect(rows).toEqual([{ before: true, earlier: true }])
    expect([403, 404]).toContain((await decide(next, later)()).status)
  })
})

it('the end of a session waits for a decision that it asked for, and the next one is not taken', async () => {
  const q = await startPortfolio(server)
  const claimed = q.criteria.slice(0, 1)
  const evidenceId = await q.submitted(claimed)
  const form = formFor(await q.assessment(q.ben, evidenceId), met(claimed))
  const elsewhere = await server.signIn(q.ben.personId)
  const decide = () => q.ben.post(q.at(`/evidence/${evidenceId}/decisions`), form)
  const { meanwhile, answers } = await whileUnderWay(evidenceId, decide, () =>
    elsewhere.post('/auth/revoke-other-sessions', {}, { origin: server.address }),
  )
  expect(meanwhile).toBe('waits')
  expect(answers.map(a => a.status)).toEqual([200, 200])
  expect((await decide()).status).toBe(401)
})

it('the end of an allotment waits for a question that an external quality assurer is asking; the next one is refused [R133]', async () => {
  const q = await startPortfolio(server)
  const dev = await server.person(q.centreId, 'Dev', 'eqa')
  const claimed = q.criteria.slice(0, 2)
  const evidenceId = await q.submitted(claimed)
  expect((await q.decide(q.ben, evidenceId, met(claimed))).status).toBe(200)
  const { rows } = await server.services.ownerPool.query(
    'select v.qualification_id from registrations r join qualification_versions v on v.id = r.version_id where r.id = $1',
    [q.registrationId],
  )
  const allot = (ids: string[]) => q.grace.put(q.at(`/people/${dev.personId}/allotments`), { qualificationIds: ids })
  expect((await allot([rows[0].qualification_id])).status).toBe(200)
  const question = (criteria: object[]) =>
    dev.post(q.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria, reason: 'Which of the lamps was it?' })
  const { meanwhile, answers } = await whileUnderWay(
    evidenceId,
    () => question(claimed.slice(0, 1)),
    () => allot([]),
  )
  expect(meanwhile).toBe('waits')
  expect(answers.map(a => a.status)).toEqual([200, 200])
  expect((await question(claimed.slice(1))).status).toBe(404)
})

it('two administrators who end each other’s role at the same moment take turns, and one of them stays', async () => {
  const q = await startPortfolio(server)
  for (let round = 0; round < 4; round++) {
    const [one, other] = await Promise.all(
      ['Ruth', 'Alan'].map(name => server.person(q.centreId, name, 'centre-administrator')),
    )
    const end = (who: SignedIn, whose: SignedIn) =>
      who.post(q.at(`/people/${whose.personId}/role-endings`), { role: 'centre-administrator', shown: 0 })
    const [a, b] = [one as SignedIn, other as SignedIn]
    const answers = await Promise.all([end(a, b), end(b, a)])
    expect(answers.map(x => x.status).sort()).toEqual([200, 404])
  }
})
