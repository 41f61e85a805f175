import { beforeAll, expect, it } from 'vitest'
import { addMonths, dayOfInstant } from '#domain/time.ts'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let ruth: SignedIn
const today = dayOfInstant(new Date().toISOString())

beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  ruth = await server.person(p.centreId, 'Ruth', 'lead-iqa')
})

const at = (who: SignedIn, rest = '') => p.at(`/competence/${who.personId}${rest}`)
const recordOf = async (who: SignedIn, reader = ruth) => (await reader.get(at(who))).body
const rowOf = (record: any, role: string, level: number, requirement: string) =>
  record.roles
    .find((r: any) => r.role === role)
    .levels.find((l: any) => l.level === level)
    .rows.find((r: any) => r.requirement === requirement)

it('giving a role declares the authority, and the record shows that nothing of it has been seen yet [R111] [R115]', async () => {
  const added = await p.grace.post(p.at('/people'), { name: 'Nia', email: 'nia@test.example', roles: ['assessor'] })
  const nia = { personId: added.body.personId } as SignedIn
  const record = await recordOf(nia)
  expect(record.awards).toMatchObject([{ kind: 'held', since: today, until: null, declared: true, title: null }])
  expect(record.scopes).toMatchObject([{ qualification: null, levels: null, from: today, declared: true }])
  expect(rowOf(record, 'assessor', 2, 'staff-award')).toMatchObject({ applies: 'to-be-confirmed', shown: false })
  const { rows } = (await ruth.get(p.at('/competence?search=nia&state=gaps'))).body
  expect(rows).toMatchObject([
    { role: 'assessor', now: { standing: 'qualified' }, missing: 7, award: { declared: true } },
  ])
})

it('what entitles somebody can be said in the step that gives the role: award and scope, and no more is declared [R112] [R115]', async () => {
  const olga = await server.person(p.centreId, 'Olga', 'mentor')
  const { qualifications } = await recordOf(olga)
  const give = (who: SignedIn, to: SignedIn, entitled: object) =>
    who.post(p.at(`/people/${to.personId}/roles`), { role: 'assessor', entitled })
  const entitled = {
    ...{ title: 'TAQA', since: '2024-02-05', evidence: 'Certificate seen' },
    ...{ qualificationIds: [qualifications[0].id], levels: [1, 2] },
  }
  expect((await give(p.grace, p.grace, entitled)).body.code).toBe('competence/own-record')
  expect((await p.grace.get(at(p.grace))).body.awards).toEqual([])
  // Nor does the role itself entitle whoever gives it to themselves.
  expect((await p.grace.post(p.at(`/people/${p.grace.personId}/roles`), { role: 'assessor' })).status).toBe(200)
  expect((await p.grace.get(at(p.grace))).body).toMatchObject({ awards: [], scopes: [] })
  expect((await give(p.grace, olga, entitled)).status).toBe(200)
  const record = await recordOf(olga)
  const open = (all: any[]) => all.filter(x => x.until === null)
  expect(open(record.awards)).toMatchObject([{ kind: 'held', title: 'TAQA', since: '2024-02-05', declared: false }])
  expect(open(record.scopes)).toMatchObject([{ qualification: { id: qualifications[0].id }, levels: [1, 2] }])
})

it('seven requirements are shown with their evidence for a level, and the missing ones are named [R111]', async () => {
  const body = {
    role: 'assessor',
    requirement: 'standards',
    text: 'Led the briefing on the standards',
    on: '2026-02-03',
  }
  expect((await ruth.post(at(p.ben, '/evidence'), { ...body, levels: [] })).status).toBe(422)
  expect((await ruth.post(at(p.ben, '/evidence'), { ...body, levels: [2], on: '2099-01-01' })).body.code).toBe(
    'competence/day-to-come',
  )
  const made = await ruth.post(at(p.ben, '/evidence'), { ...body, levels: [2], reference: 'Personnel file 4' })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const row = rowOf(await recordOf(p.ben), 'assessor', 2, 'standards')
  expect(row).toMatchObject({ shown: true, evidence: [{ text: body.text, reference: 'Personnel file 4', by: 'Ruth' }] })
  const end = (reason: string) => ruth.post(at(p.ben, `/evidence/${made.body.evidenceIds[0]}/ending`), { reason })
  expect([(await end('It was another Ben')).status, (await end('Again')).status]).toEqual([200, 200])
  expect(rowOf(await recordOf(p.ben), 'assessor', 2, 'standards').shown).toBe(false)
})

