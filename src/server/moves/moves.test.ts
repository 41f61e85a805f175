import { beforeAll, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { type LedgerEvent, progressFrom } from '#domain/progress/from-events.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { grounds } from '#test/grounds.ts'
import { formFor, met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows

type Unit = { id: string; number: string; outcomes: { criteria: { id: string; number: string; text: string }[] }[] }
const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]

/** The sample diploma again, with the sixth criterion and the first requirement of unit 1 asked for in other words. */
async function published(
  p: Portfolio,
  qualification = diploma,
): Promise<{ qualificationId: string; versionId: string }> {
  const units = structuredClone(sampleSpecification.units)
  const reworded = units.find(u => u.number === '1')?.outcomes.flatMap(o => o.criteria)[5]
  if (!reworded) throw new Error('the sample has no sixth criterion')
  reworded.text = 'Something else altogether is asked for here'
  const [requirement] = units.find(u => u.number === '1')?.evidenceRequirements ?? []
  if (requirement) requirement.text = 'Evidence must come from two sites.'
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
    seen: { confirmed: preview.confirmed, begun: preview.begun, left: preview.left?.length },
  }
  const move = (more: object = {}, who = p.grace) => who.post(`${here}/moves`, { ...form, ...more })
  return { here, preview, move }
}

const mentor = (q: Portfolio) => server.person(q.centreId, 'Mia', 'mentor')

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
  const seen = { confirmed: { carried: 2, lost: 0 }, begun: preview.begun, left: 0 }
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

