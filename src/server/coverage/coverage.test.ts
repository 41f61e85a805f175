import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import type { SignedIn } from '#test/server.ts'
import { testServer } from '#test/server.ts'

const server = testServer()

type Gap = { code: string; blocks: boolean; details: Record<string, unknown> }
type Unit = { id: string; number: string; outcomes: { criteria: { id: string }[] }[] }

/** Unit 6 of the sample diploma: two of three kinds of message, sent to three customers (requirement 1 and 2). */
async function unitSix(p: Portfolio, number = '6') {
  const unit = ((await p.matrix()).units as Unit[]).find(u => u.number === number) as Unit
  const keys = unit.outcomes
    .flatMap(o => o.criteria)
    .map(c => ({ registrationId: p.registrationId, criterionId: c.id }))
  const cover = (requirement: string, item = '', over = {}) => ({
    ...{ registrationId: p.registrationId, unitId: unit.id, requirement, item },
    ...over,
  })
  const open = async (who: SignedIn = p.amina) =>
    (await who.get(p.at(`/registrations/${p.registrationId}/units/${unit.id}/coverage`))).body
  const gaps = async () => ((await open()).gaps as Gap[]).map(g => g.code)
  return { unit, keys, cover, open, gaps }
}

/** A draft with these further occasions after its own day. */
async function withOccasions(p: Portfolio, keys: CriterionKey[], ...occasions: Record<string, unknown>[]) {
  const evidenceId = await p.submitted(keys, { draft: true })
  const kept = await p.amina.put(p.at(`/evidence/${evidenceId}/occasions`), { revision: 1, occasions })
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  const sent = await p.amina.post(p.at(`/evidence/${evidenceId}/submission`), { authentic: true })
  expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  return evidenceId
}

