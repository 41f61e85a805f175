import { beforeAll, describe, expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { formFor, met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const reason = 'The e-mail is dated before she started; ask her for one from this year.'
const words = 'I looked at the headers again: it was sent in May, from her own address.'

describe('a confirmed criterion in question', () => {
  let p: Portfolio
  let evidenceId: string
  let some: CriterionKey[]
  const question = (who: Portfolio['ben'], criteria: CriterionKey[], over: Record<string, unknown> = {}) =>
    who.post(p.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria, reason, ...over })
  const standing = async (k: CriterionKey) => (await p.matrix()).standings[k.criterionId]
  beforeAll(async () => {
    p = await startPortfolio(server)
    some = p.criteria.slice(0, 4)
    evidenceId = await p.submitted(some)
    expect((await p.decide(p.ben, evidenceId, [...met(some.slice(0, 3)), ...notYet(some.slice(3))])).status).toBe(200)
  })

  it('is raised by those who sample and verify, with a reason, on what is confirmed, and by nobody else', async () => {
    const lead = await server.person(p.centreId, 'Lena', 'lead-iqa')
    const eqa = await server.person(p.centreId, 'Dev', 'eqa')
    for (const who of [p.amina, p.ben, p.grace]) expect((await question(who, some.slice(0, 1))).status).toBe(403)
    expect((await question(eqa, some.slice(0, 1))).status).toBe(404)
    expect((await question(p.carol, some.slice(3))).body.code).toBe('questions/not-confirmed')
    expect((await question(p.carol, some.slice(0, 1), { reason: 'Hm.' })).body.code).toBe('questions/reason-missing')
    expect((await question(p.carol, [])).status).toBe(422)
    expect((await lead.get(p.at(`/evidence/${evidenceId}/questions`))).body.mayQuestion.allowed).toBe(true)
  })

  it('stops counting at once, tells everybody why, and waits for the assessor, oldest first [R10]', async () => {
    const before = (await p.matrix()).totals
    const raised = await question(p.carol, some.slice(0, 2))
    expect(raised.status, JSON.stringify(raised.body)).toBe(200)
    expect((await p.matrix()).totals).toMatchObject({ confirmed: before.confirmed - 2, claimed: before.claimed + 2 })
    expect(await standing(some[0] as CriterionKey)).toMatchObject({
      state: 'claimed',
      reason: 'in-question',
      decided: { outcome: 'met', by: { name: 'Ben' } },
      mover: { role: 'assessor', person: { name: 'Ben' } },
    })
    const items = (await p.ben.get(p.at('/queue'))).body.items as { kind: string; ticks: number }[]
    expect(items.filter(i => i.kind === 'answer-question')).toMatchObject([{ ticks: 2 }])
    expect((await question(p.carol, some.slice(1, 3))).body.code).toBe('questions/already-open')
    expect((await p.decide(p.ben, evidenceId, met(some.slice(0, 1)), { correction: words })).body.code).toBe(
      'decisions/in-question',
    )
  })

  it('is confirmed again or revoked by an assessor who may decide, once, and the decision before it stays readable [R9]', async () => {
    const [asked] = (await p.ben.get(p.at(`/evidence/${evidenceId}/questions`))).body.questions
    const path = p.at(`/questions/${asked.id}/answer`)
    const answer = { judgements: [...met(some.slice(0, 1)), ...notYet(some.slice(1, 2))], words }
    for (const who of [p.amina, p.carol, p.grace]) expect((await who.post(path, answer)).status).toBe(403)
    expect((await p.ben.post(path, { ...answer, judgements: met(some.slice(0, 1)) })).body.code).toBe(
      'questions/answer-differs',
    )
    const both = await Promise.all([p.ben.post(path, answer), p.ben.post(path, answer)])
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect(await standing(some[0] as CriterionKey)).toMatchObject({ state: 'confirmed', reason: null })
    expect(await standing(some[1] as CriterionKey)).toMatchObject({ state: 'returned', reason: 'not-yet-met' })
    const told = (await p.amina.get(p.at(`/evidence/${evidenceId}/questions`))).body.questions[0]
    expect(told.answer).toMatchObject({
      by: 'Ben',
      words,
      met: [some[0]?.criterionId],
      revoked: [some[1]?.criterionId],
    })
    expect((await p.assessment(p.carol, evidenceId)).decisions).toHaveLength(2)
    expect(((await p.ben.get(p.at('/queue'))).body.items as { kind: string }[]).map(i => i.kind)).not.toContain(
      'answer-question',
    )
  })

  it('nobody questions a decision of their own, and whoever asked does not answer', async () => {
    await server.services.ownerPool.query(
      `insert into role_grants (centre_id, person_id, role, granted_at) values ($1, $2, 'lead-iqa', now())`,
      [p.centreId, p.ben.personId],
    )
    expect((await question(p.ben, some.slice(0, 1))).body.code).toBe('questions/own-decision')
  })
})

it('is not confirmed again where it could not be confirmed now: only revoked, or once what stood in the way is mended [R69]', async () => {
  const p = await startPortfolio(server)
  const [one] = [p.criteria.slice(0, 1)]
  const evidenceId = await p.submitted(one)
  expect((await p.decide(p.ben, evidenceId, met(one))).status).toBe(200)
  const { questionId } = (
    await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria: one, reason })
  ).body
  const { qualification } = await p.matrix()
  const accept = (switchedOff: string[], replaces: number) =>
    p.grace.post(p.at(`/versions/${qualification.versionId}/methods`), { switchedOff, replaces, reason: 'Page 12' })
  expect((await accept(['personal-statement'], 0)).status).toBe(200)
  const answer = () => p.ben.post(p.at(`/questions/${questionId}/answer`), { judgements: met(one), words })
  expect((await answer()).body).toMatchObject({
    code: 'decisions/in-the-way',
    details: { criteria: [{ obstacles: [{ code: 'kind-not-allowed' }] }] },
  })
  expect((await accept(['minutes'], 1)).status).toBe(200)
  expect((await answer()).status).toBe(200)
})

