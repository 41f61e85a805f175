import { beforeAll, expect, it } from 'vitest'
import { met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let ruth: SignedIn
beforeAll(async () => {
  p = await startPortfolio(server)
  ruth = await server.person(p.centreId, 'Ruth', 'lead-iqa')
})

it('what the awarding organisation and employers say is kept with its day, and with what was done about it [R117]', async () => {
  const body = {
    kind: 'risk-assessment',
    on: '2026-03-02',
    source: 'Larkfield Awards',
    about: 'Low, but for one new site',
  }
  expect((await p.ben.post(p.at('/quality-records'), body)).status).toBe(403)
  expect((await ruth.post(p.at('/quality-records'), { ...body, on: '2099-01-01' })).body.code).toBe(
    'quality-records/day-to-come',
  )
  const { qualityRecordId } = (await ruth.post(p.at('/quality-records'), body)).body
  const follow = (over: object) =>
    ruth.post(p.at(`/quality-records/${qualityRecordId}/follow-ups`), {
      on: '2026-04-01',
      text: 'Visited the site',
      ...over,
    })
  expect((await follow({ on: '2026-03-01' })).body).toMatchObject({
    code: 'quality-records/before-the-record',
    details: { after: '2026-03-02' },
  })
  for (const over of [{}, { on: '2026-05-04', text: 'Site approved', closes: true }])
    expect((await follow(over)).status).toBe(200)
  const seen = (await p.carol.get(p.at('/quality-records'))).body
  expect(seen).toMatchObject({
    records: [{ ...body, by: 'Ruth', followUps: [{ closes: false }, { text: 'Site approved', closes: true }] }],
    can: { record: false },
  })
  expect(seen.records[0].closedAt).not.toBeNull()
  expect((await ruth.get(p.at('/quality-records?kind=employer-feedback'))).body.records).toEqual([])
})

it('without all five conditions somebody under the Employer Direct Model counts as unqualified [R116]', async () => {
  const { open } = (await ruth.get(p.at('/direct-models'))).body
  const { versions } = { versions: await p.grace.get(p.at(`/registrations/${p.registrationId}`)) }
  const qualificationId = versions.body.qualificationId as string
  expect(open.map((q: { id: string }) => q.id)).toContain(qualificationId)
  const begin = () =>
    ruth.post(p.at('/direct-models'), {
      qualificationId,
      employer: 'Lindley Homeware',
      sector: 'Retail',
      size: '50 to 249',
    })
  const { modelId } = (await begin()).body
  expect((await begin()).body.code).toBe('competence/model-exists')
  const made = await ruth.post(p.at(`/competence/${p.ben.personId}/awards`), {
    ...{ role: 'assessor', kind: 'employer-direct-model', title: 'In-house assessor training', since: '2026-01-05' },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = p.criteria.slice(0, 1)
  const evidenceId = await p.submitted(one)
  const decide = () => p.decide(p.ben, evidenceId, met(one))
  const meet = (condition: string, who = ruth) =>
    who.post(p.at(`/direct-models/${modelId}/conditions`), { condition, metOn: '2026-02-03', evidence: 'Minutes' })
  for (const condition of ['liaison', 'roles-reviewed', 'mapping', 'mapping-agreed']) {
    expect((await decide()).body).toMatchObject({
      code: 'competence/not-entitled',
      details: { gaps: [{ gap: 'direct-model-incomplete' }] },
    })
    expect((await meet(condition)).status).toBe(200)
  }
  expect((await decide()).status).toBe(403)
  // Whoever assesses under it does not complete it for themselves.
  await server.services.ownerPool.query(
    `insert into role_grants (centre_id, person_id, role, granted_at) values ($1, $2, 'lead-iqa', now())`,
    [p.centreId, p.ben.personId],
  )
  expect((await meet('equal-rigour', p.ben)).body.code).toBe('competence/own-record')
  expect((await meet('equal-rigour')).status).toBe(200)
  expect((await decide()).status).toBe(200)
  const [model] = (await ruth.get(p.at('/direct-models'))).body.models
  expect(model).toMatchObject({ completeSince: '2026-02-03', assessors: 1, learners: 1 })
})

it('the statistics of the Employer Direct Model come as a file: take-up, sector, size, open problems [R116]', async () => {
  await ruth.post(p.at('/quality-records'), {
    ...{ kind: 'direct-model-problem', on: '2026-03-02', source: 'Lindley Homeware', about: 'Two assessors left' },
  })
  const file = await ruth.get(p.at('/direct-models.csv'))
  expect(file.headers.get('content-type')).toContain('text/csv')
  const [head, line] = file.body.replace('\uFEFF', '').split('\r\n')
  expect(head).toBe('employer,sector,size,qualification,conditions met,complete since,assessors,learners,open problems')
  expect(line).toMatch(/^Lindley Homeware,Retail,50 to 249,.*,5,2026-02-03,1,1,1$/)
})