describe('requirements and occasions', () => {
  let p: Portfolio
  beforeAll(async () => {
    p = await startPortfolio(server)
  })

  it('a gap closes by ticking items with the decision, and each item keeps the evidence and the day [R92] [R93]', async () => {
    const { keys, cover, open, gaps } = await unitSix(p)
    expect(await gaps()).toEqual([
      'criteria-open',
      'requirement-open',
      'requirement-open',
      'customers-short',
      'reading-unreviewed',
    ])
    const evidenceId = await withOccasions(
      p,
      keys,
      { day: null, customer: 'customer A', channel: 'e-mail' },
      { day: '2026-05-20', customer: 'customer B', channel: 'letter', criteria: [keys.at(-1)?.criterionId] },
      { day: '2026-05-21', customer: 'customer C' },
    )
    expect(await gaps()).toContain('criteria-waiting')
    const decide = (covers: unknown[], over = {}) => p.decide(p.ben, evidenceId, met(keys), { covers, ...over })
    const refused = async (covers: unknown[], over = {}) => (await decide(covers, over)).body.code
    expect(await refused([cover('9')])).toBe('coverage/no-such-requirement')
    expect(await refused([cover('2', 'z')])).toBe('coverage/no-such-requirement')
    expect(await refused([cover('2', 'a', { occasion: 7 })])).toBe('coverage/no-such-occasion')
    expect(await refused([cover('2', 'a', { occasion: 2 })], { occasions: { out: [2] } })).toBe(
      'coverage/no-such-occasion',
    )
    const other = (await unitSix(p, '1')).cover
    expect(await refused([other('1')])).toBe('coverage/nothing-met-in-unit')
    const saved = await decide([cover('1'), cover('2', 'a'), cover('2', 'b', { occasion: 2 })])
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const after = await open(p.carol)
    expect(after).toMatchObject({
      ready: true,
      requirements: { of: 2, satisfied: 2 },
      spread: { customers: ['customer A', 'customer B', 'customer C'] },
    })
    expect(after.each[1].ticks).toMatchObject([
      { item: 'a', layer: 'assessor', day: '2026-05-14', evidence: { number: expect.any(Number) } },
      { item: 'b', layer: 'assessor', day: '2026-05-20' },
    ])
    expect(after.days[keys.at(-1)?.criterionId as string]).toEqual(['2026-05-14', '2026-05-20', '2026-05-21'])
    expect(after.days[keys[0]?.criterionId as string]).toEqual(['2026-05-14', '2026-05-21'])
  })

  it('a correction takes the place of what was ticked before, and nothing of it is lost [R92]', async () => {
    const { keys, cover, open, gaps } = await unitSix(p)
    const [evidence] = (await open()).occasions
    const again = await p.decide(p.ben, evidence.evidence.id, met(keys), {
      covers: [cover('1'), cover('2', 'a')],
      correction: 'It was no letter, but an e-mail with a letter attached to it.',
      occasions: { out: [3], add: [] },
    })
    expect(again.status, JSON.stringify(again.body)).toBe(200)
    expect(await gaps()).toEqual(['requirement-open', 'customers-short', 'reading-unreviewed'])
    const { rows } = await server.services.ownerPool.query(
      'select item, superseded_by is null as stands from requirement_ticks where evidence_id = $1 order by ticked_at, item',
      [evidence.evidence.id],
    )
    expect(rows.map(r => `${r.item}${r.stands ? '' : '-'}`)).toEqual(['-', 'a-', 'b-', '', 'a'])
  })

  it('what was ticked on evidence covers nothing once everything it showed of the unit is revoked [R92]', async () => {
    const { keys, cover, open } = await unitSix(p)
    const satisfied = async () => (await open()).requirements.satisfied
    const [evidence] = (await open()).occasions
    const path = p.at(`/evidence/${evidence.evidence.id}`)
    const before = await satisfied()
    expect(before).toBe(1)
    const reason = 'The letters are dated before she started; ask her for others.'
    const asked = await p.carol.post(`${path}/questions`, { version: 1, criteria: keys, reason })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    expect(await satisfied(), 'nothing while it is in question').toBe(0)
    const answer = { judgements: notYet(keys), words: 'She is right: these are not from this year.' }
    expect((await p.ben.post(p.at(`/questions/${asked.body.questionId}/answer`), answer)).status).toBe(200)
    expect(await satisfied(), 'nor once it is revoked').toBe(0)
    const again = await p.decide(p.ben, evidence.evidence.id, met(keys), {
      covers: [cover('1'), cover('2', 'a')],
      correction: 'She has shown me the dated copies of the same letters since.',
      occasions: { out: [3], add: [] },
    })
    expect(again.status, JSON.stringify(again.body)).toBe(200)
    expect(await satisfied()).toBe(before)
  })

  it('the assessor may add an occasion with the decision, never change one [R89]', async () => {
    const { keys, open } = await unitSix(p, '8')
    const evidenceId = await p.submitted(keys)
    const add = [{ day: '2026-06-01', customer: 'customer D', seenBy: 'Ben' }]
    const toCome = await p.decide(p.ben, evidenceId, met(keys), { occasions: { add: [{ day: '2999-01-01' }] } })
    expect(toCome.body.code).toBe('coverage/occasion-to-come')
    const saved = await p.decide(p.ben, evidenceId, met(keys), { occasions: { add, out: [1] } })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await open()).occasions).toMatchObject([
      { number: 2, day: '2026-06-01', customer: 'customer D', seenBy: 'Ben' },
    ])
    const seen = (await p.amina.get(p.at(`/evidence/${evidenceId}`))).body.versions[0]
    expect(seen.occasions.map((o: { addedBy: string }) => o.addedBy)).toEqual([null, 'Ben'])
    const none = await p.decide(p.ben, evidenceId, met(keys), {
      occasions: { out: [1, 2] },
      correction: 'I had the wrong day when I wrote it down.',
    })
    expect(none.body.code).toBe('coverage/no-occasion-left')
  })

  it('two occasions in one piece are two examples for a criterion in the plural, unless one comes from where it may not [R30] [R99]', async () => {
    const { units } = await p.matrix()
    const plural = units
      .flatMap((u: any) => u.outcomes.flatMap((o: any) => o.criteria))
      .find((c: any) => c.plural && c.kind === 'performance')
    const key = { registrationId: p.registrationId, criterionId: plural.id }
    const once = await p.submitted([key])
    expect((await p.assessment(p.ben, once)).obstacles[keyOf(key)]).toMatchObject([{ code: 'more-than-one-example' }])
    const staged = await withOccasions(p, [key], { day: null }, { day: '2026-05-20', setting: 'simulation' })
    expect((await p.assessment(p.ben, staged)).obstacles[keyOf(key)]).toMatchObject([{ code: 'setting-not-allowed' }])
    const twice = await withOccasions(p, [key], { day: null }, { day: '2026-05-20' })
    expect((await p.assessment(p.ben, twice)).obstacles[keyOf(key)]).toBeUndefined()
    const out = await p.decide(p.ben, twice, met([key]), { occasions: { out: [2] } })
    expect(out.body.code).toBe('decisions/in-the-way')
    expect((await p.decide(p.ben, twice, met([key]))).status).toBe(200)
  })

  it('the learner proposes in the draft, and it counts for nothing until an assessor ticks it [R1] [R92]', async () => {
    const { keys, cover } = await unitSix(p, '9')
    const evidenceId = await p.submitted(keys, { draft: true })
    const path = p.at(`/evidence/${evidenceId}/coverage`)
    expect((await p.ben.put(path, { ticks: [cover('2', 'a')] })).status).toBe(403)
    expect((await p.amina.put(path, { ticks: [cover('2', 'z')] })).body.code).toBe('coverage/no-such-requirement')
    expect((await p.amina.put(path, { ticks: [cover('2', 'a'), cover('2', 'b')] })).status).toBe(200)
    expect((await p.amina.put(path, { ticks: [cover('2', 'b')] })).status).toBe(200)
    const shown = (await p.amina.get(path)).body
    expect(shown).toMatchObject({
      may: { propose: true },
      ticks: { learner: [{ requirement: '2', item: 'b' }], assessor: [] },
    })
    await p.amina.post(p.at(`/evidence/${evidenceId}/submission`), { authentic: true })
    const { open } = await unitSix(p, '9')
    expect((await open()).each[1]).toMatchObject({ satisfied: false, ticks: [{ item: 'b', layer: 'learner' }] })
    expect((await p.ben.get(path)).body.may.propose).toBe(false)
    expect((await p.amina.put(path, { ticks: [] })).body.code).toBe('evidence/not-draft')
  })

  it('an unsuccessful judgement shows no day and covers nothing [R89]', async () => {
    const { keys, open } = await unitSix(p, '10')
    const evidenceId = await p.submitted(keys.slice(0, 1))
    await p.decide(p.ben, evidenceId, notYet(keys.slice(0, 1)))
    expect((await open()).occasions).toEqual([])
  })
})

