import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { everyContract } from '#contract/index.ts'
import { formFor, met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let award: string
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  award = await p.register(p.award?.versionId as string)
})

type Body = Record<string, unknown>
/** One request under an id, with another content for some of its fields, another target, and others who may ask for the same. */
type Sample = {
  who: SignedIn
  path: string
  body: Body
  other: Body
  elsewhere?: string
  others: SignedIn[]
  /** Another change after which the same request would no longer be taken, were it a new one. */
  after?: () => Promise<unknown>
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const claimed = () => p.criteria.slice(0, 1)

async function decision(who: SignedIn, kind: 'decisions' | 'provisional-decisions'): Promise<Sample> {
  const [evidenceId, another] = [await p.submitted(claimed()), await p.submitted(claimed())]
  const body = formFor(await p.assessment(who, evidenceId), met(claimed()))
  const feedback = 'Other words about the same evidence, typed after the answer was lost on its way.'
  const path = `/evidence/${evidenceId}/${kind}`
  return {
    ...{ who, path, body, elsewhere: `/evidence/${another}/${kind}`, others: [] },
    // The last two: what would be a decision of its own, seen as the first one left it.
    other: { feedback, seenRevision: body.seenRevision + 1, correction: 'A later look' },
  }
}

async function unitsWithQuestions(): Promise<[string, string, string]> {
  const { rows } = await server.services.ownerPool.query(
    `select c.unit_id, min(c.id::text) as criterion_id from criteria c where c.centre_id = $1 and c.kind is distinct from 'performance' group by 1 order by 1 limit 2`,
    [p.centreId],
  )
  return [rows[0].unit_id, rows[0].criterion_id, rows[1].unit_id]
}

const samples: Record<string, () => Promise<Sample>> = {
  'POST /centres/:centreId/learners/:learnerId/evidence': async () => ({
    ...{ who: p.amina, path: `/learners/${p.amina.personId}/evidence`, body: { kind: 'statement' }, others: [p.ben] },
    other: { kind: 'file', type: 'reflective-log' },
  }),
  'POST /centres/:centreId/learners/:learnerId/testimony-requests': async () => ({
    ...{ who: p.amina, path: `/learners/${p.amina.personId}/testimony-requests`, others: [p.ben] },
    body: {
      ...{ type: 'witness-testimony', witnessName: 'Denise Okoro' },
      ...{ email: `denise.${randomUUID()}@shop.example`, asks: 'The kettle on 14 May' },
    },
    other: {
      witnessName: 'Denise Oko',
      asks: 'The lamp on 20 May',
      type: 'expert-witness',
      email: 'another@shop.example',
    },
  }),
  'POST /centres/:centreId/registrations/:registrationId/plan-entries': async () => ({
    ...{ who: p.ben, path: `/registrations/${p.registrationId}/plan-entries`, others: [p.amina, p.tom] },
    body: {
      ...{ kind: 'discussion', plannedFor: inDays(7), text: 'How you decide what to promise' },
      criterionIds: claimed().map(k => k.criterionId),
    },
    other: {
      ...{ kind: 'observation', plannedFor: inDays(8), text: 'Something else' },
      criterionIds: [p.criteria[1]?.criterionId],
    },
    elsewhere: `/registrations/${award}/plan-entries`,
  }),
  'POST /centres/:centreId/evidence/:evidenceId/pins': async () => {
    const evidenceId = await p.submitted(p.criteria.slice(0, 2), { draft: true })
    const here = `/evidence/${evidenceId}`
    return {
      ...{ who: p.amina, path: `${here}/pins`, others: [] },
      body: { ...claimed()[0], fileId: null, place: { kind: 'whole' } },
      other: {
        criterionId: p.criteria[1]?.criterionId,
        place: { kind: 'passage', page: null, text: 'the depot', occurrence: 1 },
      },
      elsewhere: `/evidence/${await p.submitted(claimed(), { draft: true })}/pins`,
      after: () => p.amina.post(p.at(`${here}/submission`), { authentic: true }),
    }
  },
  'POST /centres/:centreId/units/:unitId/worksheets': async () => {
    const [unitId, criterionId, another] = await unitsWithQuestions()
    const asking = (text: string) => [{ text, criterionIds: [criterionId] }]
    return {
      ...{ who: p.ben, path: `/units/${unitId}/worksheets`, others: [p.grace] },
      body: { title: 'What customers expect', questions: asking('What?') },
      other: { title: 'What they want', questions: asking('Why?') },
      elsewhere: `/units/${another}/worksheets`,
    }
  },
  'POST /centres/:centreId/registrations/:registrationId/workplace-records': async () => ({
    ...{ who: p.ben, path: `/registrations/${p.registrationId}/workplace-records`, others: [p.grace] },
    body: { kind: 'line-management', person: 'Helen Marsh', relationship: 'line-manager', day: '2026-02-03', note: '' },
    other: {
      person: 'Hal Marsh',
      relationship: 'supervisor',
      day: '2026-02-04',
      note: 'In the shop',
      kind: 'objectives',
    },
    elsewhere: `/registrations/${award}/workplace-records`,
  }),
  'POST /centres/:centreId/evidence/:evidenceId/decisions': () => decision(p.ben, 'decisions'),
  'POST /centres/:centreId/evidence/:evidenceId/provisional-decisions': () => decision(p.tom, 'provisional-decisions'),
}

const repeatable = Object.entries(everyContract as Record<string, Endpoint>).filter(([, e]) => e.repeatedBy)

it('every endpoint that may be repeated by an id is walked here', () => {
  expect(Object.keys(samples).sort()).toEqual(repeatable.map(([key]) => key).sort())
})

describe.each(repeatable)('%s', (key, { repeatedBy }) => {
  const name = repeatedBy as string
  const written = async () =>
    (
      await server.services.ownerPool.query(
        `select (select count(*) from events where centre_id = $1) as events, (select count(*) from letters where centre_id = $1) as letters`,
        [p.centreId],
      )
    ).rows[0]
  const refused = { status: 409, body: { code: 'platform/request-already-used' } }

  it('answers the same request as it answered the first, and refuses any other under the same id', async () => {
    const { who, path, body, other, elsewhere, others, after } = await (samples[key] as () => Promise<Sample>)()
    const first = { ...body, [name]: randomUUID() }
    const made = await who.post(p.at(path), first)
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    await after?.()
    const before = await written()
    // The order of fields is nobody's content; what is left out is what it would be by default.
    const turned = Object.fromEntries(Object.entries(first).reverse())
    for (const again of [first, turned])
      expect(await who.post(p.at(path), again)).toMatchObject({ status: 200, body: made.body })

    for (const [field, content] of Object.entries(other))
      expect(await who.post(p.at(path), { ...first, [field]: content }), field).toMatchObject(refused)
    for (const another of others) expect(await another.post(p.at(path), first)).toMatchObject(refused)
    if (elsewhere) expect(await who.post(p.at(elsewhere), first), 'another target').toMatchObject(refused)
    expect(await written()).toEqual(before)
  })
})

it('of two requests under one id with other bodies, sent at the same moment, one is kept and one refused', async () => {
  for (let round = 0; round < 5; round++) {
    const id = randomUUID()
    const answers = await Promise.all(
      ['statement', 'file'].map(kind => p.amina.post(p.at(`/learners/${p.amina.personId}/evidence`), { id, kind })),
    )
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  }
})

it('an id that a record has already which no request made is refused too', async () => {
  const evidenceId = await p.submitted(claimed(), { draft: true })
  const answer = await p.amina.post(p.at(`/learners/${p.amina.personId}/evidence`), { id: evidenceId, kind: 'file' })
  expect([answer.status, answer.body.code]).toEqual([409, 'platform/request-already-used'])
})
