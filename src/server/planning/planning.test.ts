import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { freezeClock, releaseClock } from '#platform/clock.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let two: CriterionKey[]
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  two = p.criteria.slice(0, 2)
})
afterEach(releaseClock)

const on = (day: string) => freezeClock(new Date(`${day}T10:00:00Z`))
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const plan = (who: SignedIn, over: Record<string, unknown> = {}) =>
  who.post(p.at(`/registrations/${p.registrationId}/plan-entries`), {
    kind: 'discussion',
    plannedFor: inDays(7),
    text: 'How you decide what to promise',
    criterionIds: two.map(k => k.criterionId),
    ...over,
  })
const entries = async (who: SignedIn, query = '') => (await who.get(p.at(`/plan-entries?${query}`))).body.entries
const one = async (who: SignedIn, id: string) => (await entries(who)).find((e: { id: string }) => e.id === id)

describe('a plan', () => {
  it('is made by those who judge and by the learner, and read by everybody who may see the registration [R78]', async () => {
    for (const who of [p.amina, p.ben, p.tom]) expect((await plan(who)).status).toBe(200)
    for (const who of [p.carol, p.grace]) expect((await plan(who)).body.code).toBe('planning/not-yours')
    for (const who of [p.amina, p.ben, p.tom, p.carol, p.grace]) expect(await entries(who)).toHaveLength(3)
    const stranger = await server.person(p.centreId, 'Strange', 'assessor')
    expect(await entries(stranger)).toEqual([])
    expect((await plan(stranger)).status).toBe(404)
    expect(await entries(p.amina, 'coming=mine')).toHaveLength(3)
    expect(await entries(p.carol, 'coming=mine')).toHaveLength(0)
  })

  it('names every fault at once, and only what the learner works towards', async () => {
    const answer = await plan(p.ben, { kind: 'talk', text: ' ', criterionIds: [], plannedFor: 'soon' })
    expect([answer.status, answer.body.faults.length]).toEqual([422, 4])
    expect((await plan(p.ben, { criterionIds: [randomUUID()] })).body.code).toBe('planning/not-chosen')
    expect((await plan(p.ben, { plannedFor: inDays(-1) })).body.code).toBe('planning/day-gone')
    expect((await plan(p.ben, { plannedFor: inDays(0) })).body.code).toBe('planning/no-time-to-read')
  })

  it('may span outcomes and units: one scenario for outcomes 2 and 3, unit 1 and unit 4 [R126]', async () => {
    const { units } = await p.matrix()
    const of = (number: string) => units.find((u: { number: string }) => u.number === number)
    const from = (unit: string, outcome: number) => of(unit).outcomes[outcome - 1].criteria[0].id as string
    const criterionIds = [from('1', 2), from('1', 3), from('4', 1)]
    const made = await plan(p.ben, {
      kind: 'observation',
      text: 'A whole complaint, from call to letter',
      criterionIds,
    })
    const shown = await one(p.amina, made.body.planEntryId)
    expect(shown.criteria.map((c: { unitNumber: string; number: string }) => [c.unitNumber, c.number])).toEqual([
      ['1', '2.1'],
      ['1', '3.1'],
      ['4', '1.1'],
    ])
  })

  it('asked for twice is made once', async () => {
    const id = randomUUID()
    const made = await Promise.all([plan(p.ben, { id }), plan(p.ben, { id }), plan(p.ben, { id })])
    expect(made.map(m => m.body)).toEqual(Array(3).fill({ planEntryId: id }))
    expect((await plan(p.tom, { id })).body.code).toBe('platform/request-already-used')
  })

  it('is changed by its writer before its day, then only withdrawn with a reason', async () => {
    on('2026-05-01')
    const { planEntryId } = (await plan(p.ben, { plannedFor: '2026-05-14' })).body
    const body = { kind: 'discussion', plannedFor: '2026-05-12', text: 'Shorter', criterionIds: [two[0]?.criterionId] }
    const change = (who: SignedIn) => who.put(p.at(`/plan-entries/${planEntryId}`), body)
    expect((await change(p.tom)).body.code).toBe('planning/written-by-another')
    expect((await change(p.ben)).status).toBe(200)
    expect(await one(p.amina, planEntryId)).toMatchObject({
      text: 'Shorter',
      plannedFor: '2026-05-12',
      can: { change: false },
    })
    on('2026-05-12')
    expect((await change(p.ben)).body).toMatchObject({ code: 'planning/day-has-come' })
    releaseClock()
    const withdraw = (who: SignedIn, reason = 'You were ill') =>
      who.post(p.at(`/plan-entries/${planEntryId}/withdrawal`), { reason })
    expect((await withdraw(p.amina)).status).toBe(403)
    expect((await withdraw(p.ben, ' ')).status).toBe(422)
    expect([(await withdraw(p.ben)).status, (await withdraw(p.ben)).status]).toEqual([200, 200])
    expect((await one(p.amina, planEntryId)).withdrawn).toMatchObject({ by: 'Ben', reason: 'You were ill' })
    expect((await change(p.ben)).body.code).toBe('planning/withdrawn')
    const { rows } = await server.services.ownerPool.query(
      `select type, reason from events where subject_id = $1 order by id`,
      [planEntryId],
    )
    expect(rows).toEqual([
      { type: 'plan-made', reason: null },
      { type: 'plan-changed', reason: null },
      { type: 'plan-withdrawn', reason: 'You were ill' },
    ])
  })
})