describe('with a trainee', () => {
  it("a trainee's ticks and occasions wait for the countersigner, like ticks on criteria [R7] [R92]", async () => {
    const p = await startPortfolio(server, { trainee: true })
    const { keys, cover, open } = await unitSix(p)
    const evidenceId = await p.submitted(keys)
    const covers = [cover('1'), cover('2', 'a'), cover('2', 'b', { occasion: 2 })]
    const occasions = { add: [{ day: '2026-06-01', customer: 'B' }] }
    const tom = await p.decide(p.tom, evidenceId, met(keys), { provisional: true, covers, occasions })
    expect(tom.status, JSON.stringify(tom.body)).toBe(200)
    const before = await open()
    expect(before).toMatchObject({ requirements: { satisfied: 0 }, occasions: [] })
    expect(before.gaps.map((g: Gap) => g.code)).toContain('requirement-waiting')
    const { ticks, occasions: seen } = (await p.ben.get(p.at(`/evidence/${evidenceId}/coverage`))).body
    expect(seen).toMatchObject([
      { number: 1, addedBy: null },
      { number: 2, addedBy: 'Tom' },
    ])
    const ben = await p.decide(p.ben, evidenceId, met(keys), { covers: ticks.trainee })
    expect(ben.status, JSON.stringify(ben.body)).toBe(200)
    expect(await open()).toMatchObject({ requirements: { satisfied: 2 }, occasions: [{ number: 1 }, { number: 2 }] })
  })
})

