import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { publishedSample } from '#test/catalogue.ts'
import { grounds } from '#test/grounds.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows

async function aCentre() {
  const centreId = await server.centre('Harbour Training')
  const person = (name: string, ...roles: Parameters<typeof server.person>[2][]) =>
    server.person(centreId, name, ...roles)
  const administrator = await person('Grace Okafor', 'centre-administrator')
  const [diploma] = await publishedSample(server, centreId, administrator.personId)
  const versionId = diploma?.versionId as string
  const at = `/centres/${centreId}`
  const { tree } = (
    await sql(
      `select json_agg(json_build_object('id', unit_id, 'mandatory', mandatory) order by position) as tree from unit_places where centre_id = $1 and version_id = $2`,
      centreId,
      versionId,
    )
  )[0] as { tree: { id: string; mandatory: boolean }[] }
  return {
    ...{ centreId, administrator, versionId, at },
    mandatory: tree.filter(u => u.mandatory).map(u => u.id),
    optional: tree.filter(u => !u.mandatory).map(u => u.id),
    learner: await person('Amina Yusuf', 'learner'),
    ben: await person('Ben Carter', 'assessor'),
    sunita: await person('Sunita Rao', 'assessor'),
    jo: await person('Jo Hart', 'trainee-assessor', 'assessor'),
    carol: await person('Carol Lane', 'iqa'),
  }
}
type Centre = Awaited<ReturnType<typeof aCentre>>

const register = (c: Centre, more: Record<string, unknown> = {}) =>
  c.administrator.post(`${c.at}/registrations`, {
    learnerId: c.learner.personId,
    versionId: c.versionId,
    registeredOn: '2026-01-12',
    ...grounds(c.ben.personId),
    ...more,
  })

async function registered(c: Centre, allocations: Record<string, string> = {}) {
  const answer = await register(c, { allocations, unitIds: c.optional.slice(0, 2) })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const registrationId = answer.body.registrationId as string
  const here = `${c.at}/registrations/${registrationId}`
  const allocate = (role: string, who: SignedIn | null) =>
    c.administrator.post(`${c.at}/registrations/${registrationId}/allocations`, {
      role,
      personId: who?.personId ?? null,
    })
  const standing = async () =>
    Object.fromEntries(
      (await c.administrator.get(here)).body.allocations
        .filter((a: { endedAt: string | null }) => !a.endedAt)
        .map((a: { role: string; person: { name: string } }) => [a.role, a.person.name]),
    )
  return { registrationId, here, allocate, standing }
}

it('a learner is registered on a version with the mandatory units and those chosen, and the figures start at nothing', async () => {
  const c = await aCentre()
  const { registrationId, here } = await registered(c, { assessor: c.ben.personId, iqa: c.carol.personId })
  const { body } = await c.administrator.get(here)
  expect(body.units.map((u: { unitId: string }) => u.unitId).sort()).toEqual(
    [...c.mandatory, ...c.optional.slice(0, 2)].sort(),
  )
  const [progress] = await sql('select * from registration_progress where registration_id = $1', registrationId)
  const [asked] = await sql(
    'select count(*)::int as n from criteria k join registration_units u on u.unit_id = k.unit_id where u.registration_id = $1',
    registrationId,
  )
  expect(asked.n).toBeGreaterThan(20)
  expect(progress).toMatchObject({ criteria: asked.n, claimed: 0, provisional: 0, confirmed: 0, returned: 0 })
  expect(await sql('select last_number from portfolios where learner_id = $1', c.learner.personId)).toEqual([
    { last_number: 0 },
  ])
  const events = await sql('select type, learner_id from events where registration_id = $1 order by id', registrationId)
  expect(events.map(e => e.type)).toEqual(['learner-registered', 'allocated', 'allocated'])
  expect(new Set(events.map(e => e.learner_id))).toEqual(new Set([c.learner.personId]))
  const again = await register(c)
  expect([again.status, again.body.code]).toEqual([409, 'registrations/already-registered'])
})

/** The sample diploma as it would be, had its last day of registration been long ago. */
async function closedVersion({ centreId, administrator: { personId } }: Centre): Promise<string> {
  const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]
  const registration = { ...diploma.registration, opens: null, lastRegistration: '2020-08-31' }
  const specification = { ...sampleSpecification, qualifications: [{ ...diploma, registration }] }
  const [published] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, { centreId, specification, importId: null, personId, at: new Date().toISOString() }),
  )
  return published?.versionId as string
}

