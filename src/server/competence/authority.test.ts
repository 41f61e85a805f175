import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AuthorityFacts, authorityOn, limitOf } from '#domain/competence/authority.ts'
import { addMonths, dayOfInstant, nextDay } from '#domain/time.ts'
import { freezeClock, releaseClock } from '#platform/clock.ts'
import { formFor, met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
const owner = (text: string, ...values: unknown[]) => server.services.ownerPool.query(text, values)
const scopeOf = (personId: string, change: string, ...values: unknown[]) =>
  owner(`update authority_scopes set ${change} where person_id = $1`, personId, ...values)
afterEach(releaseClock)

describe('a decision', () => {
  let p: Portfolio
  beforeAll(async () => {
    p = await startPortfolio(server, { trainee: true })
  })

  it('states the authority it was made under, in its row, in its event and on the screen [R115]', async () => {
    const one = p.criteria.slice(0, 1)
    const evidenceId = await p.submitted(one)
    expect((await p.decide(p.ben, evidenceId, met(one))).status).toBe(200)
    const under = { role: 'assessor', standing: 'qualified', scope: { qualificationId: null }, award: { kind: 'held' } }
    const { rows } = await owner('select authority from decisions where evidence_id = $1', evidenceId)
    expect(rows[0].authority).toMatchObject([{ registrationId: p.registrationId, under }])
    const { rows: events } = await owner(
      `select body->'authority' as authority from events where type = 'decision-made' and subject_id = $1`,
      evidenceId,
    )
    expect(events[0].authority).toEqual(rows[0].authority)
    expect((await p.assessment(p.amina, evidenceId)).decisions[0].authority).toMatchObject(under)
  })

  it('typed yesterday and saved after the scope has ended is refused with the reason, and the ticks still wait [R115]', async () => {
    const one = p.criteria.slice(1, 2)
    const evidenceId = await p.submitted(one)
    const form = formFor(await p.assessment(p.ben, evidenceId), met(one))
    await scopeOf(p.ben.personId, `until_day = '2026-10-31'`)
    const refused = await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'competence/not-entitled', details: { gaps: [{ gap: 'scope-ended', until: '2026-10-31' }] } },
    })
    const shown = await p.assessment(p.ben, evidenceId)
    expect(shown.can.decide).toMatchObject({ allowed: false, reason: 'competence/not-entitled' })
    expect(shown.registrations[0]).toMatchObject({ own: [], notEntitled: [{ gap: 'scope-ended' }] })
    await scopeOf(p.ben.personId, 'until_day = null, levels = $2', [1])
    expect((await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)).body.details.gaps).toEqual([
      { gap: 'outside-level', level: 2, levels: [1] },
    ])
    await scopeOf(p.ben.personId, 'levels = null')
    expect((await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)).status).toBe(200)
  })

  it('a trainee decides provisionally until the last day of their eighteen months, and not at all on the day after [R112]', async () => {
    const [first, second] = [p.criteria.slice(2, 3), p.criteria.slice(3, 4)]
    const [one, other] = [await p.submitted(first), await p.submitted(second)]
    const { rows } = await owner(
      `select to_char(until_day, 'YYYY-MM-DD') as until, to_char(since, 'YYYY-MM-DD') as since from staff_awards where person_id = $1`,
      p.tom.personId,
    )
    expect(rows[0].until).toBe(addMonths(rows[0].since, 18))
    const today = dayOfInstant(new Date().toISOString())
    const startedOn = (day: string) =>
      owner(
        'update staff_awards set since = $2, until_day = $3 where person_id = $1',
        ...[p.tom.personId, day, limitOf('assessor', day)],
      )
    await startedOn(addMonths(today, -18))
    const last = limitOf('assessor', addMonths(today, -18))
    freezeClock(new Date(`${last}T23:30:00Z`))
    expect((await p.decide(p.tom, one, met(first), { provisional: true })).status).toBe(200)
    freezeClock(new Date(`${nextDay(last)}T00:10:00Z`))
    const late = await p.decide(p.tom, other, met(second), { provisional: true })
    expect(late).toMatchObject({ status: 403, body: { code: 'competence/not-entitled' } })
    expect(late.body.details.gaps).toEqual([{ gap: 'limit-passed', since: addMonths(today, -18), until: last }])
    expect((await p.decide(p.tom, other, met(second))).body.code).toBe('decisions/trainee-decides-provisionally')
  })

  it('a promoted trainee never countersigns what they ticked before: it waits for the countersigner [R7] [R112]', async () => {
    const some = p.criteria.slice(4, 6)
    const evidenceId = await p.submitted(some)
    expect((await p.decide(p.tom, evidenceId, met(some), { provisional: true })).status).toBe(200)
    const roles = p.at(`/people/${p.tom.personId}/roles`)
    expect((await p.grace.post(roles, { role: 'assessor' })).status).toBe(200)
    await p.grace.post(p.at(`/people/${p.tom.personId}/role-endings`), { role: 'trainee-assessor', shown: 1 })
    const allocate = (role: string, personId: string | null) =>
      p.grace.post(p.at(`/registrations/${p.registrationId}/allocations`), { role, personId })
    for (const [role, personId] of [
      ['trainee-assessor', null],
      ['assessor', p.tom.personId],
    ] as const)
      expect((await allocate(role, personId)).status).toBe(200)
    const own = await p.decide(p.tom, evidenceId, met(some))
    expect([own.status, own.body.code]).toEqual([409, 'decisions/own-provisional-decision'])
    expect((await p.decide(p.ben, evidenceId, met(some))).status).toBe(200)
    // Nor do they answer for it once it is in question.
    const reason = 'Which of the two letters is hers? The hand differs.'
    const asked = await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria: some, reason })
    const answer = (who: SignedIn) =>
      who.post(p.at(`/questions/${asked.body.questionId}/answer`), { judgements: met(some), words: reason })
    expect((await answer(p.tom)).body.code).toBe('decisions/own-provisional-decision')
    expect((await answer(p.ben)).status).toBe(200)
  })
})

