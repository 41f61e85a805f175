import { beforeAll, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { type LedgerEvent, progressFrom } from '#domain/progress/from-events.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { grounds } from '#test/grounds.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows

type Unit = { id: string; number: string; outcomes: { criteria: { id: string; number: string; text: string }[] }[] }
const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]

/** The sample diploma again, with the sixth criterion of unit 1 asked for in other words. */
async function published(
  p: Portfolio,
  qualification = diploma,
): Promise<{ qualificationId: string; versionId: string }> {
  const units = structuredClone(sampleSpecification.units)
  const reworded = units.find(u => u.number === '1')?.outcomes.flatMap(o => o.criteria)[5]
  if (!reworded) throw new Error('the sample has no sixth criterion')
  reworded.text = 'Something else altogether is asked for here'
  const specification = { ...sampleSpecification, qualifications: [qualification], units }
  const [made] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId: p.centreId, specification, importId: null, at: new Date().toISOString() },
      personId: p.grace.personId,
    }),
  )
  return made as { qualificationId: string; versionId: string }
}

const unitsOf = async (p: Portfolio, versionId: string): Promise<Unit[]> =>
  (await p.grace.get(p.at(`/versions/${versionId}`))).body.tree.units
const unitOne = (units: Unit[]) => units.find(u => u.number === '1') as Unit
const criteriaOf = (unit: Unit) => unit.outcomes.flatMap(o => o.criteria)

async function moving(p: Portfolio, versionId: string) {
  const here = p.at(`/registrations/${p.registrationId}`)
  const preview = (await p.grace.get(`${here}/moves/${versionId}`)).body
  const form = {
    ...{ versionId, unitIds: preview.unitIds as string[], ...grounds(p.ben.personId) },
    ...{ reason: 'The awarding organisation asks for the newer one', confirmed: true },
    seen: { confirmed: preview.confirmed, begun: preview.begun },
  }
  const move = (more: object = {}, who = p.grace) => who.post(`${here}/moves`, { ...form, ...more })
  return { here, preview, move }
}

let p: Portfolio
let versionId: string
let newer: Unit[]
let evidence: Record<'confirmed' | 'provisional' | 'waiting' | 'draft' | 'returned', string>
let toId: string
let before: any

beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  const [a, b, c, d, e, reworded] = p.criteria.map(k => [k]) as [
    ...[CriterionKey[], CriterionKey[], CriterionKey[], CriterionKey[], CriterionKey[], CriterionKey[]],
  ]
  evidence = {
    confirmed: await p.submitted([...a, ...reworded]),
    provisional: await p.submitted(b),
    waiting: await p.submitted(c),
    draft: await p.submitted(d, { draft: true }),
    returned: await p.submitted(e),
  }
  await p.decide(p.tom, evidence.confirmed, met([...a, ...reworded]), { provisional: true })
  await p.decide(p.ben, evidence.confirmed, met([...a, ...reworded]))
  await p.decide(p.tom, evidence.provisional, met(b), { provisional: true })
  await p.decide(p.ben, evidence.returned, notYet(e))
  ;({ versionId } = await published(p))
  newer = await unitsOf(p, versionId)
  before = await p.matrix()
})

it('a newer version leaves the learner where they are until they are moved [R27]', async () => {
  expect(before.qualification).toMatchObject({ version: 1 })
  expect(before.totals).toMatchObject({ claimed: 2, provisional: 1, confirmed: 2, returned: 1 })
})

it('a move is looked at first, agreed, confirmed, and made by an administrator alone [R27, R44]', async () => {
  const { preview, move } = await moving(p, versionId)
  expect(preview).toMatchObject({
    ...{ version: 2, confirmed: { carried: 1, lost: 1 }, begun: { carried: 5, lost: 1 }, newCriteria: 1, waiting: [] },
    begunUnits: [unitOne(newer).id],
  })
  for (const who of [p.amina, p.ben, p.carol]) expect((await move({}, who)).status).toBe(403)
  const faults = (await move({ confirmed: false, reason: ' ', agreement: null })).body.faults
  expect(faults.map((f: { path: string }) => f.path).sort()).toEqual(['agreement', 'confirmed', 'reason'])
  const seen = { confirmed: { carried: 2, lost: 0 }, begun: preview.begun }
  expect((await move({ seen })).body.code).toBe('moves/changed-meanwhile')
  const alone = { ...grounds().agreement, assessorName: null, assessorId: p.amina.personId }
  expect((await move({ agreement: alone })).body.code).toBe('registrations/agreed-with-oneself')
  expect((await p.matrix()).standings, 'a refused move moves nothing').toEqual(before.standings)
})

