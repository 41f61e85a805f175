import { beforeAll, expect, it } from 'vitest'
import { awardNumber, diplomaNumber, sampleSpecification } from '#cast/qualification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishedSample } from '#test/catalogue.ts'
import { type SignedIn, testServer } from '#test/server.ts'
import { type Published, publishSpecification } from './publish.ts'

const server = testServer()
let centreId: string
let learner: SignedIn
let administrator: SignedIn
let diploma: Published
let award: Published

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
  ;[diploma, award] = (await publishedSample(server, centreId, administrator.personId)) as [Published, Published]
})

const get = async (path: string, who = learner) => (await who.get(`/centres/${centreId}/${path}`)).body
const units = (search: string) => get(`units?search=${encodeURIComponent(search)}`)
const titles = (found: { units: { title: string }[] }) => found.units.map(unit => unit.title)

it('everybody in the centre can look through the catalogue; only those who may import are offered it [R13]', async () => {
  const { qualifications, can } = await get('qualifications')
  expect(qualifications).toMatchObject([
    { title: 'Level 2 Award in Handling Complaints', number: awardNumber, framework: 'RQF', level: 2, units: 3 },
    { title: 'Level 2 Diploma in Customer Service Practice', number: diplomaNumber, version: 1, units: 12 },
  ])
  expect([can.import, (await get('qualifications', administrator)).can.import]).toEqual([false, true])
  const found = async (search: string) =>
    (await get(`qualifications?search=${encodeURIComponent(search)}`)).qualifications.map(
      (q: { number: string }) => q.number,
    )
  expect(await found('diploma customer')).toEqual([diplomaNumber])
  expect(await found(awardNumber.replaceAll('/', ''))).toEqual([awardNumber])
  expect(await found('100%')).toEqual([])
})

it('a version shows its tree, its groups and its rules as the document has them [R12, R43]', async () => {
  const shown = await get(`versions/${diploma.versionId}`)
  const [qualification] = sampleSpecification.qualifications
  expect(shown).toMatchObject({
    publishedBy: 'Grace Okafor',
    groups: qualification?.groups,
    ruleTexts: qualification?.ruleTexts,
    rulesComplete: true,
    totalCredit: 37,
    versions: [{ id: diploma.versionId, version: 1 }],
  })
  expect(shown.tree.units.map((unit: { code: string }) => unit.code)).toEqual(qualification?.units.map(p => p.unit))
})

it('a unit shows every qualification that it stands in, each with its own group and its own word on whether it must be taken [R15, R21]', async () => {
  const shared = sampleSpecification.qualifications[1]?.units[0]?.unit
  const tree = (await get(`versions/${award.versionId}`)).tree
  const { id } = tree.units.find((unit: { code: string }) => unit.code === shared)
  const shown = await get(`units/${id}?versionId=${award.versionId}`)
  expect(shown.shown).toMatchObject({ versionId: award.versionId, mandatory: true, group: 'M' })
  expect(
    shown.places.map((place: { number: string; mandatory: boolean; group: string }) => [
      place.number,
      place.mandatory,
      place.group,
    ]),
  ).toEqual([
    [awardNumber, true, 'M'],
    [diplomaNumber, false, 'B'],
  ])
  expect(shown.unit.outcomes).toEqual(tree.units[0].outcomes)
  expect(shown.unit.evidenceRequirements).toEqual(
    sampleSpecification.units.find(unit => unit.id === shared)?.evidenceRequirements,
  )
})

it('units are found by number, by title and by the wording of a criterion, with the criterion', async () => {
  expect(titles(await units('T/299/1086'))).toEqual(['Put customer problems right'])
  expect(titles(await units('T2991086'))).toEqual(['Put customer problems right'])
  expect(titles(await units('complaints'))[0]).toMatch(/complaints/i)
  const found = await units('telephone system fails')
  expect(found.units[0].matches[0].text).toMatch(/telephone system fails/)
  expect(found.nearest).toBe(false)
  expect(titles(await units("'; drop table units; --"))).toEqual([])
})

it('a slip of the pen still finds the nearest wording, and says that it is only near', async () => {
  const found = await units('telephne')
  expect(found.nearest).toBe(true)
  expect(titles(found).join()).toMatch(/telephone/i)
})

it('versions of a qualification are listed newest first, and search finds the newest only [R27]', async () => {
  const changed = structuredClone(sampleSpecification)
  changed.qualifications.splice(0, 1)
  const lessons = changed.units.find(unit => unit.title === 'Learn lessons from complaints')
  if (lessons) lessons.title = 'Learn from what went wrong'
  const at = '2026-06-01T09:00:00.000Z'
  const [next] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      centreId,
      specification: changed,
      importId: null,
      personId: administrator.personId,
      at,
    }),
  )
  const { versions } = await get(`qualifications/${award.qualificationId}`)
  expect(versions.map((v: { id: string; version: number }) => [v.id, v.version])).toEqual([
    [next?.versionId, 2],
    [award.versionId, 1],
  ])
  const [unit] = (await units('Learn from what went wrong')).units
  expect(unit).toMatchObject({ title: 'Learn from what went wrong', versionId: next?.versionId })
  expect((await get(`versions/${award.versionId}`)).tree.units.map((u: { title: string }) => u.title)).toContain(
    'Learn lessons from complaints',
  )
})

it('another centre’s catalogue does not exist', async () => {
  const elsewhere = await server.centre('Moorland College')
  const stranger = await server.person(elsewhere, 'Owen Shah', 'centre-administrator')
  const unit = (await get(`versions/${diploma.versionId}`)).tree.units[0]
  for (const path of [
    `versions/${diploma.versionId}`,
    `qualifications/${diploma.qualificationId}`,
    `units/${unit.id}`,
  ]) {
    expect((await stranger.get(`/centres/${elsewhere}/${path}`)).status, path).toBe(404)
    expect((await stranger.get(`/centres/${centreId}/${path}`)).status, path).toBe(404)
  }
  expect((await stranger.get(`/centres/${elsewhere}/qualifications`)).body.qualifications).toEqual([])
  expect((await stranger.get(`/centres/${elsewhere}/units?search=complaints`)).body.units).toEqual([])
})