describe('evidence of a discussion', () => {
  const day = '2026-05-14'
  const discussion = (planEntryId: string | null, over = {}) =>
    p.submitted(two, { type: 'professional-discussion', shownOn: day, planEntryId, ...over })
  const obstacles = async (evidenceId: string) => {
    const told = (await p.assessment(p.tom, evidenceId)).obstacles
    return two.flatMap(k => (told[keyOf(k)] ?? []).filter((o: { code: string }) => o.code === 'not-planned'))
  }

  it('that names no plan is told so before it is claimed, and confirms nothing in either layer [R78]', async () => {
    const draft = await p.submitted(two, { draft: true, type: 'professional-discussion', shownOn: day })
    const { registrations } = (await p.amina.get(p.at(`/evidence/${draft}/claimable`))).body
    expect(registrations[0].units[0].outcomes[0].criteria[0].obstacles).toMatchObject([
      { code: 'not-planned', mend: 'other-evidence', details: { fault: 'no-plan' } },
    ])
    const evidenceId = await discussion(null)
    for (const [who, over] of [
      [p.tom, { provisional: true }],
      [p.ben, {}],
    ] as const)
      expect((await p.decide(who, evidenceId, met(two), over)).body).toMatchObject({
        code: 'decisions/in-the-way',
        details: { criteria: [{ obstacles: [{ code: 'not-planned' }] }, {}] },
      })
    expect((await p.decide(p.tom, evidenceId, notYet(two), { provisional: true })).status).toBe(200)
  })

  it('planned on the day itself is not planned beforehand; planned the day before it is [R78]', async () => {
    on('2026-05-13')
    const { planEntryId } = (await plan(p.tom, { plannedFor: day })).body
    releaseClock()
    expect(await obstacles(await discussion(planEntryId, { shownOn: '2026-05-13' }))).toMatchObject([
      { details: { fault: 'not-beforehand' } },
      {},
    ])
    const evidenceId = await discussion(planEntryId)
    expect(await obstacles(evidenceId)).toEqual([])
    expect((await p.decide(p.tom, evidenceId, met(two), { provisional: true })).status).toBe(200)
    // What evidence rests on stays as it was.
    const gone = await p.tom.post(p.at(`/plan-entries/${planEntryId}/withdrawal`), { reason: 'A slip' })
    expect(gone.body).toMatchObject({ code: 'planning/in-use', details: { evidence: 2 } })
    expect((await one(p.amina, planEntryId)).evidence).toHaveLength(2)
    expect((await p.amina.get(p.at(`/evidence/${evidenceId}`))).body.versions[0].planned).toMatchObject({
      id: planEntryId,
      by: 'Tom',
      plannedFor: day,
    })
  })

  it('names a plan of its own learner that still holds, and the plan is part of what was seen', async () => {
    const draft = await p.submitted(two, { draft: true })
    const describe = async (planEntryId: string) => {
      const { descriptionRevision: revision } = (await p.amina.get(p.at(`/evidence/${draft}`))).body.versions[0]
      return await p.amina.put(p.at(`/evidence/${draft}/description`), { revision, planEntryId })
    }
    expect((await describe(randomUUID())).body.code).toBe('evidence/no-such-plan')
    const { planEntryId } = (await plan(p.ben)).body
    expect((await describe(planEntryId)).status).toBe(200)
    await p.ben.post(p.at(`/plan-entries/${planEntryId}/withdrawal`), { reason: 'Twice planned' })
    expect((await p.amina.get(p.at(`/evidence/${draft}`))).body.versions[0].planned.withdrawn).toBe(true)
  })
})