it('takes with it what a diary was confirmed for beside it, which never suffices alone [R80]', async () => {
  const p = await startPortfolio(server)
  const one = p.criteria.slice(0, 1)
  const evidenceId = await p.submitted(one)
  const diary = await p.submitted(one, { type: 'work-diary' })
  expect((await p.decide(p.ben, diary, met(one))).body.code).toBe('decisions/in-the-way')
  for (const each of [evidenceId, diary]) expect((await p.decide(p.ben, each, met(one))).status).toBe(200)
  const confirmed = async () => (await p.matrix()).totals.confirmed
  expect(await confirmed()).toBe(1)
  const asked = await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria: one, reason })
  expect(await confirmed()).toBe(0)
  const again = await p.submitted(one, { type: 'work-diary' })
  expect((await p.decide(p.ben, again, met(one))).body.code).toBe('decisions/in-the-way')
  const path = p.at(`/questions/${asked.body.questionId}/answer`)
  expect((await p.ben.post(path, { judgements: notYet(one), words })).status).toBe(200)
  expect(await confirmed()).toBe(0)
})

it('a decision that stands is corrected by saying what was wrong: the new word counts, the old one stays [R9]', async () => {
  const p = await startPortfolio(server)
  const two = p.criteria.slice(0, 2)
  const evidenceId = await p.submitted(two)
  await p.decide(p.ben, evidenceId, met(two))
  const form = formFor(await p.assessment(p.ben, evidenceId), [...met(two.slice(0, 1)), ...notYet(two.slice(1))])
  const path = p.at(`/evidence/${evidenceId}/decisions`)
  expect((await p.ben.post(path, form)).body.code).toBe('decisions/not-waiting')
  expect((await p.ben.post(path, { ...form, correction: 'Oops' })).body.code).toBe('decisions/correction-unexplained')
  const corrected = await p.ben.post(path, { ...form, correction: words })
  expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
  expect((await p.matrix()).totals).toMatchObject({ confirmed: 1, returned: 1 })
  const { decisions } = await p.assessment(p.amina, evidenceId)
  expect(decisions.map((d: { correction: string | null }) => d.correction)).toEqual([null, words])
})
