import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import type { Mark } from '#domain/worksheets/marks.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let unitId: string
let asked: string[]
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  const { rows } = await server.services.ownerPool.query(
    `select c.unit_id, c.id, c.kind from criteria c join registration_units u on u.unit_id = c.unit_id
      where u.registration_id = $1 and c.unit_id in (select unit_id from unit_places where version_id = $2) and c.unit_id in (select unit_id from criteria where kind is distinct from 'performance' group by unit_id having count(*) > 1)
      order by c.unit_id, c.number`,
    [p.registrationId, p.award?.versionId],
  )
  unitId = rows.find(r => r.kind !== 'performance').unit_id
  asked = rows.filter(r => r.unit_id === unitId && r.kind !== 'performance').map(r => r.id)
})

const make = (who: SignedIn, over: Record<string, unknown> = {}) =>
  who.post(p.at(`/units/${unitId}/worksheets`), {
    id: randomUUID(),
    title: 'What customers expect',
    questions: [
      { text: 'What does a customer expect?', criterionIds: asked.slice(0, 1) },
      { text: 'Why does it matter?', criterionIds: asked.slice(0, 2) },
    ],
    ...over,
  })
const standing = async (who: SignedIn) => (await who.get(p.at(`/worksheets?unitId=${unitId}`))).body
const answer = (who: SignedIn, worksheetId: string, registrationId = p.registrationId) =>
  who.post(p.at(`/worksheets/${worksheetId}/answers`), { registrationId })

const submitAnswers = async (id: string) => {
  const [version] = (await p.amina.get(p.at(`/evidence/${id}`))).body.versions
  const questions = version.record.questions.map((q: object) => ({ ...q, answer: 'That somebody listens.' }))
  await p.amina.put(p.at(`/evidence/${id}/record`), { revision: version.recordRevision, record: { questions } })
  const where = { setting: 'real-job', sector: 'private', customers: 'external' }
  const described = { revision: version.descriptionRevision, shownOn: '2026-05-14', ...where }
  await p.amina.put(p.at(`/evidence/${id}/description`), described)
  expect((await p.amina.post(p.at(`/evidence/${id}/submission`), { authentic: true })).status).toBe(200)
}

it('an assessor makes a worksheet for a unit, a newer one takes its place, and it is ended, never changed', async () => {
  expect((await make(p.amina)).status).toBe(403)
  expect((await make(p.ben, { title: ' ', questions: [{ text: '', criterionIds: [] }] })).body.faults).toHaveLength(3)
  expect((await make(p.ben, { questions: [{ text: 'Why?', criterionIds: [randomUUID()] }] })).body.code).toBe(
    'worksheets/not-of-this-unit',
  )
  const id = randomUUID()
  expect([(await make(p.ben, { id })).body, (await make(p.ben, { id })).body]).toEqual([
    { worksheetId: id },
    { worksheetId: id },
  ])
  expect((await make(p.ben, { id, title: 'Another' })).body.code).toBe('platform/request-already-used')
  const newer = (await make(p.grace, { replaces: id, title: 'Newer' })).body.worksheetId
  expect((await make(p.ben, { replaces: id })).body.code, 'in another tab').toBe('worksheets/replaced-meanwhile')
  expect(await standing(p.amina)).toMatchObject({
    worksheets: [{ id: newer, title: 'Newer', by: 'Grace', own: [{ registrationId: p.registrationId }] }],
    can: { make: false },
  })
  expect((await answer(p.amina, id)).body.code).toBe('worksheets/ended')
  const end = (who: SignedIn) => who.post(p.at(`/worksheets/${newer}/ending`), {})
  expect((await end(p.amina)).status).toBe(403)
  expect([(await end(p.ben)).status, (await end(p.ben)).status]).toEqual([200, 200])
  expect((await standing(p.amina)).worksheets).toEqual([])
})