it('which requirements apply to a role is unknown until somebody confirms it by name [R111]', async () => {
  const applies = async () => rowOf(await recordOf(p.ben), 'assessor', 2, 'vq-practice').applies
  expect(await applies()).toBe('to-be-confirmed')
  const confirm = (who: SignedIn, of: string[]) =>
    who.post(p.at('/requirement-confirmations'), { role: 'assessor', applies: of, source: 'Strategy, appendix B' })
  expect((await confirm(p.carol, ['standards'])).status).toBe(403)
  expect((await confirm(ruth, ['standards', 'staff-award'])).status).toBe(200)
  expect(await applies()).toBe('no')
  expect((await confirm(p.grace, ['standards', 'vq-practice', 'staff-award'])).status).toBe(200)
  expect(await applies()).toBe('yes')
  expect((await recordOf(p.ben)).roles[0].confirmation).toMatchObject({ by: 'Grace', source: 'Strategy, appendix B' })
  expect((await ruth.get(p.at('/competence'))).body.confirmations).toMatchObject({
    assessor: { by: 'Grace' },
    iqa: null,
  })
})

it('an EQA is asked for five records more, which are not in doubt [R114]', async () => {
  const dev = await server.person(p.centreId, 'Dev', 'eqa')
  const rows = (await recordOf(dev)).roles[0].levels[0].rows as { requirement: string; applies: string }[]
  expect(rows).toHaveLength(12)
  expect(rows.filter(r => r.requirement.startsWith('eqa-')).map(r => r.applies)).toEqual(Array(5).fill('yes'))
})

it('an EQA is allotted what their scope covers, and nothing else [R115] [R133]', async () => {
  const eva = await server.person(p.centreId, 'Eva', 'eqa')
  const { qualifications } = await recordOf(eva)
  const [first, second] = qualifications.map((q: { id: string }) => q.id)
  const scope = { role: 'eqa', qualificationIds: [first], levels: null, from: '2026-01-05' }
  expect((await ruth.post(at(eva, '/scopes'), scope)).status).toBe(200)
  const allot = (qualificationIds: string[]) =>
    p.grace.put(p.at(`/people/${eva.personId}/allotments`), { qualificationIds })
  expect((await allot([first, second])).body).toMatchObject({
    code: 'people/eqa-not-entitled',
    details: { gaps: [{ gap: 'scope-ended', until: '2026-01-04' }] },
  })
  expect((await allot([first])).status).toBe(200)
})

it('an award is held or worked towards, is shown later, and what was only declared gives way to it [R112]', async () => {
  const award = (over: object) =>
    ruth.post(at(p.tom, '/awards'), {
      role: 'assessor',
      kind: 'working-towards',
      title: 'CAVA',
      since: '2026-01-31',
      ...over,
    })
  expect((await award({ since: '2099-01-01' })).body.code).toBe('competence/day-to-come')
  const { awardId } = (await award({})).body
  const [first] = (await recordOf(p.tom)).awards.filter((a: any) => a.id === awardId)
  expect(first).toMatchObject({ until: '2027-07-31', declared: true, shown: null })
  expect((await award({ since: '2026-05-01' })).body).toMatchObject({
    code: 'competence/months-counted-once',
    details: { since: '2026-01-31', until: '2027-07-31' },
  })
  const shown = await ruth.post(at(p.tom, `/awards/${awardId}/evidence`), {
    title: 'CAVA',
    evidence: 'Registration letter',
  })
  expect(shown.status).toBe(200)
  const record = await recordOf(p.tom)
  expect(record.awards.find((a: any) => a.id === awardId)).toMatchObject({ declared: false, shown: { by: 'Ruth' } })
  expect(record.awards.filter((a: any) => a.declared && (a.until === null || a.until >= today))).toEqual([])
  expect(record.roles[0].now).toMatchObject({ standing: 'working-towards', until: '2027-07-31', ends: 'limit' })
  // Put right to an earlier day, the months end earlier, whatever was recorded first.
  expect((await award({ since: '2025-12-31' })).status).toBe(200)
  const { awards, roles } = await recordOf(p.tom)
  expect(awards.find((a: any) => a.id === awardId).until).toBe('2027-06-30')
  expect(roles[0].now).toMatchObject({ standing: 'working-towards', until: '2027-06-30', ends: 'limit' })
})