it('evidence that waits for a decision on what does not carry over has to be decided first: nothing claimed is lost [R27]', async () => {
  const key = { registrationId: p.registrationId, criterionId: p.criteria[5]?.criterionId as string }
  const waiting = await p.submitted([key])
  const { preview, move } = await moving(p, versionId)
  const number = (await p.amina.get(p.at(`/evidence/${waiting}`))).body.number
  expect(preview.waiting).toEqual([number])
  expect((await move()).body).toMatchObject({ code: 'moves/evidence-waits', details: { evidence: [number] } })
  expect((await p.amina.post(p.at(`/evidence/${waiting}/withdrawal`), {})).status).toBe(200)
})

it('what is confirmed on a criterion in the same words counts in the newer version by the same decision, and nothing is judged anew [R27, R21]', async () => {
  before = await p.matrix()
  const decisions = await sql('select * from decisions where centre_id = $1 order by id', p.centreId)
  const { move } = await moving(p, versionId)
  const moved = await move()
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  toId = moved.body.registrationId
  expect((await move()).body, 'sent twice').toEqual({ registrationId: toId })
  const after = await p.matrix(p.amina, toId)
  expect(after.qualification).toMatchObject({ version: 2 })
  expect(after.totals).toMatchObject({ claimed: 2, provisional: 1, confirmed: 1, returned: 1 })
  const ids = criteriaOf(unitOne(newer)).map(c => c.id)
  expect(after.standings[ids[0] as string]).toMatchObject({
    ...{ state: 'confirmed', decided: { by: { name: 'Ben' } }, evidence: { id: evidence.confirmed } },
    since: before.standings[p.criteria[0]?.criterionId as string].since,
  })
  expect(after.standings[ids[5] as string], 'asked for in other words').toBeUndefined()
  expect(await sql('select * from decisions where centre_id = $1 order by id', p.centreId)).toEqual(decisions)
  const [told] = (await p.ben.get(p.at(`/registrations/${toId}/criteria/${ids[0]}`))).body.evidence
  expect(told.judged).toMatchObject([
    { layer: 'trainee', by: 'Tom', carried: { by: 'Grace' } },
    { layer: 'assessor', by: 'Ben', carried: { by: 'Grace' } },
  ])
  const { allocations } = (await p.grace.get(p.at(`/registrations/${toId}`))).body
  expect(allocations.map((a: { role: string }) => a.role).sort()).toEqual([
    ...['assessor', 'countersigner', 'iqa', 'trainee-assessor'],
  ])
})

it('the registration before is read as it stood, leads to the new one, and is not changed any more [R27]', async () => {
  const old = await p.matrix()
  expect([old.standings, old.totals]).toEqual([before.standings, before.totals])
  const here = p.at(`/registrations/${p.registrationId}`)
  expect((await p.grace.get(here)).body).toMatchObject({
    movedTo: {
      registrationId: toId,
      version: 2,
      by: 'Grace',
      reason: 'The awarding organisation asks for the newer one',
    },
    movedFrom: null,
    can: { allocate: false, chooseUnits: false, previewMove: false, move: false },
  })
  expect((await p.grace.get(p.at(`/registrations/${toId}`))).body.movedFrom).toMatchObject({
    ...{ registrationId: p.registrationId, version: 1 },
  })
  const [told] = (await p.ben.get(`${here}/criteria/${p.criteria[2]?.criterionId}`)).body.evidence
  expect(told.claimed).toMatchObject({ by: 'Amina' })
  const changes = [
    await p.grace.post(`${here}/allocations`, { role: 'mentor', personId: null }),
    await p.grace.put(`${here}/units`, { unitIds: [], ...grounds(p.ben.personId) }),
    await (await moving(p, versionId)).move({ versionId: before.qualification.versionId }),
  ]
  expect(changes.map(c => c.body.code)).toEqual(Array(3).fill('registrations/ended'))
  const claim = await p.amina.put(p.at(`/evidence/${evidence.draft}/claims`), { claim: [p.criteria[0]] })
  expect(claim.body.code).toBe('claims/not-chosen')
  const rows = (await p.ben.get(p.at('/reports/progress'))).body.rows
  expect(rows.map((r: { registrationId: string }) => r.registrationId)).toEqual([toId])
})