it('a learner answers every question of it, and changes none, before it is submitted', async () => {
  const { worksheetId } = (await make(p.ben)).body
  expect((await answer(p.ben, worksheetId)).status).toBe(403)
  expect((await answer(p.amina, worksheetId, randomUUID())).body.code).toBe('worksheets/not-your-unit')
  const id = (await answer(p.amina, worksheetId)).body.evidenceId
  const begun = (await p.amina.get(p.at(`/evidence/${id}`))).body
  const [version] = begun.versions
  expect(version).toMatchObject({ type: 'worksheet', title: 'What customers expect', worksheetId })
  expect(version.claims.map((c: { criterionId: string }) => c.criterionId).sort()).toEqual(asked.slice(0, 2).sort())
  expect(begun.missing).toContain('answers')
  const write = (questions: unknown[], revision: number) =>
    p.amina.put(p.at(`/evidence/${id}/record`), { revision, record: { questions } })
  const { questions } = version.record
  const said = questions.map((q: object) => ({ ...q, answer: 'That somebody listens.' }))
  expect((await write(said.slice(1), version.recordRevision)).body.code).toBe('worksheets/questions-stay')
  const described = { revision: version.descriptionRevision, type: 'questioning' }
  expect((await p.amina.put(p.at(`/evidence/${id}/description`), described)).body.code).toBe('worksheets/kind-stays')
  const half = await write([said[0], questions[1]], version.recordRevision)
  expect(half.body.missing).toContain('answers')
  expect((await write(said, half.body.recordRevision)).body.missing).not.toContain('answers')
})

it('begun in two tabs at once, again, or for another registration, it is one piece of evidence, and a new version of it stays a worksheet [R82]', async () => {
  const other = await p.register(p.award?.versionId as string)
  const { worksheetId } = (await make(p.ben)).body
  const [one, two] = await Promise.all([answer(p.amina, worksheetId), answer(p.amina, worksheetId)])
  const id = one.body.evidenceId
  expect(two.body.evidenceId).toBe(id)
  const own = async () => {
    const [listed] = (await standing(p.amina)).worksheets.filter((w: { id: string }) => w.id === worksheetId)
    return listed.own
  }
  const answers = { evidenceId: id, state: 'draft' }
  expect(await own()).toMatchObject([
    { registrationId: p.registrationId, answers, canBegin: false },
    { registrationId: other, answers: null, canBegin: true },
  ])
  expect((await answer(p.amina, worksheetId, other)).body.evidenceId).toBe(id)
  expect(await own()).toMatchObject([{ answers }, { answers, canBegin: false }])
  await submitAnswers(id)
  expect((await answer(p.amina, worksheetId)).body.evidenceId).toBe(id)
  const keys = [p.registrationId, other].flatMap(registrationId =>
    asked.slice(0, 2).map(criterionId => ({ registrationId, criterionId })),
  )
  const marks = [1, 2].map(question => ({ question, enough: false, comment: '' }))
  expect((await p.decide(p.ben, id, notYet(keys), { marks })).status).toBe(200)
  expect(await own()).toMatchObject([{ answers: { state: 'returned' }, canBegin: false }, {}])
  expect((await p.amina.post(p.at(`/evidence/${id}/versions`), {})).status).toBe(200)
  const [version] = (await p.amina.get(p.at(`/evidence/${id}`))).body.versions
  expect(version).toMatchObject({ version: 2, worksheetId })
  const changed = version.record.questions.map((q: object) => ({ ...q, question: 'Why not?' }))
  const write = { revision: version.recordRevision, record: { questions: changed } }
  expect((await p.amina.put(p.at(`/evidence/${id}/record`), write)).body.code).toBe('worksheets/questions-stay')
  expect((await answer(p.amina, worksheetId)).body.evidenceId).toBe(id)
  expect((await p.amina.post(p.at(`/worksheets/${worksheetId}/answers`), {})).status).toBe(422)
})