it('a scope by qualification and level takes the place of what was declared, and ends on its day [R115]', async () => {
  const sunita = await server.person(p.centreId, 'Sunita', 'assessor')
  const { qualifications } = await recordOf(sunita)
  const scope = { role: 'assessor', levels: [2], from: '2026-01-05', until: addMonths(today, 2) }
  const ask = (over: object) => ruth.post(at(sunita, '/scopes'), { ...scope, ...over })
  expect((await ask({ qualificationIds: null, until: '2025-01-01' })).status).toBe(422)
  expect((await ask({ qualificationIds: [sunita.personId] })).body.code).toBe('competence/unknown-qualification')
  const { scopeIds } = (await ask({ qualificationIds: [qualifications[0].id] })).body
  expect(scopeIds).toHaveLength(1)
  const record = await recordOf(sunita)
  expect(record.roles[0].now).toMatchObject({
    standing: 'qualified',
    until: scope.until,
    ends: 'scope',
    warning: { warning: 90 },
  })
  expect((await p.grace.get(p.at('/competence-endings'))).body.endings).toMatchObject([
    { person: { name: 'Sunita' }, own: false, ends: 'scope', until: scope.until },
  ])
  expect((await sunita.get(p.at('/competence-endings'))).body.endings).toMatchObject([{ own: true }])
  expect((await p.ben.get(p.at('/competence-endings'))).body.endings).toEqual([])
  const end = (until: string) => ruth.post(at(sunita, `/scopes/${scopeIds[0]}/ending`), { until, reason: 'Leaves us' })
  expect((await end(scope.until)).body.code).toBe('competence/ends-before')
  expect((await end(today)).status).toBe(200)
  expect((await recordOf(sunita)).roles[0].now).toMatchObject({ until: today, warning: { daysLeft: 0, warning: 30 } })
  expect((await sunita.get(p.at('/competence-endings'))).body.lapsed, 'the day itself still counts').toEqual([])
  await server.services.ownerPool.query(
    `update authority_scopes set from_day = from_day - 1, until_day = until_day - 1 where id = $1`,
    [scopeIds[0]],
  )
  expect((await sunita.get(p.at('/competence-endings'))).body.lapsed).toEqual(['assessor'])
  expect((await p.ben.get(p.at('/competence-endings'))).body.lapsed, 'only one’s own').toEqual([])
})

it('ending an award stops decisions at once, by the records and through the screens’ own doors [R112]', async () => {
  const one = p.criteria.slice(0, 1)
  const evidenceId = await p.submitted(one)
  const [held] = (await recordOf(p.ben)).awards
  const ended = await ruth.post(at(p.ben, `/awards/${held.id}/ending`), {
    until: addMonths(today, -1),
    reason: 'Certificate was another’s',
  })
  expect(ended.status, JSON.stringify(ended.body)).toBe(200)
  expect((await p.decide(p.ben, evidenceId, met(one))).body).toMatchObject({
    code: 'competence/not-entitled',
    details: { gaps: [{ gap: 'award-ended' }] },
  })
  const made = await ruth.post(at(p.ben, '/awards'), {
    ...{
      role: 'assessor',
      kind: 'held',
      title: 'A1',
      since: '2019-05-03',
      evidence: 'Certificate seen, copy in file 7',
    },
  })
  expect(made.status).toBe(200)
  expect((await p.decide(p.ben, evidenceId, met(one))).status).toBe(200)
  expect((await recordOf(p.ben)).roles[0].levels[0].rows.find((r: any) => r.requirement === 'staff-award').shown).toBe(
    true,
  )
})

it('CPD is one’s own word: only its owner writes, quality staff read, and twelve months without are a gap [R113]', async () => {
  const entry = { on: '2026-03-02', hours: 2.5, activity: 'Standardisation meeting', learned: 'Where level 2 begins' }
  expect((await ruth.post(at(p.ben, '/cpd'), entry)).body.code).toBe('competence/not-your-log')
  expect((await recordOf(p.ben)).cpdGap).toBe(true)
  const { cpdId } = (await p.ben.post(at(p.ben, '/cpd'), entry)).body
  expect(await recordOf(p.ben, p.carol)).toMatchObject({
    cpd: [entry],
    cpdGap: false,
    can: { keepCpd: false, record: false },
  })
  const names = async (query: string) =>
    (await ruth.get(p.at(`/competence?${query}`))).body.rows.map((r: any) => r.person.name)
  expect(await names('state=cpd')).not.toContain('Ben')
  expect((await p.ben.post(at(p.ben, `/cpd/${cpdId}/ending`), { reason: 'Entered twice' })).status).toBe(200)
  expect(await names('state=cpd')).toContain('Ben')
})

it('one’s own record is one’s own to read and never to write; others read it only to answer for quality [R107]', async () => {
  expect((await p.ben.get(at(p.ben))).body).toMatchObject({
    person: { name: 'Ben' },
    can: { record: false, keepCpd: true },
  })
  expect((await p.tom.get(at(p.ben))).status).toBe(403)
  expect((await p.amina.get(p.at('/competence'))).status).toBe(403)
  const own = await ruth.post(at(ruth, '/awards'), { role: 'iqa', kind: 'held', title: 'V1', since: '2019-05-03' })
  expect([own.status, own.body.code]).toEqual([403, 'competence/own-record'])
})

it('the overview filters, sorts and comes as a file [R111] [R113]', async () => {
  const { body } = await ruth.get(p.at('/competence?role=assessor&sort=-name&size=2'))
  expect(body.rows).toHaveLength(2)
  expect(body.total).toBeGreaterThan(2)
  const file = await ruth.get(p.at('/competence.csv?role=iqa'))
  expect(file.body).toContain('requirements not shown')
  expect(file.body.split('\r\n').filter(Boolean)).toHaveLength(3)
})
