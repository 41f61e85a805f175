import { beforeAll, describe, expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import { formFor, met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()

const totals = async (p: Portfolio) => (await p.matrix()).totals
const standingOf = async (p: Portfolio, key: CriterionKey) => (await p.matrix()).standings[key.criterionId]
const acceptance = (shown: CriterionKey[], over = {}) => ({
  layer: 'learner',
  confirmed: true,
  shown,
  exceptions: [],
  rationale: 'Seen together in one piece',
  ...over,
})

describe('without a trainee', () => {
  let p: Portfolio
  let six: CriterionKey[]
  beforeAll(async () => {
    p = await startPortfolio(server)
    six = p.criteria.slice(0, 6)
  })

  it('six claims move nothing; the assessor confirms all but one, and progress moves by exactly five [R1] [R2] [R4]', async () => {
    const evidenceId = await p.submitted(six)
    expect(await totals(p)).toMatchObject({ claimed: 6, confirmed: 0 })
    const shown = await p.assessment(p.ben, evidenceId)
    expect(shown.layers.learner).toHaveLength(6)
    expect(shown.layers.learner[0].byName).toBe('Amina')
    const saved = await p.decide(p.ben, evidenceId, [...met(six.slice(0, 5)), ...notYet(six.slice(5))], {
      acceptances: [acceptance(six, { exceptions: six.slice(5) })],
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect(await totals(p)).toMatchObject({ claimed: 0, confirmed: 5, returned: 1 })
    expect(await standingOf(p, six[5] as CriterionKey)).toMatchObject({
      state: 'returned',
      reason: 'not-yet-met',
      mover: { role: 'learner', person: { name: 'Amina' } },
    })
    const after = await p.assessment(p.ben, evidenceId)
    expect(after.layers.learner).toEqual(shown.layers.learner)
    expect(after.decisions[0].acceptances).toEqual([
      { layer: 'learner', shown: 6, exceptions: 1, rationale: 'Seen together in one piece' },
    ])
  })

  it('accept-all wants the prompt answered, and answers exactly what was shown or what changed meanwhile [R5] [R6]', async () => {
    const evidenceId = await p.submitted(six.slice(0, 3))
    const path = p.at(`/evidence/${evidenceId}/acceptances`)
    expect((await p.ben.post(path, { version: 1, layer: 'learner', shown: six.slice(0, 3) })).status).toBe(422)
    expect(
      (await p.ben.post(path, { version: 1, layer: 'learner', shown: six.slice(0, 3), confirmed: true })).body.ticks,
    ).toHaveLength(3)
    const fewer = await p.ben.post(path, { version: 1, layer: 'learner', shown: six.slice(0, 2), confirmed: true })
    expect([fewer.status, fewer.body.code]).toEqual([409, 'decisions/changed-meanwhile'])
    expect(fewer.body.details.difference.learner.added).toEqual([six[2]])
    expect((await p.assessment(p.ben, evidenceId)).layers.assessor).toEqual([])
  })

  it('accept-all leaves an own judgement alone and names it; an acceptance that claims it is refused [R5] [R6]', async () => {
    const three = six.slice(0, 3)
    const [first, second, third] = three as [CriterionKey, CriterionKey, CriterionKey]
    const evidenceId = await p.submitted(three)
    const path = p.at(`/evidence/${evidenceId}/acceptances`)
    const judged = [{ ...second, outcome: 'not-yet-met' }]
    const asking = { version: 1, layer: 'learner', confirmed: true, judged }
    const answer = await p.ben.post(path, { ...asking, shown: [first, third] })
    expect(answer.body).toEqual({
      ticks: expect.arrayContaining([first, third]),
      leaves: [{ ...second, why: 'judged-here', outcome: 'not-yet-met', by: '' }],
    })
    const all = await p.ben.post(path, { ...asking, shown: three })
    expect([all.status, all.body.code]).toEqual([409, 'decisions/acceptance-differs'])
    const fewer = await p.ben.post(path, { ...asking, shown: [first] })
    expect(fewer.body.details.difference.learner).toEqual({ added: [third], removed: [] })
    // The decision: one's own word stays one's own, and the acceptance does not claim it.
    const own = [...met([first, third]), ...notYet([second])]
    const claimed = await p.decide(p.ben, evidenceId, own, { acceptances: [acceptance(three)] })
    expect([claimed.status, claimed.body.code]).toEqual([409, 'decisions/acceptance-differs'])
    expect((await p.decide(p.ben, evidenceId, own, { acceptances: [acceptance([first, third])] })).status).toBe(200)
    const after = await p.assessment(p.ben, evidenceId)
    expect(after.decisions[0].acceptances).toMatchObject([{ shown: 2, exceptions: 0 }])
    expect(after.layers.assessor.map((t: { outcome: string }) => t.outcome).sort()).toEqual([
      'met',
      'met',
      'not-yet-met',
    ])
  })

  it('accept-all leaves alone what an assessor has saved and what stands [R5]', async () => {
    const two = six.slice(0, 2)
    const evidenceId = await p.submitted(two)
    expect((await p.decide(p.ben, evidenceId, [...met(two.slice(0, 1)), ...notYet(two.slice(1))])).status).toBe(200)
    const path = p.at(`/evidence/${evidenceId}/acceptances`)
    const answer = await p.ben.post(path, { version: 1, layer: 'learner', confirmed: true, shown: two })
    expect([answer.status, answer.body.code]).toEqual([409, 'decisions/changed-meanwhile'])
    expect(
      (await p.assessment(p.ben, evidenceId)).layers.assessor.map((t: { outcome: string }) => t.outcome).sort(),
    ).toEqual(['met', 'not-yet-met'])
  })

  it('two assessors at once: one decision stands, the second is told what changed [R9]', async () => {
    const evidenceId = await p.submitted(six.slice(0, 2))
    const form = formFor(await p.assessment(p.ben, evidenceId), met(six.slice(0, 2)))
    const path = p.at(`/evidence/${evidenceId}/decisions`)
    const both = await Promise.all([
      p.ben.post(path, form),
      p.ben.post(path, { ...form, requestId: crypto.randomUUID() }),
    ])
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect(['decisions/changed-meanwhile', 'decisions/not-waiting']).toContain(
      both.find(b => b.status === 409)?.body.code,
    )
    expect((await p.assessment(p.ben, evidenceId)).decisions).toHaveLength(1)
  })

  it('a save that is sent again after a dropped connection is the same decision', async () => {
    const evidenceId = await p.submitted(six.slice(0, 1))
    const form = formFor(await p.assessment(p.ben, evidenceId), met(six.slice(0, 1)))
    const first = await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)
    const again = await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)
    expect(again.body.decisionId).toBe(first.body.decisionId)
    expect((await p.assessment(p.ben, evidenceId)).decisions).toHaveLength(1)
  })

  it('every fault of the form is named at once', async () => {
    const evidenceId = await p.submitted(six.slice(0, 1))
    const answer = await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), {
      ...formFor(await p.assessment(p.ben, evidenceId), []),
      feedback: ' ',
      outcome: 'passed',
    })
    expect(answer.status).toBe(422)
    expect(answer.body.faults.map((f: { path: string }) => f.path).sort()).toEqual([
      'feedback',
      'judgements',
      'outcome',
    ])
  })

  it('confirming a criterion for one registration leaves the other registration as it was [R72]', async () => {
    const otherId = await p.register(p.award?.versionId as string)
    const before = await p.matrix(p.amina, otherId)
    const shared = before.units.find((u: { code: string }) => u.code === 'L/299/1062') ?? before.units[0]
    const here = (await p.matrix()).units.find((u: { id: string }) => u.id === shared.id)
    const criterionId = (here ?? shared).outcomes[0].criteria[0].id
    const both = here
      ? [
          { registrationId: p.registrationId, criterionId },
          { registrationId: otherId, criterionId },
        ]
      : []
    expect(both).toHaveLength(2)
    const evidenceId = await p.submitted(both)
    await p.decide(p.ben, evidenceId, [...met(both.slice(0, 1)), ...notYet(both.slice(1))])
    expect((await p.matrix()).standings[criterionId].state).toBe('confirmed')
    expect((await p.matrix(p.amina, otherId)).standings[criterionId].state).toBe('returned')
  })
})