it('every answer is marked with the decision, by the trainee and then the countersigner, and the index shows WORKSHEET [R82]', async () => {
  const { worksheetId } = (await make(p.ben)).body
  const id = (await answer(p.amina, worksheetId)).body.evidenceId
  await submitAnswers(id)
  const keys = asked.slice(0, 2).map(criterionId => ({ registrationId: p.registrationId, criterionId }))
  expect((await p.assessment(p.ben, id)).evidence.answers).toMatchObject([
    { question: 'What does a customer expect?', answer: 'That somebody listens.' },
    { question: 'Why does it matter?' },
  ])
  const marks = [
    { question: 1, enough: true, comment: '' },
    { question: 2, enough: false, comment: 'Say what follows from it.' },
  ]
  expect((await p.decide(p.ben, id, met(keys))).body).toMatchObject({
    code: 'decisions/worksheet-unmarked',
    details: { questions: [1, 2] },
  })
  const twice = [...marks, marks[0]]
  expect((await p.decide(p.ben, id, met(keys), { marks: twice })).body.code).toBe('decisions/marks-do-not-fit')
  const provisional = [marks[0], { question: 2, enough: true, comment: '' }]
  expect((await p.decide(p.tom, id, met(keys), { marks: provisional, provisional: true })).status).toBe(200)
  expect((await p.assessment(p.ben, id)).decisions).toMatchObject([{ layer: 'trainee', marks: provisional }])
  const decided = await p.decide(p.ben, id, met(keys), { marks })
  expect(decided.status, JSON.stringify(decided.body)).toBe(200)
  const questioned = {
    version: 1,
    criteria: keys.slice(0, 1),
    reason: 'Which answer shows that the customer was heard?',
  }
  const { questionId } = (await p.carol.post(p.at(`/evidence/${id}/questions`), questioned)).body
  const words = 'The first answer says that somebody listened, and to what.'
  const again = { judgements: met(keys.slice(0, 1)), words }
  expect((await p.ben.post(p.at(`/questions/${questionId}/answer`), again)).status).toBe(200)
  const all = [{ marks: provisional }, { marks }, { marks: [] }]
  expect((await p.assessment(p.amina, id)).decisions, 'a question answered leaves the marks').toMatchObject(all)
  const read = (await p.amina.get(p.at(`/evidence/${id}`))).body.versions[0].decisions
  expect(read).toMatchObject(all.toReversed())
  await revokeSecond(id, keys.slice(1), marks)
  const { rows } = await server.services.ownerPool.query(
    `select body from events where type = 'decision-made' and subject_id = $1`,
    [id],
  )
  expect(rows[0].body.marks).toEqual(marks)
  expect((await p.amina.get(p.at('/evidence.csv'))).body).toContain('WORKSHEET')
})

/** The second question alone asks for it; the first keeps the mark that it has. */
async function revokeSecond(evidenceId: string, criteria: CriterionKey[], marks: Mark[]) {
  const reason = 'The second answer names no reason at all. Please read it again.'
  const raised = await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), { version: 1, criteria, reason })
  const waiting = (await p.ben.get(p.at(`/evidence/${evidenceId}/questions`))).body.questions
  expect(waiting.find((q: { id: string }) => q.id === raised.body.questionId).answers).toMatchObject([
    { question: 2, text: 'Why does it matter?', answer: 'That somebody listens.', mark: marks[1] },
  ])
  const revoke = (given: Mark[]) =>
    p.ben.post(p.at(`/questions/${raised.body.questionId}/answer`), {
      judgements: notYet(criteria),
      words: 'It says what they expect and not why it matters.',
      marks: given,
    })
  expect((await revoke([])).body).toMatchObject({ code: 'decisions/worksheet-unmarked', details: { questions: [2] } })
  const again = { question: 2, enough: false, comment: 'Why does it matter?' }
  expect((await revoke([...marks.slice(0, 1), again])).body.code).toBe('decisions/marks-do-not-fit')
  const revoked = await revoke([again])
  expect(revoked.status, JSON.stringify(revoked.body)).toBe(200)
  const { decisions } = await p.assessment(p.amina, evidenceId)
  expect(decisions.at(-1).marks, 'the whole worksheet, one mark of it changed').toEqual([marks[0], again])
}

it('a worksheet is not answered for a qualification that does not accept worksheets [R69]', async () => {
  const { worksheetId } = (await make(p.ben)).body
  const { versionId } = (await p.matrix()).qualification
  const set = (switchedOff: string[], replaces: number) =>
    p.grace.post(p.at(`/versions/${versionId}/methods`), { switchedOff, reason: 'Handbook, page 12', replaces })
  await set(['worksheet'], 0)
  expect((await answer(p.amina, worksheetId)).body).toMatchObject({
    code: 'methods/not-accepted',
    details: { type: 'worksheet' },
  })
  await set([], 1)
  expect((await answer(p.amina, worksheetId)).status).toBe(200)
})