describe('when authority lapses', () => {
  let p: Portfolio
  let evidenceId: string
  beforeAll(async () => {
    p = await startPortfolio(server, { trainee: true })
    evidenceId = await p.submitted(p.criteria.slice(0, 2))
  })

  const queueOf = async (who: SignedIn) =>
    ((await who.get(p.at('/queue'))).body.items as { kind: string; evidence: { id: string } | null }[])
      .filter(i => !i.evidence || i.evidence.id === evidenceId)
      .map(i => i.kind)
  const told = async () => {
    const { standings } = (await p.matrix()) as { standings: Record<string, { reason: string; mover: object }> }
    const { reason, mover } = (standings[p.criteria[0]?.criterionId ?? ''] ?? {}) as { reason: string; mover: object }
    return { reason, mover }
  }
  const queues = async () => [await queueOf(p.tom), await queueOf(p.ben), await queueOf(p.grace)]

  it('what waits shows whose it becomes: the assessor’s, then an administrator’s, who is told to name somebody [R10] [R112] [R115]', async () => {
    expect(await queues()).toEqual([['judge-provisionally'], [], []])
    await owner(
      `update staff_awards set until_day = '2026-10-01', since = '2025-04-01' where person_id = $1`,
      p.tom.personId,
    )
    expect(await queues()).toEqual([[], ['judge'], []])
    expect(await told()).toMatchObject({ reason: 'not-assessed', mover: { role: 'assessor', person: { name: 'Ben' } } })
    await scopeOf(p.ben.personId, `until_day = '2026-10-31'`)
    expect(await queues()).toEqual([[], [], ['entitle']])
    expect(await told()).toEqual({
      reason: 'needs-entitled-assessor',
      mover: { role: 'centre-administrator', person: null },
    })
    const { items } = (await p.grace.get(p.at('/queue'))).body
    expect(items[0].since.slice(0, 10)).not.toBe('2026-10-01')
    const { body } = await p.grace.get(p.at(`/registrations/${p.registrationId}`))
    expect(body.allocations.find((a: { role: string }) => a.role === 'assessor')).toMatchObject({
      entitled: false,
      holdsRole: true,
      gaps: [{ gap: 'scope-ended', until: '2026-10-31' }],
    })
  })

  it('naming somebody outside their scope is refused with the reason, and naming somebody entitled moves it on [R115]', async () => {
    const [sunita, nia] = [
      await server.person(p.centreId, 'Sunita', 'assessor'),
      await server.person(p.centreId, 'Nia', 'assessor'),
    ]
    await scopeOf(nia.personId, 'levels = $2', [3])
    const name = (role: string, personId: string) =>
      p.grace.post(p.at(`/registrations/${p.registrationId}/allocations`), { role, personId })
    expect(await name('assessor', nia.personId)).toMatchObject({
      status: 409,
      body: {
        code: 'registrations/not-entitled',
        details: { place: 'assessor', gaps: [{ gap: 'outside-level', level: 2, levels: [3] }] },
      },
    })
    for (const role of ['assessor', 'countersigner']) expect((await name(role, sunita.personId)).status).toBe(200)
    expect([await queueOf(sunita), await queueOf(p.grace)]).toEqual([['judge'], []])
    expect((await p.decide(sunita, evidenceId, met(p.criteria.slice(0, 2)))).status).toBe(200)
  })
})