describe('what people settle', () => {
  let p: Portfolio
  beforeAll(async () => {
    p = await startPortfolio(server)
  })

  it('the same gap warns where requirements are advice and holds up where they are the rule; who said so is kept [R95]', async () => {
    const { unit, keys, gaps } = await unitSix(p)
    await p.decide(p.ben, await p.submitted(keys), met(keys))
    expect(await gaps()).toEqual(['requirement-open', 'requirement-open', 'customers-short', 'reading-unreviewed'])
    const { versionId } = (await p.matrix()).qualification
    const path = p.at(`/versions/${versionId}/enforcement`)
    const summary = async () =>
      (await p.amina.get(p.at(`/registrations/${p.registrationId}/coverage`))).body.units[unit.id]
    expect(await summary()).toMatchObject({ ready: false, requirements: { of: 2, satisfied: 0 } })
    const say = (enforcement: string, who = p.grace) =>
      who.post(`${path}s`, { enforcement, source: 'Handbook, page 4' })
    expect((await say('advisory', p.ben)).status).toBe(403)
    expect((await say('advisory')).status).toBe(200)
    expect(await summary()).toMatchObject({
      ready: true,
      gaps: [{ blocks: false }, { blocks: false }, { blocks: false }, {}],
    })
    expect((await p.amina.get(path)).body).toMatchObject({
      enforcement: 'advisory',
      said: { by: 'Grace' },
      can: { set: false },
    })
    await say('mandatory')
    expect(await summary()).toMatchObject({ ready: false })
  })

  it('a named person looks through what the requirements ask for, once, and their reading counts from then on [R91] [R94]', async () => {
    const { unit, open } = await unitSix(p)
    const path = p.at(`/units/${unit.id}/requirements`)
    const { read, review, can } = (await p.grace.get(path)).body
    expect([review, can.review]).toEqual([null, true])
    expect(read.demand).toMatchObject({ days: 0, customers: 3 })
    const reading = { ...read, demand: { ...read.demand, days: 2, customers: 0 } }
    const put = (body: unknown, who = p.grace) => who.post(p.at(`/units/${unit.id}/requirement-reviews`), body)
    expect((await put({ reading }, p.ben)).status).toBe(403)
    const partial = { ...reading, requirements: reading.requirements.slice(1) }
    expect((await put({ reading: partial })).body.code).toBe('coverage/every-requirement')
    expect((await put({ reading })).status).toBe(200)
    const after = await open()
    expect(after.reviewed).toMatchObject({ by: 'Grace' })
    expect(after.gaps.map((g: Gap) => g.code)).toEqual([
      ...['requirement-open', 'requirement-open', 'days-short', 'criteria-on-one-day'],
    ])
  })

  it('people and plans are on record with relationship and day; a precondition is closed by its proof [R31] [R96] [R97]', async () => {
    const { unit, open } = await unitSix(p, '8')
    const made = await p.grace.post(p.at(`/units/${unit.id}/preconditions`), {
      ...{ kind: 'supervisory-responsibility', text: 'Leads a team', source: 'Handbook, page 9' },
    })
    const found = async () => (await open()).gaps.find((g: Gap) => g.code === 'precondition-unproved')
    expect(await found()).toMatchObject({ blocks: true, details: { text: 'Leads a team' } })
    const path = p.at(`/registrations/${p.registrationId}/workplace-records`)
    const proof = { kind: 'precondition', person: 'Helen Marsh', relationship: 'line-manager', day: '2026-02-03' }
    const preconditionId = made.body.preconditionId
    const refused = async (who: SignedIn, over = {}) =>
      (await who.post(path, { ...proof, preconditionId, ...over })).body
    expect((await refused(p.amina)).code).toBe('coverage/not-about-oneself')
    expect((await refused(p.carol)).code).toBe('coverage/not-their-assessor')
    expect((await refused(p.ben, { day: '2999-01-01' })).code).toBe('coverage/day-to-come')
    expect((await refused(p.ben, { preconditionId: null })).code).toBe('coverage/no-such-precondition')
    const id = randomUUID()
    const recorded = await p.ben.post(path, { ...proof, preconditionId, id })
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
    expect((await p.ben.post(path, { ...proof, preconditionId, id })).body, 'sent twice').toEqual(recorded.body)
    expect((await p.grace.post(path, { ...proof, preconditionId, id })).status).toBe(409)
    expect(await found()).toBeUndefined()
    expect((await open()).preconditions).toMatchObject([{ answer: { person: 'Helen Marsh', by: 'Ben' } }])
    const ended = await p.ben.post(p.at(`/workplace-records/${recorded.body.recordId}/ending`), { reason: 'She left' })
    expect(ended.status).toBe(200)
    expect(await found()).toBeDefined()
  })

  it('coverage does not exist for those for whom the registration does not [R133]', async () => {
    const { unit } = await unitSix(p)
    const stranger = await server.person(p.centreId, 'Nobody', 'assessor')
    const paths = [`/units/${unit.id}/coverage`, '/coverage']
    for (const path of paths)
      expect((await stranger.get(p.at(`/registrations/${p.registrationId}${path}`))).status).toBe(404)
  })
})