it('what hangs on a registration goes along with a move, and what cannot is named before it and kept in the ledger [R27]', async () => {
  const q = await startPortfolio(server)
  const [a, b, , , , reworded] = q.criteria as [CriterionKey, CriterionKey, ...CriterionKey[]] & { 5: CriterionKey }
  const was = unitOne((await q.matrix()).units)
  const registration = q.at(`/registrations/${q.registrationId}`)
  const ok = async (answer: Promise<{ status: number; body: any }>) => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const inAWeek = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10)
  const plan = (kind: string, ...criteria: CriterionKey[]) => ({
    ...{ kind, plannedFor: inAWeek, text: 'How you promise what you can keep.' },
    criterionIds: criteria.map(k => k.criterionId),
  })
  const { planEntryId } = await ok(q.ben.post(`${registration}/plan-entries`, plan('discussion', a, reworded)))
  await ok(q.ben.post(`${registration}/plan-entries`, plan('observation', reworded)))
  // Judged on two days of which the second shows one criterion only, with pins and ticks on requirements.
  const judged = await q.submitted([a, b], { draft: true })
  const here = q.at(`/evidence/${judged}`)
  const occasions = [
    { day: null, customer: 'A' },
    { day: '2026-05-20', customer: 'B', criteria: [b.criterionId] },
  ]
  await ok(q.amina.put(`${here}/occasions`, { revision: 1, occasions }))
  const place = { kind: 'passage', page: null, text: 'rang the depot first', occurrence: 1 }
  await ok(q.amina.post(`${here}/pins`, { ...a, fileId: null, place }))
  await ok(q.amina.post(`${here}/submission`, { authentic: true }))
  const cover = (requirement: string, item: string) => ({
    ...{ registrationId: q.registrationId, unitId: was.id, requirement, item, thing: '', occasion: 1 },
  })
  const pins = [{ ...b, fileId: null, place }]
  await ok(q.decide(q.ben, judged, met([a, b]), { covers: [cover('1', ''), cover('2', 'a')], pins }))
  const reason = 'The e-mail is dated before she started; ask her for one from this year.'
  const { questionId } = await ok(q.carol.post(`${here}/questions`, { version: 1, criteria: [a], reason }))
  // Still a draft, so that its ticks and pins are the learner's to change afterwards.
  const draft = await q.submitted([b], { draft: true })
  const { pinId } = await ok(q.amina.post(q.at(`/evidence/${draft}/pins`), { ...b, fileId: null, place }))
  await ok(q.amina.put(q.at(`/evidence/${draft}/coverage`), { ticks: [cover('2', 'b')] }))

  const next = await published(q)
  const is = unitOne(await unitsOf(q, next.versionId))
  const precondition = async (unitId: string, text: string) =>
    (
      await ok(
        q.grace.post(q.at(`/units/${unitId}/preconditions`), { kind: 'job-role', text, source: 'Page 4 of the guide' }),
      )
    ).preconditionId
  const facing = await precondition(was.id, 'The learner works with customers')
  const gone = await precondition(was.id, 'The learner has worked here for a year')
  const facingThere = await precondition(is.id, 'The learner works with customers.')
  const recorded = { person: 'Dora', relationship: 'line-manager', day: '2026-05-01', note: '' }
  for (const preconditionId of [facing, gone])
    await ok(q.ben.post(`${registration}/workplace-records`, { ...recorded, kind: 'precondition', preconditionId }))
  await ok(q.ben.post(`${registration}/workplace-records`, { ...recorded, kind: 'appropriate-person' }))
  await ok(q.grace.post(`${registration}/allocations`, { role: 'mentor', personId: (await mentor(q)).personId }))
  const [role] = await sql(
    `update role_grants set ended_at = now() where centre_id = $1 and role = 'mentor' returning 1`,
    q.centreId,
  )
  expect(role).toBeDefined()

  const before = await q.ben.get(`${registration}/units/${was.id}/coverage`)
  const { preview, move } = await moving(q, next.versionId)
  expect(preview.left).toEqual([
    { what: 'plan', kind: 'discussion', plannedFor: inAWeek, criteria: ['1.6'], whole: false },
    { what: 'plan', kind: 'observation', plannedFor: inAWeek, criteria: ['1.6'], whole: true },
    { what: 'requirement', unit: expect.objectContaining({ unitId: was.id }), requirement: '1' },
    { what: 'record', kind: 'precondition', person: 'Dora', text: 'The learner has worked here for a year' },
    { what: 'place', role: 'mentor', name: 'Mia' },
  ])
  expect((await move({ seen: { ...preview, left: 4 } })).body.code).toBe('moves/changed-meanwhile')
  const { registrationId } = await ok(move())
  const there = q.at(`/registrations/${registrationId}`)
  const [toA, toB] = criteriaOf(is).map(c => ({ registrationId, criterionId: c.id })) as [CriterionKey, CriterionKey]

  const planned = async (id: string) => (await q.ben.get(q.at(`/plan-entries?registrationId=${id}`))).body.entries
  expect(await planned(registrationId)).toMatchObject([
    { id: planEntryId, kind: 'discussion', criteria: [{ id: toA.criterionId }], can: { change: true } },
  ])
  expect(
    (await planned(q.registrationId)).map((e: { id: string; can: { change: boolean } }) => [e.id, e.can.change]),
  ).toEqual(expect.arrayContaining([[planEntryId, false]]))
  const coverage = async () => (await q.ben.get(`${there}/units/${is.id}/coverage`)).body
  const after = await coverage()
  expect(after.days[toB.criterionId], 'an occasion shows the criterion that it showed').toEqual([
    '2026-05-14',
    '2026-05-20',
  ])
  expect(after.records).toMatchObject([])
  expect(after.preconditions).toMatchObject([{ id: facingThere, answer: { person: 'Dora' } }])
  expect(
    (await sql(`select kind from workplace_records where registration_id = $1 order by kind`, registrationId)).map(
      r => r.kind,
    ),
  ).toEqual([...['appropriate-person', 'precondition']])
  expect((await q.ben.get(`${registration}/units/${was.id}/coverage`)).body, 'as it stood').toEqual({
    ...before.body,
    can: { record: false },
  })

  // The draft is the learner's as before, by the names of the newer version.
  const standing = (await q.amina.get(q.at(`/evidence/${draft}`))).body.versions[0]
  expect(standing.pins).toMatchObject([{ ...toB, layer: 'learner' }])
  expect(standing.pins[0].id).not.toBe(pinId)
  const { ticks } = (await q.amina.get(q.at(`/evidence/${draft}/coverage`))).body
  expect(ticks.learner).toMatchObject([{ registrationId, unitId: is.id, requirement: '2', item: 'b' }])
  await ok(q.amina.put(q.at(`/evidence/${draft}/coverage`), { ticks: ticks.learner }))
  await ok(q.amina.post(q.at(`/evidence/${draft}/submission`), { authentic: true }))
  const shown = (await q.ben.get(here)).body.versions[0]
  expect(
    shown.pins.map((pin: CriterionKey & { layer: string }) => [pin.layer, pin.registrationId, pin.criterionId]),
  ).toEqual([
    ...[
      ['learner', registrationId, toA.criterionId],
      ['assessor', registrationId, toB.criterionId],
    ],
  ])

  // In question before, in question after, and answered where the learner is now.
  expect((await q.matrix(q.amina, registrationId)).standings[toA.criterionId]).toMatchObject({
    state: 'claimed',
    reason: 'in-question',
  })
  const asked = (await q.ben.get(q.at('/queue'))).body.items.filter(
    (i: { kind: string }) => i.kind === 'answer-question',
  )
  expect(asked).toMatchObject([{ registrationId, ticks: 1 }])
  expect((await q.ben.get(here)).body.versions[0].inQuestion).toBe(1)
  const words = 'I looked at the headers again: it was sent in May, from her own address.'
  const answered = await q.ben.post(q.at(`/questions/${questionId}/answer`), { judgements: met([toA]), words })
  expect(answered.status, JSON.stringify(answered.body)).toBe(200)
  expect((await q.matrix(q.amina, registrationId)).standings[toA.criterionId]).toMatchObject({ state: 'confirmed' })
  expect((await q.matrix()).standings[a.criterionId], 'as it stood').toMatchObject({ reason: 'in-question' })
  const { questions } = (await q.ben.get(`${here}/questions`)).body
  expect(questions[0].criteria).toMatchObject([toA])
  expect((await coverage()).each[1].ticks).toMatchObject([
    { item: 'a', layer: 'assessor' },
    { item: 'b', layer: 'learner' },
  ])
  const [event] = await sql(`select body from events where centre_id = $1 and type = 'learner-moved'`, q.centreId)
  expect(event.body).toMatchObject({ planIds: [planEntryId], left: preview.left })
})