it('the periods that a whole queue is read by say the same as the rule for one person on one day [R112] [R115] [R116]', async () => {
  const p = await startPortfolio(server)
  const { rows } = await owner(
    'select q.id from qualifications q where q.centre_id = $1 order by q.number limit 2',
    p.centreId,
  )
  const [here, there] = rows.map(r => r.id as string) as [string, string]
  const day = fc.integer({ min: 0, max: 18 }).map(n => addMonths('2024-01-31', n))
  const until = fc.option(day, { nil: null })
  const role = fc.constantFrom('assessor' as const, 'iqa' as const)
  const given = fc.record({
    scopes: fc.array(
      fc.record({
        ...{ id: fc.uuid(), role, from: day, until, qualificationId: fc.constantFrom(null, here, there) },
        levels: fc.constantFrom(null, [2], [2, 3], [4]),
      }),
      { maxLength: 3 },
    ),
    awards: fc.array(
      fc.record({
        ...{ id: fc.uuid(), role, title: fc.constant('A1'), since: day, until },
        kind: fc.constantFrom('held' as const, 'working-towards' as const, 'employer-direct-model' as const),
      }),
      { maxLength: 3 },
    ),
    complete: fc.option(day, { nil: null }),
  })
  const client = await server.services.ownerPool.connect()
  try {
    await fc.assert(
      fc.asyncProperty(given, day, role, async ({ scopes, awards, complete }, on, as) => {
        const dated = awards.map(a => (a.kind === 'working-towards' ? { ...a, until: a.until ?? '2026-01-31' } : a))
        await client.query('begin')
        await client.query(`select set_config('countersign.centre', $1, true)`, [p.centreId])
        await client.query('delete from authority_scopes where person_id = $1', [p.ben.personId])
        await client.query('delete from staff_awards where person_id = $1', [p.ben.personId])
        const row = [p.centreId, p.ben.personId]
        for (const s of scopes)
          await client.query(
            `insert into authority_scopes (centre_id, person_id, role, qualification_id, levels, from_day, until_day, declared, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, false, now())`,
            [...row, s.role, s.qualificationId, s.levels, s.from, s.until],
          )
        for (const a of dated)
          await client.query(
            `insert into staff_awards (centre_id, person_id, role, kind, title, since, until_day, declared, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, false, now())`,
            [...row, a.role, a.kind, a.title, a.since, a.until],
          )
        if (complete) {
          const { rows: made } = await client.query(
            `insert into direct_models (centre_id, qualification_id, employer, sector, size, recorded_by, recorded_at) values ($1, $2, 'E', 'S', '9', $3, now()) returning id`,
            [p.centreId, here, p.grace.personId],
          )
          await client.query(
            `insert into direct_model_conditions (centre_id, model_id, condition, met_on, evidence, recorded_by, recorded_at)
             select $1, $2, c, $3, 'E', $4, now() from unnest(array['liaison', 'roles-reviewed', 'mapping', 'mapping-agreed', 'equal-rigour']) c`,
            [p.centreId, made[0].id, complete, p.grace.personId],
          )
        }
        const facts: AuthorityFacts = (
          await client.query('select facts from authority_facts where person_id = $1 and centre_id = $2', [
            row[1],
            row[0],
          ])
        ).rows[0].facts
        for (const needs of ['qualified', 'working-towards'] as const) {
          const asked = { role: as, qualificationId: here, level: 2, day: on, needs }
          const { rows: found } = await client.query(
            `select exists (select 1 from entitlements e where e.centre_id = $1 and e.person_id = $2 and e.role = $3 and (e.qualified or $4)
                and (e.qualification_id is null or e.qualification_id = $5) and (e.levels is null or 2 = any (e.levels))
                and e.from_day <= $6 and (e.until_day is null or $6 <= e.until_day)) as entitled`,
            [...row, as, needs === 'working-towards', here, on],
          )
          expect(found[0].entitled).toBe(authorityOn(facts, asked).entitled)
        }
        await client.query('rollback')
      }),
      { numRuns: 150 },
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
}, 30_000)
