import { beforeAll, expect, it } from 'vitest'
import { publishedSample } from '#test/catalogue.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let centreId: string
let amina: SignedIn
let kofi: SignedIn
let ben: SignedIn
let administrator: SignedIn
let versionId: string

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  amina = await server.person(centreId, 'Amina Yusuf', 'learner')
  kofi = await server.person(centreId, 'Kofi Mensah', 'learner')
  ben = await server.person(centreId, 'Ben Hughes', 'assessor')
  versionId = (await publishedSample(server, centreId, administrator.personId))[0]?.versionId as string
  const owner = server.services.ownerPool
  for (const [learner, number, title, state] of [
    [amina, 7, 'Complaint by e-mail', 'submitted'],
    [amina, 8, 'Complaint that I am still writing about', 'draft'],
    [kofi, 3, 'Complaint at the desk', 'submitted'],
  ] as const) {
    const { rows } = await owner.query(
      `insert into registrations (centre_id, learner_id, version_id, registered_on, registered_at, registered_by)
       values ($1, $2, $3, '2026-05-01', now(), $4) on conflict (centre_id, learner_id, version_id) do update set registered_on = excluded.registered_on returning id`,
      [centreId, learner.personId, versionId, administrator.personId],
    )
    await owner.query('insert into portfolios (centre_id, learner_id) values ($1, $2) on conflict do nothing', [
      centreId,
      learner.personId,
    ])
    const evidence = await owner.query(
      `insert into evidence (centre_id, learner_id, number, kind, created_by, created_at) values ($1, $2, $3, 'file', $2, now()) returning id`,
      [centreId, learner.personId, number],
    )
    await owner.query(
      `insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, title, created_by, created_at, state_since) values ($1, $2, $5, 1, $3, $4, $5, now(), now())`,
      [centreId, evidence.rows[0].id, state, title, learner.personId],
    )
    if (learner === amina)
      await owner.query(
        `insert into allocations (centre_id, registration_id, person_id, role, allocated_at, allocated_by) values ($1, $2, $3, 'assessor', now(), $4) on conflict do nothing`,
        [centreId, rows[0].id, ben.personId, administrator.personId],
      )
  }
})

const search = async (who: SignedIn, q: string) =>
  (await who.get(`/centres/${centreId}/search?q=${encodeURIComponent(q)}`)).body
const names = (found: { learners: { name: string }[] }) => found.learners.map(learner => learner.name)
const pieces = (found: { evidence: { title: string }[] }) => found.evidence.map(one => one.title)

it('one search finds learners, evidence, qualifications, units and criteria, the best of each', async () => {
  const found = await search(administrator, 'complaint')
  expect(pieces(found).toSorted()).toEqual(['Complaint at the desk', 'Complaint by e-mail'])
  expect(found.qualifications.map((q: { title: string }) => q.title)).toEqual(['Level 2 Award in Handling Complaints'])
  expect(found.units[0].title).toMatch(/complaint/i)
  expect(found.units.some((unit: { matches: unknown[] }) => unit.matches.length > 0)).toBe(true)
  expect(names(await search(administrator, 'amina'))).toEqual(['Amina Yusuf'])
  expect(pieces(await search(administrator, 'evidence 7'))).toEqual(['Complaint by e-mail'])
  expect(await search(administrator, ' ')).toMatchObject({ learners: [], evidence: [], units: [] })
})

it('nothing is found that does not exist for the person asking', async () => {
  expect(names(await search(ben, 'a'))).toEqual(['Amina Yusuf'])
  expect(pieces(await search(ben, 'complaint')), 'a draft is the learner’s own').toEqual(['Complaint by e-mail'])
  expect(pieces(await search(amina, 'complaint')).toSorted()).toEqual([
    'Complaint by e-mail',
    'Complaint that I am still writing about',
  ])
  expect(names(await search(kofi, 'amina'))).toEqual([])
  const elsewhere = await server.centre('Moorland College')
  const stranger = await server.person(elsewhere, 'Owen Shah', 'centre-administrator')
  const found = (await stranger.get(`/centres/${elsewhere}/search?q=complaint`)).body
  expect(found).toEqual({ learners: [], evidence: [], qualifications: [], units: [], nearest: false })
})

it('somebody who sees hundreds of portfolios finds evidence by its title, in their own centre only', async () => {
  const owner = server.services.ownerPool
  const elsewhere = await server.centre('Moorland College')
  const everywhere = await server.person(elsewhere, 'Owen Shah', 'centre-administrator')
  const versions = new Map([
    [centreId, versionId],
    [elsewhere, (await publishedSample(server, elsewhere, everywhere.personId))[0]?.versionId as string],
  ])
  for (const [centre, version] of versions)
    await owner.query(
      `with people as (
         insert into identity.people (name, email, email_verified) select 'Learner ' || i, $1::text || '.' || i || '@test.example', false from generate_series(1, 201) i returning id, email
       ), addressed as (
         insert into addresses (centre_id, person_id, email) select $1::uuid, id, email from people
       ), granted as (
         insert into role_grants (centre_id, person_id, role, granted_at) select $1::uuid, id, 'learner', now() from people
       ), registered as (
         insert into registrations (centre_id, learner_id, version_id, registered_on, registered_at, registered_by) select $1::uuid, id, $2::uuid, '2026-05-01', now(), id from people
       ), portfolios as (
         insert into portfolios (centre_id, learner_id) select $1::uuid, id from people
       ), added as (
         insert into evidence (centre_id, learner_id, number, kind, created_by, created_at) select $1::uuid, id, 1, 'file', id, now() from people returning id, learner_id
       )
       insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, title, created_by, created_at, state_since)
       select $1::uuid, id, learner_id, 1, 'submitted', 'Tide table of ' || $3, learner_id, now(), now() from added limit 3`,
      [centre, version, centre === centreId ? 'Harbour' : 'Moorland'],
    )
  expect(pieces(await search(administrator, 'table tide'))).toEqual(Array(3).fill('Tide table of Harbour'))
  expect(pieces(await search(administrator, 'still writing')), 'a draft stays the learner’s own').toEqual([])
  expect(pieces(await search(administrator, 'ti')), 'too short for an index').toEqual([])
  expect(pieces(await search(ben, 'tide')), 'Ben has one learner').toEqual([])
})