it('what cannot be a registration is refused with its reason', async () => {
  const c = await aCentre()
  const refusal = async (more: Record<string, unknown>) => (await register(c, more)).body.code
  const stranger = crypto.randomUUID()
  expect(await refusal({ versionId: stranger })).toBe('registrations/unknown-version')
  expect(await refusal({ learnerId: c.ben.personId })).toBe('registrations/not-a-learner')
  expect(await refusal({ learnerId: stranger })).toBe('registrations/not-a-learner')
  expect(await refusal({ unitIds: [stranger] })).toBe('registrations/units-outside-version')
  expect(await refusal({ registeredOn: '2126-01-01' })).toBe('registrations/day-to-come')
  expect(await refusal({ registeredOn: 'soon' })).toBe('platform/invalid-input')
  const versionId = await closedVersion(c)
  expect(await refusal({ versionId, registeredOn: '2020-09-01' }), 'the day after the last [R23]').toBe(
    'registrations/registration-closed',
  )
  expect((await register(c, { versionId, registeredOn: '2020-08-31' })).status, 'the day itself [R23]').toBe(200)
})

it('people are named only where their role, and their part in the registration, allow it [R7]', async () => {
  const c = await aCentre()
  const [amina, ben, sunita, jo, carol] = [c.learner, c.ben, c.sunita, c.jo, c.carol].map(p => p.personId)
  await c.administrator.post(`${c.at}/people/${amina}/roles`, { role: 'assessor' })
  await c.administrator.post(`${c.at}/people/${ben}/roles`, { role: 'iqa' })
  const refusal = async (allocations: Record<string, unknown>) => {
    const { body } = await register(c, { allocations })
    return [body.code, body.details?.problems[0].place]
  }
  expect(await refusal({ iqa: sunita })).toEqual(['registrations/role-not-held', 'iqa'])
  expect(await refusal({ assessor: crypto.randomUUID() })).toEqual(['registrations/role-not-held', 'assessor'])
  expect(await refusal({ assessor: amina })).toEqual(['registrations/own-registration', 'assessor'])
  expect(await refusal({ 'trainee-assessor': jo })).toEqual(['registrations/countersigner-needed', 'countersigner'])
  expect(await refusal({ 'trainee-assessor': jo, countersigner: jo })).toEqual([
    'registrations/countersigner-is-trainee',
    'countersigner',
  ])
  expect(await refusal({ 'trainee-assessor': jo, assessor: jo, countersigner: ben })).toEqual([
    'registrations/assessor-is-trainee',
    'assessor',
  ])
  for (const place of ['assessor', 'countersigner'])
    expect(await refusal({ [place]: ben, iqa: ben })).toEqual(['registrations/iqa-judges-here', 'iqa'])
  expect((await register(c, { allocations: { 'trainee-assessor': jo, assessor: sunita, iqa: carol } })).status).toBe(
    200,
  )
})

it('with a trainee the assessor countersigns unless another is named, and a change keeps the history [R7]', async () => {
  const c = await aCentre()
  const { here, allocate, standing, registrationId } = await registered(c, { assessor: c.ben.personId })
  expect((await allocate('trainee-assessor', c.jo)).status).toBe(200)
  expect(await standing()).toEqual({
    'trainee-assessor': 'Jo Hart',
    assessor: 'Ben Carter',
    countersigner: 'Ben Carter',
  })
  expect((await allocate('countersigner', null)).body.code).toBe('registrations/countersigner-needed')
  expect((await allocate('countersigner', c.sunita)).status).toBe(200)
  expect((await allocate('countersigner', c.sunita)).status, 'said twice, done once').toBe(200)
  const history = (await c.administrator.get(here)).body.allocations.filter(
    (a: { role: string }) => a.role === 'countersigner',
  )
  expect(
    history.map((a: { person: { name: string }; endedAt: string | null }) => [a.person.name, Boolean(a.endedAt)]),
  ).toEqual([
    ['Sunita Rao', false],
    ['Ben Carter', true],
  ])
  const events = await sql(
    `select type, body from events where registration_id = $1 order by id offset 2`,
    registrationId,
  )
  expect(events.map(e => [e.type, e.body.role, e.body.instead])).toEqual([
    ['allocated', 'trainee-assessor', null],
    ['allocated', 'countersigner', null],
    ['allocated', 'countersigner', c.ben.personId],
  ])
})

