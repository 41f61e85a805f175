import { beforeAll, expect, it } from 'vitest'
import { formFor, met, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let ruth: SignedIn
let evidenceId: string
let conflictId: string

beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  ruth = await server.person(p.centreId, 'Ruth', 'lead-iqa')
  evidenceId = await p.submitted(p.criteria.slice(0, 2))
})

const declare = (who: SignedIn, about: SignedIn) =>
  who.post(p.at(`/learners/${p.amina.personId}/conflicts`), {
    ...{ personId: about.personId, kind: 'family', about: 'My sister’s daughter' },
  })
const seenBy = async (who: SignedIn) =>
  ((await who.get(p.at(`/conflicts?learnerId=${p.amina.personId}`))).body.conflicts as { id: string }[]).map(c => c.id)

it('anybody declares their own, and only lead IQA and administrators somebody else’s', async () => {
  expect((await declare(p.carol, p.ben)).status).toBe(403)
  expect((await declare(p.amina, p.amina)).status).toBe(403)
  expect((await declare(ruth, p.amina)).body.code).toBe('conflicts/with-oneself')
  const made = await declare(p.ben, p.ben)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  conflictId = made.body.conflictId
})

it('it is private to the two whom it names, the lead IQA and the administrators', async () => {
  for (const who of [p.ben, p.amina, ruth, p.grace]) expect(await seenBy(who)).toEqual([conflictId])
  for (const who of [p.carol, p.tom]) expect(await seenBy(who)).toEqual([])
  const allocationSeen = async (who: SignedIn) =>
    (await who.get(p.at(`/registrations/${p.registrationId}`))).body.allocations.find(
      (a: { role: string }) => a.role === 'assessor',
    )
  expect(await allocationSeen(p.grace)).toMatchObject({ entitled: false, conflicted: true })
  expect(await allocationSeen(p.tom)).toMatchObject({ entitled: true, conflicted: false })
})

it('while it stands the person may not decide, countersign, be named or sample, and what waits becomes an administrator’s', async () => {
  const form = formFor(await p.assessment(p.ben, evidenceId), met(p.criteria.slice(0, 2)))
  expect((await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form)).body.code).toBe(
    'decisions/conflict-of-interest',
  )
  expect((await p.decide(p.tom, evidenceId, met(p.criteria.slice(0, 2)), { provisional: true })).status).toBe(200)
  const again = formFor(await p.assessment(p.grace, evidenceId), met(p.criteria.slice(0, 2)))
  expect((await p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), again)).status).toBe(403)
  const kinds = async (who: SignedIn) => (await who.get(p.at('/queue'))).body.items.map((i: { kind: string }) => i.kind)
  expect([await kinds(p.ben), await kinds(p.grace)]).toEqual([[], ['entitle']])
  const question = await ruth.post(p.at(`/evidence/${evidenceId}/questions`), {
    ...{ version: 1, reason: 'Looked at as the learner’s aunt', criteria: p.criteria.slice(0, 1) },
  })
  expect(question.body.code).not.toBe('questions/conflict-of-interest')
  const name = (role: string, personId: string | null) =>
    p.grace.post(p.at(`/registrations/${p.registrationId}/allocations`), { role, personId })
  expect((await declare(ruth, p.carol)).status).toBe(200)
  expect((await name('iqa', null)).status).toBe(200)
  expect((await name('iqa', p.carol.personId)).body.code).toBe('registrations/conflict-of-interest')
})

it('managed by sampling everything they may judge again; nobody whom it names manages it', async () => {
  const manage = (who: SignedIn, way: string) =>
    who.post(p.at(`/conflicts/${conflictId}/management`), { way, how: 'Every decision is looked at by Ruth' })
  expect((await manage(p.carol, 'full-sampling')).status).toBe(404)
  expect((await manage(p.ben, 'full-sampling')).status).toBe(403)
  expect((await manage(ruth, 'other-assessor')).status).toBe(200)
  expect((await p.decide(p.ben, evidenceId, met(p.criteria.slice(0, 2)))).body.code).toBe(
    'decisions/conflict-of-interest',
  )
  expect((await manage(ruth, 'full-sampling')).status).toBe(200)
  expect((await p.decide(p.ben, evidenceId, met(p.criteria.slice(0, 2)))).status).toBe(200)
  const own = await declare(ruth, ruth)
  const ofOwn = await ruth.post(p.at(`/conflicts/${own.body.conflictId}/ending`), { reason: 'I say so' })
  expect([ofOwn.status, ofOwn.body.code]).toEqual([403, 'conflicts/names-you'])
  const question = await ruth.post(p.at(`/evidence/${evidenceId}/questions`), {
    ...{ version: 1, reason: 'Looked at as the learner’s aunt', criteria: p.criteria.slice(0, 1) },
  })
  expect([question.status, question.body.code]).toEqual([403, 'questions/conflict-of-interest'])
})

it('ended with its reason it stays on record, and is not managed any more', async () => {
  const end = () => ruth.post(p.at(`/conflicts/${conflictId}/ending`), { reason: 'She moved to another centre' })
  expect([(await end()).status, (await end()).status]).toEqual([200, 200])
  const managed = await ruth.post(p.at(`/conflicts/${conflictId}/management`), { way: 'full-sampling', how: 'Again' })
  expect([managed.status, managed.body.code]).toEqual([409, 'conflicts/ended'])
  const { body } = await ruth.get(p.at(`/conflicts?learnerId=${p.amina.personId}`))
  expect(body.conflicts.find((c: { id: string }) => c.id === conflictId)).toMatchObject({
    ...{ state: 'ended', bars: false, ended: { reason: 'She moved to another centre', by: 'Ruth' } },
  })
  const { rows } = await server.services.ownerPool.query(
    `select type from events where type like 'conflict-%' and body->>'conflictId' = $1 order by id`,
    [conflictId],
  )
  expect(rows.map(r => r.type)).toEqual(['conflict-declared', 'conflict-managed', 'conflict-managed', 'conflict-ended'])
})