it('what waited goes on waiting, and is decided and countersigned in the new registration [R27, R7]', async () => {
  const queue = (await p.ben.get(p.at('/queue'))).body.items
  expect(
    queue.map((i: { kind: string; evidence: { id: string }; registrationId: string }) => [i.kind, i.evidence.id]),
  ).toEqual(expect.arrayContaining([['countersign', evidence.provisional]]))
  expect(new Set(queue.map((i: { registrationId: string }) => i.registrationId))).toEqual(new Set([toId]))
  const ids = criteriaOf(unitOne(newer)).map(c => c.id)
  const there = (at: number) => [{ registrationId: toId, criterionId: ids[at] as string }]
  const shown = await p.assessment(p.ben, evidence.provisional)
  expect(shown.layers).toMatchObject({
    learner: [{ ...there(1)[0], byName: 'Amina' }],
    trainee: [{ ...there(1)[0], byName: 'Tom' }],
  })
  expect((await p.decide(p.ben, evidence.provisional, met(there(1)))).body).toMatchObject({ evidenceState: 'accepted' })
  await p.decide(p.tom, evidence.waiting, met(there(2)), { provisional: true })
  expect((await p.decide(p.ben, evidence.waiting, met(there(2)))).body).toMatchObject({ evidenceState: 'accepted' })
  expect((await p.amina.post(p.at(`/evidence/${evidence.draft}/submission`), { authentic: true })).status).toBe(200)
  expect((await p.matrix(p.amina, toId)).totals).toMatchObject({
    claimed: 1,
    provisional: 0,
    confirmed: 3,
    returned: 1,
  })
  expect((await p.matrix()).standings, 'the old one stays as it stood').toEqual(before.standings)
})

it('progress told again from the ledger agrees, before the move and after it [R27]', async () => {
  const events = await sql(
    'select type, body, at, actor_id as "actorId", subject_id as "subjectId" from events where centre_id = $1 order by id',
    p.centreId,
  )
  const told = progressFrom(events as LedgerEvent[])
  for (const id of [p.registrationId, toId]) {
    const { standings } = await p.matrix(p.amina, id)
    const kept = Object.entries(standings as Record<string, { state: string; reason: string | null; since: string }>)
    const again = [...told].filter(([key, s]) => key.startsWith(id) && s.state !== 'none')
    expect(Object.fromEntries(again.map(([key, s]) => [key.split('/')[1], [s.state, s.reason, s.since]]))).toEqual(
      Object.fromEntries(kept.map(([key, s]) => [key, [s.state, s.reason, s.since]])),
    )
  }
  const [moved] = await sql(
    `select reason, body from events where centre_id = $1 and type = 'learner-moved'`,
    p.centreId,
  )
  expect(moved).toMatchObject({
    reason: 'The awarding organisation asks for the newer one',
    body: { from: p.registrationId, to: toId },
  })
  expect(moved.body.decisionIds).toHaveLength(4)
})

it('a learner is moved to the qualification that follows, as a registration of today, and to none that does not [R27, R14]', async () => {
  const q = await startPortfolio(server)
  const [key] = q.criteria as [CriterionKey]
  const done = await q.submitted([key])
  await q.decide(q.ben, done, met([key]))
  const successor = await published(q, { ...diploma, number: '601/9999/9', title: 'The diploma that follows' })
  const { here } = await moving(q, successor.versionId)
  expect((await q.grace.get(`${here}/moves/${successor.versionId}`)).body.code).toBe(
    'registrations/not-a-newer-version',
  )
  const { qualificationId } = (await q.grace.get(here)).body
  const recorded = await q.grace.post(q.at(`/qualifications/${successor.qualificationId}/accreditation`), {
    ...{ otherNumbers: [], accreditedFrom: null, accreditedTo: null, predecessorText: null, replaces: 0 },
    ...{ predecessorId: qualificationId, reason: 'Announced' },
  })
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
  const { move, preview } = await moving(q, successor.versionId)
  expect(preview).toMatchObject({ title: 'The diploma that follows', confirmed: { carried: 1, lost: 0 } })
  const withoutIt = (await unitsOf(q, successor.versionId)).filter(u => u.number !== '1').map(u => u.id)
  const left = await move({ unitIds: withoutIt })
  // Unit 1 is mandatory in the sample, so it is taken even when it is not asked for.
  expect(left.status, JSON.stringify(left.body)).toBe(200)
  const made = (await q.grace.get(q.at(`/registrations/${left.body.registrationId}`))).body
  expect(made).toMatchObject({
    registeredOn: new Date().toISOString().slice(0, 10),
    qualification: 'The diploma that follows',
  })
  expect((await q.matrix(q.amina, left.body.registrationId)).totals.confirmed).toBe(1)
})