it('an assessor who lost the role is shown as no longer entitled, ending the role names what waits, and another place can be mended', async () => {
  const c = await aCentre()
  const { allocate, here } = await registered(c, { assessor: c.ben.personId })
  const end = (shown: number) =>
    c.administrator.post(`${c.at}/people/${c.ben.personId}/role-endings`, { role: 'assessor', shown })
  const refused = await end(0)
  expect([refused.status, refused.body.code]).toEqual([409, 'people/work-waits'])
  expect(refused.body.details.waiting).toMatchObject([{ learnerName: 'Amina Yusuf', place: 'assessor', evidence: 0 }])
  expect((await end(1)).status).toBe(200)
  expect((await c.ben.get(here)).status, 'no longer theirs to see').toBe(404)
  expect((await c.administrator.get(here)).body.allocations).toMatchObject([{ role: 'assessor', entitled: false }])
  expect((await allocate('iqa', c.carol)).status).toBe(200)
  expect((await allocate('assessor', c.sunita)).status).toBe(200)
})

it('units are chosen anew while nothing has been claimed in them; what has begun stays and is named', async () => {
  const c = await aCentre()
  const { registrationId } = await registered(c)
  const choose = (unitIds: string[]) =>
    c.administrator.put(`${c.at}/registrations/${registrationId}/units`, { unitIds, ...grounds(c.ben.personId) })
  const [first, second, third] = c.optional as [string, string, string]
  expect((await choose([first, third])).body).toEqual({ added: [third], removed: [second] })
  const [criterion] = await sql('select id from criteria where unit_id = $1 limit 1', first)
  const evidenceId = crypto.randomUUID()
  await sql(
    `insert into evidence (centre_id, id, learner_id, number, kind, created_by, created_at) values ($1, $2, $3, 1, 'statement', $3, now())`,
    c.centreId,
    evidenceId,
    c.learner.personId,
  )
  await sql(
    `insert into evidence_versions (centre_id, evidence_id, version, learner_id, state, created_by, created_at, state_since) values ($1, $2, 1, $3, 'draft', $3, now(), now())`,
    c.centreId,
    evidenceId,
    c.learner.personId,
  )
  await sql(
    `insert into claims (centre_id, registration_id, criterion_id, evidence_id, version, claimed_by, claimed_at) values ($1, $2, $3, $4, 1, $5, now())`,
    c.centreId,
    registrationId,
    criterion.id,
    evidenceId,
    c.learner.personId,
  )
  const refused = await choose([third])
  expect([refused.status, refused.body.code]).toEqual([409, 'registrations/units-begun'])
  expect(refused.body.details.units).toMatchObject([{ unitId: first, claims: 1, decisions: 0 }])
  expect((await choose([first])).body).toEqual({ added: [], removed: [third] })
  const [kept] = await sql(
    `select p.criteria, (select sum(t.criterion_count)::int from registration_units u join units t on t.id = u.unit_id where u.registration_id = p.registration_id) as asked from registration_progress p where p.registration_id = $1`,
    registrationId,
  )
  expect(kept.criteria).toBe(kept.asked)
})

it('a registration without the reason for its level or its funding is refused, naming both [R42]', async () => {
  const c = await aCentre()
  const refused = await register(c, { levelReason: ' ', funding: undefined })
  expect(refused.status).toBe(422)
  expect(refused.body.faults.map((f: { path: string }) => f.path).sort()).toEqual(['funding', 'levelReason'])
  expect((await sql('select 1 from registrations where centre_id = $1', c.centreId)).length).toBe(0)
  const made = await register(c, { levelReason: 'Level 2 fits the desk', funding: 'other-public', agreement: null })
  const { selections } = (await c.administrator.get(`${c.at}/registrations/${made.body.registrationId}`)).body
  expect(selections).toMatchObject([
    { levelReason: 'Level 2 fits the desk', funding: 'other-public', agreement: null, selectedBy: 'Grace Okafor' },
  ])
})