describe('what stands in the way of a confirmation', () => {
  it('is told beforehand, refused in the deed, and answered for in words that stay with the decision [R30] [R80] [R81]', async () => {
    const p = await startPortfolio(server)
    const units = (await p.matrix()).units as {
      outcomes: { criteria: { id: string; number: string; text: string; kind: string; plural: boolean }[] }[]
    }[]
    const all = units.flatMap(u => u.outcomes.flatMap(o => o.criteria))
    const keyed = (c: { id: string } | undefined) => ({
      registrationId: p.registrationId,
      criterionId: c?.id as string,
    })
    const plural = keyed(all.find(c => c.plural && c.kind === 'knowledge'))
    const deed = keyed(all.find(c => c.kind === 'performance' && !c.plural))
    const evidenceId = await p.submitted([plural, deed], { type: 'worksheet' })
    const told = (await p.assessment(p.ben, evidenceId)).obstacles
    const codes = (k: CriterionKey) => told[`${k.registrationId}/${k.criterionId}`].map((o: { code: string }) => o.code)
    expect([codes(plural), codes(deed)]).toEqual([['more-than-one-example'], ['performance-needs-performance']])
    const refused = await p.decide(p.ben, evidenceId, met([plural, deed]))
    expect([refused.status, refused.body.code]).toEqual([409, 'decisions/in-the-way'])
    expect(refused.body.details.criteria).toMatchObject([{ criterionId: deed.criterionId }])
    const half = [...met([plural]), ...notYet([deed])]
    const unexplained = await p.decide(p.ben, evidenceId, half, { justifications: [] })
    expect(unexplained.body.code).toBe('decisions/in-the-way')
    const { number = '', text = '' } = all.find(c => c.id === plural.criterionId) ?? {}
    expect(unexplained.body.details.criteria).toMatchObject([
      { ...plural, number, obstacles: [{ details: { words: moreThanOneAsked({ text, verb: 'describe' }) } }] },
    ])
    const unsaid = { ...plural, code: 'more-than-one-example', text: ' ', ticked: false }
    expect((await p.decide(p.ben, evidenceId, half, { justifications: [unsaid] })).status).toBe(422)
    const saved = await p.decide(p.ben, evidenceId, [...met([plural]), ...notYet([deed])])
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const { decisions } = await p.assessment(p.carol, evidenceId)
    expect(decisions[0].justifications).toMatchObject([
      { ...plural, code: 'more-than-one-example', text: 'Three are shown in this one piece.', ticked: false },
    ])
    const second = await p.submitted([plural], { type: 'minutes' })
    expect(
      (await p.assessment(p.ben, second)).obstacles[`${plural.registrationId}/${plural.criterionId}`],
    ).toBeUndefined()
    expect((await p.decide(p.ben, second, met([plural]))).status).toBe(200)
  })

  it('a tick that more than one is shown answers without words, and stays with the decision and its event [R30]', async () => {
    const p = await startPortfolio(server)
    const criteria = (await p.matrix()).units.flatMap((u: any) => u.outcomes.flatMap((o: any) => o.criteria))
    const { id } = criteria.find((c: any) => c.plural && c.kind === 'knowledge')
    const plural = { registrationId: p.registrationId, criterionId: id }
    const evidenceId = await p.submitted([plural])
    const tick = { ...plural, code: 'more-than-one-example', ticked: true }
    const saved = await p.decide(p.ben, evidenceId, met([plural]), { justifications: [tick] })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const kept = { ...tick, text: '' }
    expect((await p.assessment(p.amina, evidenceId)).decisions[0].justifications).toEqual([kept])
    const { rows } = await server.services.ownerPool.query(
      "select body from events where type = 'decision-made' and subject_id = $1",
      [evidenceId],
    )
    expect(rows[0].body.justifications).toEqual([kept])
  })
})