describe('the kinds of evidence that a qualification accepts', () => {
  let path: string
  const set = (who: SignedIn, switchedOff: string[], replaces = 0, reason = 'Handbook, page 12') =>
    who.post(path, { switchedOff, reason, replaces })
  const shown = async (who: SignedIn) => (await who.get(path)).body
  beforeAll(async () => {
    const { qualification } = await p.matrix()
    path = p.at(`/versions/${qualification.versionId}/methods`)
  })

  it('are all of them until an administrator or the lead IQA says otherwise with a reason; everybody reads which [R69]', async () => {
    expect(await shown(p.grace)).toEqual({ off: [], history: [], own: [], can: { set: true } })
    for (const who of [p.ben, p.amina]) {
      expect((await set(who, ['case-study'])).status).toBe(403)
      expect(await shown(who)).toMatchObject({ off: [], can: { set: false } })
    }
    expect((await set(p.grace, ['hearsay'], 0, ' ')).body.faults).toHaveLength(2)
    expect((await set(p.grace, [])).body.code).toBe('methods/nothing-changed')
    expect((await set(p.grace, ['minutes', 'case-study'])).body).toEqual({ number: 1 })
    const off = { reason: 'Handbook, page 12', by: 'Grace' }
    expect((await shown(p.amina)).off).toMatchObject([
      { type: 'case-study', ...off },
      { type: 'minutes', ...off },
    ])
  })

  it('change without losing what was said; a request sent twice counts once, and whoever was slower is told [R69]', async () => {
    const lead = await server.person(p.centreId, 'Dev', 'lead-iqa')
    expect((await set(p.grace, ['minutes', 'case-study'])).body).toEqual({ number: 1 })
    expect((await set(lead, ['minutes'])).body).toMatchObject({
      code: 'methods/changed-meanwhile',
      details: { by: 'Grace' },
    })
    expect((await set(lead, ['minutes'], 1, 'Letter of 3 May')).body).toEqual({ number: 2 })
    expect(await shown(p.amina)).toMatchObject({
      off: [{ type: 'minutes', reason: 'Handbook, page 12' }],
      history: [
        { number: 2, by: 'Dev', switchedOff: ['minutes'], reason: 'Letter of 3 May' },
        { number: 1, by: 'Grace', switchedOff: ['case-study', 'minutes'] },
      ],
    })
    const { rows } = await server.services.ownerPool.query(
      `select body, reason from events where type = 'methods-set' order by id desc limit 1`,
    )
    expect(rows).toMatchObject([{ reason: 'Letter of 3 May', body: { switchedOff: [], switchedOn: ['case-study'] } }])
  })
  it('what is not accepted is told before the claim and refused in the decision; what was confirmed stays, and switched on it counts [R69]', async () => {
    const told = async (evidenceId: string) => {
      const { registrations } = (await p.amina.get(p.at(`/evidence/${evidenceId}/claimable`))).body
      const [unit] = registrations[0].units as { outcomes: { criteria: { obstacles: { code: string }[] }[] }[] }[]
      return unit?.outcomes.flatMap(o => o.criteria).flatMap(c => c.obstacles.map(o => o.code))
    }
    const [before, evidenceId] = [await p.submitted(two), await p.submitted(two)]
    expect((await p.decide(p.ben, before, met(two))).status).toBe(200)
    expect(await told(evidenceId)).not.toContain('kind-not-allowed')
    expect((await set(p.grace, ['personal-statement'], 2)).body).toEqual({ number: 3 })
    expect(new Set(await told(evidenceId))).toEqual(new Set(['kind-not-allowed']))
    const refused = await p.decide(p.ben, evidenceId, met(two))
    expect(refused.body).toMatchObject({ code: 'decisions/in-the-way', status: 409 })
    expect((await p.decide(p.tom, evidenceId, met(two), { provisional: true })).body.code).toBe('decisions/in-the-way')
    const { standings } = await p.matrix()
    expect(two.map(k => standings[k.criterionId].state)).toEqual(['confirmed', 'confirmed'])
    expect((await set(p.grace, ['minutes'], 3)).body).toEqual({ number: 4 })
    expect((await p.decide(p.ben, evidenceId, met(two))).status).toBe(200)
  })
  it('what no qualification of the learner accepts cannot be chosen, asked for, handed in or planned, and says why [R69]', async () => {
    const draft = await p.submitted(two, { draft: true })
    const kept = (await plan(p.ben)).body.planEntryId
    const off = ['professional-discussion', 'witness-testimony', 'personal-statement']
    expect((await set(p.grace, off, 4, 'Handbook, page 14')).body).toEqual({ number: 5 })
    const code = 'methods/not-accepted'
    const of = { registrationId: p.registrationId, qualification: expect.any(String) }
    const reasons = [{ ...of, reason: 'Handbook, page 14' }]
    const why = p.at(`/learners/${p.amina.personId}/methods`)
    for (const who of [p.amina, p.ben])
      expect((await who.get(why)).body.off).toMatchObject([
        { type: 'professional-discussion', everywhere: true, reasons },
        { type: 'witness-testimony', everywhere: true, reasons },
        { type: 'personal-statement', everywhere: true, reasons },
      ])
    const stranger = await server.person(p.centreId, 'Stranger', 'assessor')
    expect((await stranger.get(why)).status).toBe(404)
    expect((await plan(p.ben)).body).toMatchObject({ code, details: { type: 'professional-discussion' } })
    expect((await plan(p.ben, { kind: 'observation' })).status).toBe(200)
    const { kind, plannedFor, text, criteria } = await one(p.ben, kept)
    const again = { kind, plannedFor, text, criterionIds: criteria.map((c: { id: string }) => c.id) }
    expect((await p.ben.put(p.at(`/plan-entries/${kept}`), again)).body.code).toBe(code)
    const portfolio = p.at(`/learners/${p.amina.personId}`)
    const begin = (type?: string) => p.amina.post(`${portfolio}/evidence`, { kind: 'statement', type })
    expect((await begin('personal-statement')).body.code).toBe(code)
    const witness = {
      type: 'witness-testimony',
      witnessName: 'Helen',
      email: 'helen@example.org',
      asks: 'What you saw',
    }
    expect((await p.amina.post(`${portfolio}/testimony-requests`, witness)).body.code).toBe(code)
    const choose = (type: string) => p.amina.put(p.at(`/evidence/${draft}/description`), { revision: 2, type })
    expect((await choose('witness-testimony')).body.code).toBe(code)
    const submit = () => p.amina.post(p.at(`/evidence/${draft}/submission`), { authentic: true })
    expect((await submit()).body).toMatchObject({ code: 'evidence/not-ready', details: { missing: ['kind'] } })
    expect((await p.amina.get(p.at(`/evidence/${draft}`))).body.missing).toEqual(['kind'])
    const [shownBefore] = (await p.amina.get(p.at(`/evidence/${draft}`))).body.versions
    expect(shownBefore).toMatchObject({ statementText: 'I rang the depot first.', claims: [{}, {}] })
    expect((await p.amina.put(p.at(`/evidence/${draft}/description`), { revision: 2, type: null })).status).toBe(200)
    expect((await submit()).body.details).toEqual({ missing: ['kind'] })
    const log = { revision: 3, type: 'reflective-log' }
    expect((await p.amina.put(p.at(`/evidence/${draft}/description`), log)).status).toBe(200)
    expect((await submit()).status).toBe(200)
  })
  it('what one qualification of the learner accepts is handed in for it, and refused for the other only [R69] [R72]', async () => {
    const award = await p.register(p.award?.versionId as string)
    const { units } = await p.matrix(p.amina, award)
    const [criterion] = (units as { outcomes: { criteria: { id: string }[] }[] }[]).flatMap(u =>
      u.outcomes.flatMap(o => o.criteria),
    )
    const forAward = { registrationId: award, criterionId: criterion?.id as string }
    const open = p.criteria.at(3) as (typeof p.criteria)[number]
    const evidenceId = await p.submitted([open, forAward])
    const { off } = (await p.ben.get(p.at(`/learners/${p.amina.personId}/methods`))).body
    expect(off).toContainEqual({
      ...{ type: 'personal-statement', everywhere: false },
      reasons: [expect.objectContaining({ registrationId: p.registrationId })],
    })
    const refused = await p.decide(p.ben, evidenceId, met([open, forAward]))
    expect(refused.body).toMatchObject({ code: 'decisions/in-the-way', status: 409 })
    const notYet = { ...open, outcome: 'not-yet-met', reason: 'insufficient' } as const
    expect((await p.decide(p.ben, evidenceId, [...met([forAward]), notYet])).status).toBe(200)
  })
})