it('options need both names and a reason; every later selection is kept beside the earlier ones [R44]', async () => {
  const c = await aCentre()
  const [first, second] = c.optional as [string, string]
  const { agreement } = grounds(c.ben.personId)
  const answer = async (changed: unknown) => {
    const { status, body } = await register(c, { unitIds: [first], agreement: changed })
    return [status, body.faults?.map((f: { path: string }) => f.path).sort() ?? body.code]
  }
  expect(await answer(null)).toEqual([409, 'registrations/agreement-needed'])
  expect(await answer({ learnerAgreed: false, reason: '' })).toEqual([
    422,
    expect.arrayContaining(['agreement.learnerAgreed', 'agreement.reason']),
  ])
  expect(await answer({ ...agreement, assessorId: null })).toEqual([422, ['agreement.assessorName']])
  expect(await answer({ ...agreement, assessorId: c.carol.personId })).toEqual([
    409,
    'registrations/agreed-by-no-assessor',
  ])
  const made = await register(c, { unitIds: [first], agreement })
  const here = `${c.at}/registrations/${made.body.registrationId}`
  const typed = { ...agreement, assessorId: null, assessorName: 'Pat Moss', reason: 'Moved to the telephones' }
  const changed = await c.administrator.put(`${here}/units`, { unitIds: [second], ...grounds(), agreement: typed })
  expect(changed.body).toEqual({ added: [second], removed: [first] })
  const { selections } = (await c.learner.get(here)).body
  const optionsOf = (s: { units: { unitId: string; mandatory: boolean }[] }) =>
    s.units.filter(u => !u.mandatory).map(u => u.unitId)
  expect(selections.map(optionsOf)).toEqual([[second], [first]])
  expect(selections.map((s: { agreement: unknown }) => s.agreement)).toEqual([
    { learnerName: 'Amina Yusuf', assessorName: 'Pat Moss', reason: 'Moved to the telephones' },
    { learnerName: 'Amina Yusuf', assessorName: 'Ben Carter', reason: agreement.reason },
  ])
  const nameless = await c.administrator.put(`${here}/units`, { unitIds: [first] })
  expect(nameless.body.faults.map((f: { path: string }) => f.path).sort()).toEqual([
    'agreement',
    'funding',
    'levelReason',
  ])
})

it('the rules are put to the units planned and separately to those achieved, and what has begun is kept [R43]', async () => {
  const c = await aCentre()
  const { registrationId, here } = await registered(c)
  const judged = async () => (await c.learner.get(`${here}/combination`)).body
  const before = await judged()
  expect(before.planned.chosen.length).toBe(c.mandatory.length + 2)
  expect(before).toMatchObject({
    planned: { valid: false },
    achieved: { chosen: [] },
    achievedUnits: [],
    begunUnits: [],
  })
  expect(before.suggestions[0].add.length).toBeGreaterThan(0)
  expect(before.shortest[0].add.length, 'from nothing, at least as many').toBeGreaterThanOrEqual(
    before.suggestions[0].add.length,
  )
  const confirm = (unitId: string | undefined, skip: number) =>
    sql(
      `insert into criterion_progress (centre_id, registration_id, criterion_id, unit_id, state, since)
       select centre_id, $2, id, unit_id, 'confirmed', now() from criteria where centre_id = $1 and unit_id = $3 offset $4`,
      ...[c.centreId, registrationId, unitId, skip],
    )
  await confirm(c.mandatory[0], 0)
  await confirm(c.mandatory[1], 1)
  const after = await judged()
  expect(after.achievedUnits, 'a unit is achieved with its last criterion').toEqual([c.mandatory[0]])
  expect(after.achieved.chosen.length).toBe(1)
  expect(after.achieved.problems.map((p: { code: string }) => p.code)).toContain('required-missing')
  expect(after.planned).toEqual(before.planned)
})