it('a criterion in question that does not carry over has to be answered before a move [R27]', async () => {
  const q = await startPortfolio(server)
  const reworded = q.criteria.slice(5, 6)
  const done = await q.submitted(reworded)
  await q.decide(q.ben, done, met(reworded))
  const reason = 'The e-mail is dated before she started; ask her for one from this year.'
  await q.carol.post(q.at(`/evidence/${done}/questions`), { version: 1, criteria: reworded, reason })
  const { move, preview } = await moving(q, (await published(q)).versionId)
  const { number } = (await q.amina.get(q.at(`/evidence/${done}`))).body
  expect(preview.waiting).toEqual([number])
  expect((await move()).body).toMatchObject({ code: 'moves/evidence-waits', details: { evidence: [number] } })
})

it('a decision, a plan and a record saved at the moment of the move are carried or refused, never lost [R27]', async () => {
  const q = await startPortfolio(server)
  const keys = q.criteria.slice(0, 5)
  const pieces = await Promise.all(keys.map(k => q.submitted([k])))
  const next = await published(q)
  const forms = await Promise.all(
    pieces.map(async (id, at) => formFor(await q.assessment(q.ben, id), met(keys.slice(at, at + 1)))),
  )
  const decide = (at: number) => q.ben.post(q.at(`/evidence/${pieces[at]}/decisions`), forms[at])
  const registration = q.at(`/registrations/${q.registrationId}`)
  const plannedFor = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10)
  const criterionIds = keys.slice(0, 1).map(k => k.criterionId)
  const { move } = await moving(q, next.versionId)
  const [first, second, moved, third, fourth, fifth, plan, record] = await Promise.all([
    ...[decide(0), decide(1), move(), decide(2), decide(3), decide(4)],
    q.ben.post(`${registration}/plan-entries`, { kind: 'observation', plannedFor, text: 'At the till', criterionIds }),
    q.ben.post(`${registration}/workplace-records`, {
      ...{ kind: 'appropriate-person', person: 'Dora', relationship: 'line-manager', day: '2026-05-01', note: '' },
    }),
  ])
  const decisions = [first, second, third, fourth, fifth]
  // Whoever came first makes the figures on the administrator's screen old ones: they look again.
  if (moved?.status !== 200) expect(moved?.body.code).toBe('moves/changed-meanwhile')
  const made = moved?.status === 200 ? moved : await (await moving(q, next.versionId)).move()
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const { registrationId } = made.body
  const ids = criteriaOf(unitOne(await unitsOf(q, next.versionId))).map(c => c.id)
  const { standings } = await q.matrix(q.amina, registrationId)
  for (const [at, decision] of decisions.entries()) {
    const state = standings[ids[at] as string]?.state
    if (decision?.status === 200) expect(state, 'carried').toBe('confirmed')
    else {
      expect(['decisions/changed-meanwhile', 'decisions/criterion-not-yours']).toContain(decision?.body.code)
      expect(state, 'still waiting, and decided there').toBe('claimed')
      const key = [{ registrationId, criterionId: ids[at] as string }]
      expect((await q.decide(q.ben, pieces[at] as string, met(key))).status).toBe(200)
    }
  }
  expect((await q.matrix(q.amina, registrationId)).totals.confirmed).toBe(5)
  const plans = (await q.ben.get(q.at(`/plan-entries?registrationId=${registrationId}`))).body.entries
  expect(plans).toHaveLength(plan?.status === 200 ? 1 : 0)
  const records = await sql('select 1 from workplace_records where registration_id = $1', registrationId)
  expect(records).toHaveLength(record?.status === 200 ? 1 : 0)
})
