import { beforeAll, describe, expect, it } from 'vitest'
import { aPortfolio, type Portfolio } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
let p: Portfolio
beforeAll(async () => {
  p = await aPortfolio(server, { alsoAward: true })
})

const stateOf = async (evidenceId: string) =>
  (
    await sql(
      'select state, version, content_hash from evidence_versions where evidence_id = $1 order by version desc limit 1',
      evidenceId,
    )
  )[0]
/** As the assessor's decision leaves it; the decision itself is tested with its own noun. */
const leaveReturned = (evidenceId: string) =>
  sql(`update evidence_versions set state = 'returned', return_reason = 'unclear' where evidence_id = $1`, evidenceId)

it('evidence started at the same moment takes a number each, and a withdrawn number is not used again [R70]', async () => {
  const drafts = await Promise.all(Array.from({ length: 12 }, () => p.add(p.amina)))
  expect(drafts.map(d => d.number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  const last = drafts.find(d => d.number === 12)
  expect((await p.amina.post(`${last?.here}/withdrawal`, {})).body.state).toBe('withdrawn')
  expect((await p.add(p.amina)).number).toBe(13)
})

it('a draft that is sent twice is started once [R70]', async () => {
  const id = crypto.randomUUID()
  const both = await Promise.all([p.add(p.amina, { id }), p.add(p.amina, { id })])
  expect(both[0]).toEqual(both[1])
  const next = await p.add(p.amina)
  expect(next.number).toBe((both[0]?.number ?? 0) + 1)
  const other = await p.priya.post(`${p.at}/learners/${p.priya.personId}/evidence`, { id })
  expect([other.status, other.body.code]).toEqual([409, 'platform/request-already-used'])
})

it('a submission names everything that is missing at once, and goes through when it is there', async () => {
  const { here, evidenceId } = await p.add(p.amina)
  const early = await p.amina.post(`${here}/submission`, { authentic: false })
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({
    code: 'evidence/not-ready',
    details: { missing: ['title', 'content', 'day', 'setting', 'claims', 'authenticity'] },
  })
  const future = await p.describe(here, p.amina, { shownOn: '2199-01-01', title: '  ' })
  expect(future.body.missing).toEqual(['title', 'content', 'day-to-come', 'claims'])
  expect((await p.describe(here, p.amina, { revision: 2 })).body.missing).toEqual(['content', 'claims'])
  expect((await p.write(here, '   ')).body.missing).toEqual(['content', 'claims'])
  expect((await p.write(here, 'I rang the depot first.', 2)).body.missing).toEqual(['claims'])
  const claim = (await p.claimable(here)).slice(0, 3).map(p.key)
  expect((await p.amina.put(`${here}/claims`, { claim })).body.missing).toEqual([])
  const undeclared = await p.amina.post(`${here}/submission`, { authentic: false })
  expect(undeclared.body.details).toEqual({ missing: ['authenticity'] })
  const done = await p.amina.post(`${here}/submission`, { authentic: true })
  expect(done.body).toMatchObject({ state: 'submitted', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await p.amina.post(`${here}/submission`, { authentic: true })).toMatchObject({ status: 200, body: done.body })
  const events = await sql('select type, actor_role from events where subject_id = $1 order by id', evidenceId)
  expect(events.filter(e => e.type === 'evidence-submitted')).toEqual([
    { type: 'evidence-submitted', actor_role: 'learner' },
  ])
})

it('evidence claimed for performance says in what sector and for whose customers; for knowledge it need not [R98]', async () => {
  const { here, evidenceId } = await p.add(p.amina, { kind: 'statement' })
  await p.describe(here, p.amina, { sector: null, customers: null })
  await p.write(here, 'I rang the depot first.')
  const kinds = await sql('select id, kind from criteria where centre_id = $1', p.centreId)
  const of = async (kind: string) =>
    (await p.claimable(here)).find(c => kinds.some(k => k.id === c.criterionId && k.kind === kind))
  const [knowledge, performance] = [p.key((await of('knowledge')) as never), p.key((await of('performance')) as never)]
  expect((await p.amina.put(`${here}/claims`, { claim: [knowledge] })).body.missing).toEqual([])
  expect((await p.amina.put(`${here}/claims`, { claim: [performance] })).body.missing).toEqual(['sector', 'customers'])
  const refused = await p.amina.post(`${here}/submission`, { authentic: true })
  expect([refused.status, refused.body.code]).toEqual([409, 'evidence/not-ready'])
  const said = { revision: 2, setting: 'voluntary', sector: 'not-for-profit', customers: 'both' }
  expect((await p.amina.put(`${here}/description`, said)).body.missing).toEqual([])
  expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
  const [version] = (await p.ben.get(here)).body.versions
  expect(version).toMatchObject({ setting: 'voluntary', sector: 'not-for-profit', customers: 'both' })
  const list = `${p.at}/evidence?setting=voluntary`
  expect((await p.ben.get(list)).body.evidence).toMatchObject([{ id: evidenceId, sector: 'not-for-profit' }])
  expect((await p.ben.get(list.replace('?', '.csv?'))).body).toMatch(/voluntary,not-for-profit,both/)
  const next = await p.add(p.amina)
  expect((await p.amina.get(next.here)).body.versions[0]).toMatchObject({ sector: 'not-for-profit', customers: null })
})

it('after submission the learner changes neither words, day, claims nor files', async () => {
  const { here, keys, contentHash, evidenceId } = await p.submitted()
  const tries = [
    await p.describe(here, p.amina, { revision: 2, title: 'Another title' }),
    await p.write(here, 'Something else', 2),
    await p.amina.put(`${here}/claims`, { unclaim: keys }),
    await p.amina.delete(`${here}/files/${crypto.randomUUID()}`),
  ]
  expect(tries.map(t => [t.status, t.body.code])).toEqual(tries.map(() => [409, 'evidence/not-draft']))
  expect(await stateOf(evidenceId)).toEqual({ state: 'submitted', version: 1, content_hash: contentHash })
})

it('two windows that type into the same field are told of each other, and fields apart do not get in each other’s way', async () => {
  const { here } = await p.add(p.amina)
  expect((await p.amina.put(`${here}/description`, { revision: 1, title: 'The lamp' })).body.descriptionRevision).toBe(
    2,
  )
  const stale = await p.amina.put(`${here}/description`, { revision: 1, title: 'The late lamp' })
  expect(stale.body).toMatchObject({
    code: 'evidence/changed-meanwhile',
    details: { revision: 2, changed: { title: 'The lamp' } },
  })
  const retry = await p.amina.put(`${here}/description`, { revision: 1, title: 'The lamp' })
  expect([retry.status, retry.body.descriptionRevision]).toEqual([200, 2])
  await p.amina.put(`${here}/claims`, { claim: (await p.claimable(here)).slice(0, 1).map(p.key) })
  expect((await p.write(here, 'Words')).status).toBe(200)
  const staleWords = await p.write(here, 'Other words')
  expect(staleWords.body.details.changed.text).toBe('Words')
})

it('a statement keeps plain writing and nothing that could run', async () => {
  const { here } = await p.add(p.amina, { kind: 'statement' })
  const text = (t: string, ...marks: unknown[]) => ({ type: 'text', text: t, marks })
  const content = [
    { type: 'heading', attrs: { level: 2, onclick: 'x' }, content: [text('What I did')] },
    {
      type: 'paragraph',
      content: [
        text('look', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
        text(' here', { type: 'bold' }),
      ],
    },
    {
      type: 'iframe',
      attrs: { src: 'https://example.org' },
      content: [{ type: 'paragraph', content: [text('kept')] }],
    },
  ]
  await p.amina.put(`${here}/statement`, { revision: 1, statement: { type: 'doc', content } })
  const [version] = (await p.amina.get(here)).body.versions
  expect(version.statementText).toBe('What I did\nlook here\nkept')
  expect(JSON.stringify(version.statement)).not.toMatch(/javascript|iframe|onclick/)
})

it('one piece of evidence is claimed for two registrations, each on its own [R72]', async () => {
  const { here, evidenceId } = await p.add(p.amina)
  const all = await p.claimable(here)
  const shared = all.filter(
    k =>
      k.registrationId === p.awardId &&
      all.some(o => o.criterionId === k.criterionId && o.registrationId === p.registrationId),
  )
  const [first] = shared
  const claim = [p.registrationId, p.awardId].map(registrationId => ({
    registrationId,
    criterionId: first?.criterionId,
  }))
  expect((await p.amina.put(`${here}/claims`, { claim })).body.claims).toHaveLength(2)
  expect((await p.amina.put(`${here}/claims`, { claim })).body.claims).toHaveLength(2)
  const [one] = claim
  expect((await p.amina.put(`${here}/claims`, { unclaim: [one] })).body.claims).toEqual([claim[1]])
  const kept = await sql('select count(*)::int as n from claims where evidence_id = $1', evidenceId)
  expect(kept[0].n).toBe(2)
})

it('links go both ways and always agree [R73]', async () => {
  const { here, evidenceId, keys } = await p.submitted(4)
  const claimed = (await p.ben.get(here)).body.versions[0].claims.map(p.key)
  expect(claimed).toEqual(keys)
  for (const key of keys) {
    const url = `${p.at}/registrations/${key.registrationId}/criteria/${key.criterionId}`
    const { evidence } = (await p.ben.get(url)).body
    expect(evidence.filter((e: { id: string }) => e.id === evidenceId)).toHaveLength(1)
    expect((await p.priya.get(url)).status).toBe(404)
  }
  const listed = (await p.ben.get(`${p.at}/evidence?criterionId=${keys[0]?.criterionId}&size=200`)).body.evidence
  expect(listed.map((e: { id: string }) => e.id)).toContain(evidenceId)
})

it('nobody sees or claims on the evidence of a learner who does not exist for them', async () => {
  const { here, keys } = await p.submitted()
  const draft = await p.add(p.amina)
  for (const stranger of [p.priya, p.jo]) {
    expect((await stranger.get(here)).status).toBe(404)
    expect((await stranger.put(`${draft.here}/claims`, { claim: keys })).status).toBe(404)
    expect((await stranger.post(`${p.at}/learners/${p.amina.personId}/evidence`, {})).status).toBe(404)
  }
  const own = await p.add(p.priya, {}, p.priya)
  const strange = await p.priya.put(`${own.here}/claims`, { claim: keys })
  expect([strange.status, strange.body.code]).toEqual([409, 'claims/not-chosen'])
  expect((await p.carol.get(here)).status).toBe(200)
  expect((await p.carol.put(`${draft.here}/description`, { revision: 1, title: 'x' })).body.code).toBe(
    'evidence/not-yours',
  )
})

it('an assessor adds an observation in the learner’s portfolio, named as such; the claims and the last word stay the learner’s', async () => {
  const { here, evidenceId } = await p.add(p.ben, { kind: 'statement', type: 'observation' })
  await p.describe(here, p.ben)
  await p.write(here, 'Amina served seven customers while I stood by.', 1, p.ben)
  const claim = (await p.claimable(here)).slice(0, 2).map(p.key)
  expect((await p.ben.put(`${here}/claims`, { claim })).body.code).toBe('claims/only-the-learner')
  expect((await p.write(here, 'and I was wonderful', 2)).body.code).toBe('evidence/written-by-another')
  expect((await p.amina.put(`${here}/claims`, { claim })).body.missing).toEqual(['handing-over'])
  const early = await p.amina.post(`${here}/submission`, { authentic: true })
  expect(early.body.details).toEqual({ missing: ['handing-over'] })
  expect((await p.ben.post(`${here}/authentication`, { authentic: true })).body).toEqual({ statement: 'saw-it' })
  expect((await p.amina.post(`${here}/submission`, { authentic: true })).body.state).toBe('submitted')
  const { body } = await p.ben.get(here)
  expect([body.createdBy.name, body.versions[0].submittedBy.name]).toEqual(['Ben Carter', 'Amina Yusuf'])
  const [added] = await sql(
    `select actor_role from events where subject_id = $1 and type = 'evidence-added'`,
    evidenceId,
  )
  expect(added.actor_role).toBe('assessor')
})

it('returned evidence is drafted again: the old version stays, its claims do not move', async () => {
  const { here, evidenceId, keys } = await p.submitted()
  const early = await p.amina.post(`${here}/versions`, {})
  expect([early.status, early.body.code]).toEqual([409, 'evidence/not-possible-now'])
  await leaveReturned(evidenceId)
  expect((await p.ben.post(`${here}/versions`, {})).status).toBe(403)
  const drafted = await Promise.all([p.amina.post(`${here}/versions`, {}), p.amina.post(`${here}/versions`, {})])
  expect(drafted.map(d => d.body.version)).toEqual([2, 2])
  const { body } = await p.amina.get(here)
  expect(body.versions.map((v: any) => [v.version, v.state, v.claims.length, v.statementText])).toEqual([
    [2, 'draft', 0, 'I rang the depot first.'],
    [1, 'returned', keys.length, 'I rang the depot first.'],
  ])
  expect(body.missing).toEqual(['claims'])
})

it('evidence is withdrawn only before anybody qualified has decided', async () => {
  const free = await p.submitted()
  expect((await p.ben.post(`${free.here}/withdrawal`, {})).body.code).toBe('evidence/only-the-learner')
  expect((await p.amina.post(`${free.here}/withdrawal`, { reason: 'Wrong shift' })).body.state).toBe('withdrawn')
  const decided = await p.submitted()
  await sql(
    `insert into decisions (centre_id, evidence_id, version, layer, outcome, feedback, content_hash, decided_by, decided_as, decided_at, request_id)
     values ($1, $2, 1, 'assessor', 'accepted', 'Good.', $3, $4, 'assessor', now(), gen_random_uuid())`,
    p.centreId,
    decided.evidenceId,
    decided.contentHash,
    p.ben.personId,
  )
  const late = await p.amina.post(`${decided.here}/withdrawal`, {})
  expect([late.status, late.body.code]).toEqual([409, 'evidence/already-decided'])
})

const recordOn = (here: string, record: Record<string, unknown>, revision = 1, who = p.amina) =>
  who.put(`${here}/record`, { revision, record })

it('the record of a kind is kept field by field; what another window changed meanwhile is told, and faults are named at once [R53]', async () => {
  const { here, evidenceId } = await p.add(p.amina, { kind: 'statement', type: 'personal-statement' })
  const entries = [
    { day: '2026-05-13', details: 'I finished the induction.', links: '3, 9', covers: 'F2.1.1' },
    { day: null, details: 'I used it at my review.', links: '', covers: '' },
  ]
  const first = await recordOn(here, { purpose: 'To show what I know of the rules', entries })
  expect([first.status, first.body.recordRevision]).toEqual([200, 2])
  const stale = await recordOn(here, { purpose: 'Something else' })
  expect(stale.body).toMatchObject({
    code: 'evidence/changed-meanwhile',
    details: { revision: 2, changed: { purpose: 'To show what I know of the rules' } },
  })
  expect((await recordOn(here, { learned: 'Typed for a log' }, 2)).body.recordRevision).toBe(3)
  const faulty = await recordOn(
    here,
    { from: 'noon', priorKind: 'guess', nonsense: 'x', purpose: 'x'.repeat(10_001) },
    3,
  )
  expect(faulty.status).toBe(422)
  expect(faulty.body.faults.map((f: { path: string }) => f.path).toSorted()).toEqual([
    'record',
    'record.from',
    'record.priorKind',
    'record.purpose',
  ])
  const [version] = (await p.amina.get(here)).body.versions
  expect(version.record).toEqual({ purpose: 'To show what I know of the rules', entries, learned: 'Typed for a log' })
  const events = await sql(
    `select body from events where subject_id = $1 and type = 'evidence-described' order by id`,
    evidenceId,
  )
  expect(events.map(e => e.body.changed)).toEqual([['record/purpose', 'record/entries'], ['record/learned']])
})

it('an observation needs its day and its record, is hashed with it, and what was typed for another kind goes no further [R54] [R79]', async () => {
  const { here } = await p.add(p.amina, { kind: 'statement', type: 'observation' })
  await p.describe(here, p.amina, { shownOn: null })
  const claim = (await p.claimable(here)).slice(0, 1).map(p.key)
  const missing = (await p.amina.put(`${here}/claims`, { claim })).body.missing
  expect(missing).toEqual([
    'content',
    'day',
    ...['what', 'where', 'how', 'why', 'withWhom', 'satisfactory'].map(f => `record/${f}`),
  ])
  const told = {
    what: 'Served seven people',
    where: 'At the desk',
    how: 'Calmly',
    why: 'The till was down',
    withWhom: 'Customers',
  }
  const kept = await recordOn(here, { ...told, satisfactory: true, learned: 'Typed for a log' })
  expect(kept.body.missing).toEqual(['day'])
  await p.describe(here, p.amina, { revision: 2, shownOn: '2026-05-14' })
  const { status, body } = await p.amina.post(`${here}/submission`, { authentic: true })
  expect([status, body.state]).toEqual([200, 'submitted'])
  const [version] = (await p.ben.get(here)).body.versions
  expect(version.record).toEqual({ ...told, satisfactory: true })
  expect((await recordOn(here, { what: 'Served eight' }, 2)).body.code).toBe('evidence/not-draft')
  const found = (await p.ben.get(`${p.at}/evidence?search=seven%20people`)).body.evidence
  expect(found.map((e: { id: string }) => e.id)).toContain(here.split('/').at(-1))
})

it('questions hang on the observation they follow up, and both are seen from each other and under the criterion [R118] [R73]', async () => {
  const observed = await p.submitted(2)
  const asked = await p.add(p.amina, { kind: 'statement', type: 'questioning' })
  const relate = (evidenceIds: string[], who = p.amina) => who.put(`${asked.here}/relations`, { evidenceIds })
  const named = await relate([observed.evidenceId])
  expect(named.body.relations).toMatchObject([{ relation: 'follows-up', number: observed.number, state: 'submitted' }])
  expect((await p.amina.get(observed.here)).body.namedBy).toMatchObject([
    { relation: 'follows-up', number: asked.number },
  ])
  const [, second] = observed.keys
  const under = async () =>
    (
      await p.ben.get(`${p.at}/registrations/${second?.registrationId}/criteria/${second?.criterionId}`)
    ).body.evidence.filter((e: { number: number }) => [asked.number, observed.number].includes(e.number))
  // A draft that names it is nobody else's to see under the criterion yet.
  expect(await under()).toMatchObject([{ number: observed.number, names: [] }])
  await p.describe(asked.here)
  await recordOn(asked.here, {
    circumstances: 'After the visit',
    questions: [{ question: 'Why?', answer: 'So', form: 'spoken' }],
  })
  await p.amina.put(`${asked.here}/claims`, { claim: observed.keys.slice(0, 1) })
  expect((await p.amina.post(`${asked.here}/submission`, { authentic: true })).status).toBe(200)
  expect(await under()).toMatchObject([
    { number: observed.number, names: [] },
    { number: asked.number, type: 'questioning', relation: 'follows-up', names: [observed.number], claimed: null },
  ])
  expect((await relate([])).body.code).toBe('evidence/not-draft')
})

it('evidence names only evidence of its own portfolio that was not withdrawn, and never itself [R73]', async () => {
  const own = await p.add(p.amina)
  const other = await p.add(p.priya, {}, p.priya)
  const gone = await p.add(p.amina)
  await p.amina.post(`${gone.here}/withdrawal`, {})
  const relate = async (...evidenceIds: string[]) =>
    (await p.amina.put(`${own.here}/relations`, { evidenceIds })).body.code
  expect(await relate(other.evidenceId)).toBe('evidence/not-in-portfolio')
  expect(await relate(gone.evidenceId)).toBe('evidence/not-in-portfolio')
  expect(await relate(own.evidenceId)).toBe('evidence/names-itself')
  const { body } = await p.ben.put(`${own.here}/relations`, { evidenceIds: [] })
  expect(body.code).toBe('evidence/written-by-another')
})

it('what evidence names goes along into a new version and is part of what is hashed [R73]', async () => {
  const first = await p.submitted()
  const { here, evidenceId, keys } = await p.submitted()
  await leaveReturned(evidenceId)
  await p.amina.post(`${here}/versions`, {})
  await p.amina.put(`${here}/claims`, { claim: keys })
  await p.amina.put(`${here}/relations`, { evidenceIds: [first.evidenceId] })
  const { contentHash } = (await p.amina.post(`${here}/submission`, { authentic: true })).body
  expect(contentHash).not.toBe(first.contentHash)
  await sql(
    `update evidence_versions set state = 'returned', return_reason = 'unclear' where evidence_id = $1 and version = 2`,
    evidenceId,
  )
  await p.amina.post(`${here}/versions`, {})
  const { versions } = (await p.amina.get(here)).body
  expect(versions.map((v: { relations: { number: number }[] }) => v.relations.map(r => r.number))).toEqual([
    [first.number],
    [first.number],
    [],
  ])
})

it('whoever wrote evidence for a learner gives their word on it, changes it only after taking it back, and each word fits its kind [R88]', async () => {
  const { here, evidenceId } = await p.add(p.helen, { kind: 'statement', type: 'witness-testimony' })
  const word = (who: typeof p.amina) => who.post(`${here}/authentication`, { authentic: true })
  const early = await word(p.helen)
  expect([early.status, early.body.code]).toEqual([409, 'evidence/not-ready'])
  expect(early.body.details.missing).not.toContain('claims')
  await p.describe(here, p.helen)
  await p.write(here, 'I saw how she served seven people.', 1, p.helen)
  expect((await p.helen.post(`${here}/authentication`, { authentic: false })).status).toBe(422)
  expect((await word(p.amina)).body.code).toBe('evidence/declared-when-submitted')
  expect((await word(p.ben)).body.code).toBe('evidence/written-by-another')
  expect((await word(p.helen)).body.statement).toBe('saw-it')
  const change = await p.helen.put(`${here}/description`, { revision: 2, title: 'Better words' })
  expect([change.status, change.body.code]).toEqual([403, 'evidence/handed-over'])
  expect((await p.helen.delete(`${here}/authentication`)).status).toBe(200)
  expect((await p.helen.put(`${here}/description`, { revision: 2, title: 'Better words' })).status).toBe(200)
  expect((await word(p.helen)).status).toBe(200)
  await p.amina.put(`${here}/claims`, { claim: (await p.claimable(here)).slice(0, 1).map(p.key) })
  expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
  const { authentications } = (await p.ben.get(here)).body.versions[0]
  expect(authentications.map((a: any) => [a.by.name, a.role, a.statement])).toEqual([
    ['Helen Marsh', 'mentor', 'saw-it'],
    ['Amina Yusuf', 'learner', 'about-me'],
  ])
  const events = await sql(
    `select type from events where subject_id = $1 and type like '%authent%' order by id`,
    evidenceId,
  )
  expect(events.map(e => e.type)).toEqual([
    'evidence-authenticated',
    'authentication-taken-back',
    'evidence-authenticated',
  ])
})

it('a testimony that comes back is mended by whoever wrote it, not by the learner [R88]', async () => {
  const { here, evidenceId } = await p.add(p.helen, { kind: 'statement', type: 'witness-testimony' })
  await p.describe(here, p.helen)
  await p.write(here, 'I saw it.', 1, p.helen)
  await p.helen.post(`${here}/authentication`, { authentic: true })
  await p.amina.put(`${here}/claims`, { claim: (await p.claimable(here)).slice(0, 1).map(p.key) })
  await p.amina.post(`${here}/submission`, { authentic: true })
  await leaveReturned(evidenceId)
  await p.amina.post(`${here}/versions`, {})
  expect((await p.write(here, 'I, Amina, was wonderful.', 1)).body.code).toBe('evidence/written-by-another')
  expect((await p.write(here, 'I saw it on Monday at the desk.', 1, p.helen)).status).toBe(200)
})

it('evidence kept elsewhere says where, and is not confirmed before somebody saw it there on a day that has been [R71]', async () => {
  const { here } = await p.add(p.amina)
  await p.describe(here)
  const claim = (await p.claimable(here)).slice(0, 1).map(p.key)
  await p.amina.put(`${here}/claims`, { claim })
  const missing = (await recordOn(here, { keptElsewhere: true, keptWhat: 'The complaints book' })).body.missing
  expect(missing).toEqual(['content', 'record/keptAt'])
  await recordOn(here, { keptAt: 'Service desk, second drawer' }, 2)
  const see = (who: typeof p.amina, seenOn = '2026-05-20') => who.post(`${here}/sightings`, { seenOn })
  expect((await see(p.ben)).body.code).toBe('evidence/not-possible-now')
  expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
  const obstacles = async () =>
    Object.values((await p.ben.get(`${here}/assessment`)).body.obstacles as Record<string, { code: string }[]>)
  expect((await obstacles()).every(of => of.some(o => o.code === 'not-seen-where-kept'))).toBe(true)
  expect((await see(p.amina)).body.code).toBe('evidence/not-the-one-to-see')
  expect((await see(p.ben, '2199-01-01')).body.code).toBe('evidence/seen-in-future')
  expect((await see(p.helen)).status).toBe(200)
  const { sightings } = (await p.amina.get(here)).body.versions[0]
  expect(sightings).toEqual([
    { by: { id: p.helen.personId, name: 'Helen Marsh' }, role: 'mentor', seenOn: '2026-05-20', note: '' },
  ])
  expect((await obstacles()).some(of => of.some(o => o.code === 'not-seen-where-kept'))).toBe(false)
  const here2 = (await p.submitted()).here
  expect((await p.carol.post(`${here2}/sightings`, { seenOn: '2026-05-20' })).body.code).toBe(
    'evidence/not-kept-elsewhere',
  )
})

describe('occasions', () => {
  it('are the author’s to describe in the draft, and from submission on part of what is judged, hashed and never changed [R89] [R90]', async () => {
    const p = await aPortfolio(server)
    const plain = await p.submitted(1)
    const { here } = await p.add(p.amina, { kind: 'statement' })
    await p.describe(here)
    await p.write(here, 'I rang the depot first.')
    const [key] = await p.claimable(here)
    await p.amina.put(`${here}/claims`, { claim: [p.key(key as never)] })
    const put = (occasions: unknown[], revision: number, who = p.amina) =>
      who.put(`${here}/occasions`, { revision, occasions })
    const first = { day: null, customer: 'customer A', channel: 'telephone', seenBy: 'Helen' }
    const kept = await put([first, { day: null, customer: 'customer B' }], 1)
    expect(kept.body).toEqual({ occasionsRevision: 2, missing: ['occasion-day'] })
    expect((await put([first], 1)).body).toMatchObject({ code: 'evidence/changed-meanwhile' })
    expect((await put([first], 2, p.ben)).status).toBe(403)
    await put([first, { day: '2026-05-20', customer: 'customer B', criteria: [key?.criterionId] }], 2)
    const version = (await p.ben.get(here)).body.versions[0]
    expect(version.occasions).toEqual([
      {
        number: 1,
        day: '2026-05-14',
        customer: 'customer A',
        setting: null,
        channel: 'telephone',
        seenBy: 'Helen',
        criteria: null,
        addedBy: null,
      },
      {
        number: 2,
        day: '2026-05-20',
        customer: 'customer B',
        setting: null,
        channel: null,
        seenBy: '',
        criteria: [key?.criterionId],
        addedBy: null,
      },
    ])
    const sent = await p.amina.post(`${here}/submission`, { authentic: true })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    expect(sent.body.contentHash).not.toBe(plain.contentHash)
    expect((await put([first], 3)).body.code).toBe('evidence/not-draft')
  })
})