describe('who may judge', () => {
  let p: Portfolio
  beforeAll(async () => {
    p = await startPortfolio(server, { trainee: true })
  })

  it('nobody but the allocated: not the learner, the IQA, the administrator, another assessor, or somebody whose role has ended [R107] [R108]', async () => {
    const one = p.criteria.slice(0, 1)
    const evidenceId = await p.submitted(one)
    await p.decide(p.tom, evidenceId, met(one), { provisional: true })
    const form = formFor(await p.assessment(p.ben, evidenceId), met(one))
    const path = p.at(`/evidence/${evidenceId}/decisions`)
    const other = await server.person(p.centreId, 'Olga', 'assessor')
    expect((await other.post(path, form)).status).toBe(404)
    for (const who of [p.amina, p.tom, p.carol, p.grace])
      expect((await who.post(path, form)).status, who.personId).toBe(403)
    await server.services.ownerPool.query(
      `update role_grants set ended_at = now() where person_id = $1 and role = 'assessor'`,
      [p.ben.personId],
    )
    expect((await p.ben.post(path, form)).status).toBe(404)
    await server.services.ownerPool.query(
      `with given as (update role_grants set ended_at = null where person_id = $1 and role = 'assessor')
       select identity.settle($2, $1, now())`,
      [p.ben.personId, p.centreId],
    )
    expect((await p.ben.post(path, form)).status).toBe(200)
  })

  it("a trainee's ticks count for nothing until the countersigner has confirmed them [R7] [R8] [R9]", async () => {
    const some = p.criteria.slice(1, 5)
    const evidenceId = await p.submitted(some)
    const before = await totals(p)
    const provisional = await p.decide(p.tom, evidenceId, [...met(some.slice(0, 3)), ...notYet(some.slice(3))], {
      provisional: true,
    })
    expect(provisional.status, JSON.stringify(provisional.body)).toBe(200)
    expect(await totals(p)).toMatchObject({ confirmed: before.confirmed, provisional: 3 })
    expect(await standingOf(p, some[0] as CriterionKey)).toMatchObject({
      state: 'provisional',
      reason: 'not-countersigned',
      mover: { role: 'countersigner', person: { name: 'Ben' } },
    })
    const shown = await p.assessment(p.ben, evidenceId)
    expect([shown.layers.learner.length, shown.layers.trainee.length]).toEqual([4, 4])
    const trained = { ...acceptance(some.slice(0, 3)), layer: 'trainee' }
    const saved = await p.decide(p.ben, evidenceId, [...met(some.slice(0, 3)), ...notYet(some.slice(3))], {
      acceptances: [trained],
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await totals(p)).confirmed).toBe(before.confirmed + 3)
    const after = await p.assessment(p.ben, evidenceId)
    expect([after.layers.learner, after.layers.trainee]).toEqual([shown.layers.learner, shown.layers.trainee])
    expect(new Set(['learner', 'trainee', 'assessor'].map(l => after.layers[l][0].byName))).toEqual(
      new Set(['Amina', 'Tom', 'Ben']),
    )
  })

  it('the queue gives each person their own move, oldest first', async () => {
    const evidenceId = await p.submitted(p.criteria.slice(5, 6))
    const kindFor = async (who: typeof p.ben) =>
      ((await who.get(p.at('/queue'))).body.items as { kind: string; evidence: { id: string } | null }[]).find(
        i => i.evidence?.id === evidenceId,
      )?.kind
    expect([await kindFor(p.tom), await kindFor(p.ben), await kindFor(p.amina)]).toEqual([
      'judge-provisionally',
      undefined,
      undefined,
    ])
    await p.decide(p.tom, evidenceId, met(p.criteria.slice(5, 6)), { provisional: true })
    expect([await kindFor(p.tom), await kindFor(p.ben)]).toEqual([undefined, 'countersign'])
    await p.decide(p.ben, evidenceId, notYet(p.criteria.slice(5, 6)))
    expect([await kindFor(p.ben), await kindFor(p.amina)]).toEqual([undefined, 'improve'])
  })

  it('a trainee may think again before the countersigner has spoken: the later word stands, the earlier stays readable [R9]', async () => {
    const some = p.criteria.slice(8, 10)
    const evidenceId = await p.submitted(some)
    await p.decide(p.tom, evidenceId, met(some), { provisional: true })
    const again = await p.decide(p.tom, evidenceId, [...met(some.slice(0, 1)), ...notYet(some.slice(1))], {
      provisional: true,
    })
    expect(again.status, JSON.stringify(again.body)).toBe(200)
    const { layers, decisions } = await p.assessment(p.ben, evidenceId)
    expect(layers.trainee.map((t: { outcome: string }) => t.outcome).sort()).toEqual(['met', 'not-yet-met'])
    expect(decisions).toHaveLength(2)
  })

  it('looking is told to the learner and changes nothing else', async () => {
    const evidenceId = await p.submitted(p.criteria.slice(6, 7))
    const before = await p.assessment(p.tom, evidenceId)
    expect((await p.carol.post(p.at(`/evidence/${evidenceId}/review`), { version: 1 })).status).toBe(403)
    expect((await p.tom.post(p.at(`/evidence/${evidenceId}/review`), { version: 1 })).body).toEqual({
      state: 'under-review',
      revision: before.evidence.revision,
    })
    expect(await standingOf(p, p.criteria[6] as CriterionKey)).toMatchObject({
      state: 'claimed',
      reason: 'not-assessed',
    })
  })
})