it('a newer version leaves a learner where they are, and says beforehand what a move would carry over and lose [R27]', async () => {
  const c = await aCentre()
  const { here, registrationId } = await registered(c)
  const before = (await c.learner.get(`${here}/matrix`)).body
  const [reworded, ...others] = structuredClone(sampleSpecification.units)
  const criterion = reworded?.outcomes[0]?.criteria[0]
  if (!reworded || !criterion) throw new Error('the sample has no unit')
  const words = criterion.text
  criterion.text = 'Something else altogether is asked for here'
  const specification = { ...sampleSpecification, units: [reworded, ...others] }
  const published = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId: c.centreId, specification, importId: null, at: new Date().toISOString() },
      personId: c.administrator.personId,
    }),
  )
  const newer = published[0]?.versionId as string
  await sql(
    `insert into criterion_progress (centre_id, registration_id, criterion_id, unit_id, state, since)
     select k.centre_id, $2, k.id, k.unit_id, 'confirmed', now() from criteria k join registration_units u on u.unit_id = k.unit_id and u.registration_id = $2
      where k.centre_id = $1 and k.text = $3 limit 1`,
    ...[c.centreId, registrationId, words],
  )
  const { status, body } = await c.administrator.get(`${here}/moves/${newer}`)
  expect(status).toBe(200)
  expect([body.confirmed, body.newCriteria]).toEqual([{ carried: 0, lost: 1 }, 1])
  const changed = body.units.filter((u: { identical: boolean }) => !u.identical)
  expect(changed).toMatchObject([{ unit: { title: reworded.title }, lost: [{ text: words, state: 'confirmed' }] }])
  const after = (await c.learner.get(`${here}/matrix`)).body
  expect(after.units, 'nothing is moved by looking').toEqual(
    before.units.map((u: unknown) => expect.objectContaining({ id: (u as { id: string }).id })),
  )
  expect(after.qualification).toEqual(before.qualification)
  expect((await c.administrator.get(`${here}/moves/${c.versionId}`)).body.code).toBe(
    'registrations/not-a-newer-version',
  )
  expect((await c.learner.get(`${here}/moves/${newer}`)).status).toBe(403)
})

it('everybody lists the registrations that exist for them and no others [R107]', async () => {
  const c = await aCentre()
  const { here } = await registered(c, { assessor: c.ben.personId, iqa: c.carol.personId })
  const other = await aCentre()
  await registered(other)
  const names = async (who: SignedIn, query = '') =>
    (await who.get(`${c.at}/registrations?${query}`)).body.registrations.map(
      (r: { learner: { name: string } }) => r.learner.name,
    )
  for (const who of [c.administrator, c.ben, c.carol, c.learner]) expect(await names(who)).toEqual(['Amina Yusuf'])
  for (const who of [c.sunita, c.jo]) expect(await names(who)).toEqual([])
  expect(await names(c.administrator, 'search=nobody')).toEqual([])
  expect(await names(c.administrator, `personId=${c.ben.personId}&sort=-registered`)).toEqual(['Amina Yusuf'])
  expect((await c.administrator.get(`${c.at}/registrations`)).body.registrations[0]).toMatchObject({
    people: [
      { role: 'assessor', person: { name: 'Ben Carter' } },
      { role: 'iqa', person: { name: 'Carol Lane' } },
    ],
  })
  const refused = await c.ben.post(`${here}/allocations`, { role: 'iqa', personId: null })
  expect([refused.status, refused.body.code]).toEqual([403, 'people/needs-role-centre-administrator'])
  expect((await c.sunita.post(`${here}/allocations`, { role: 'iqa', personId: null })).status).toBe(404)
  expect((await other.administrator.get(here)).status).toBe(404)
})

it('an external quality assurer sees the qualifications allotted to them, no others [R133]', async () => {
  const c = await aCentre()
  await registered(c)
  const dev = await server.person(c.centreId, 'Dev Shah', 'eqa')
  const seen = async () => (await dev.get(`${c.at}/registrations`)).body.total
  const allot = (...qualificationIds: string[]) =>
    c.administrator.put(`${c.at}/people/${dev.personId}/allotments`, { qualificationIds })
  const { qualifications } = (await c.administrator.get(`${c.at}/allottable-qualifications`)).body
  const [{ qualification_id: diploma }] = await sql(
    'select qualification_id from qualification_versions where id = $1',
    c.versionId,
  )
  const award = qualifications.find((q: { id: string }) => q.id !== diploma).id
  expect(await seen()).toBe(0)
  expect((await allot(award)).status).toBe(200)
  expect(await seen()).toBe(0)
  expect((await allot(diploma)).status).toBe(200)
  expect(await seen()).toBe(1)
  const { allotments } = (await c.administrator.get(`${c.at}/people/${dev.personId}`)).body
  expect(allotments.map((a: { qualificationId: string }) => a.qualificationId)).toEqual([diploma])
  const wrong = await c.administrator.put(`${c.at}/people/${c.ben.personId}/allotments`, {
    qualificationIds: [diploma],
  })
  expect([wrong.status, wrong.body.code]).toEqual([409, 'people/not-an-eqa'])
})
