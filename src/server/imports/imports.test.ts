import { beforeAll, describe, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import { pdfBomb } from '#test/hostile/files.ts'
import { noRealDocuments, realText } from '#test/real-documents.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let centreId: string
let administrator: SignedIn
let lead: SignedIn
let learner: SignedIn

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  lead = await server.person(centreId, 'Carol Price', 'lead-iqa')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
})

const at = (path: string) => `/centres/${centreId}/imports${path}`
const bytes = (text: string) => new TextEncoder().encode(text)
const send = (text: string, name = 'handbook.txt') =>
  administrator.post(at(`?name=${encodeURIComponent(name)}`), bytes(text))

let made = 0
/** A small document of our own, as an awarding organisation might print it; each time another, so that none is known. */
const aDocument = () => `Larkfield Awards Level 2 Certificate in Lighthouse Keeping ${++made}

Qualification Accreditation Number: 610/99${String(made).padStart(2, '0')}/4

Unit 1

Title\tKeep the lamp
Level\t2
Credit\t4
Unit accreditation no.\tT/297/00${String(made).padStart(2, '0')}
Learning Outcomes The learner will:\tAssessment Criteria The learner can:
1. Understand the lamp\t<p>1.1 Explain why the lamp turns</p> <p>1.2 Describe the parts of a lamp</p>
2. Be able to keep the lamp\t<p>2.1 Clean the glass</p> <p>2.10 Wind the clock</p> <p>2.9 Trim the wick</p>

Unit 2

Title\tKeep the log
Level\t3
Credit\t2
Unit accreditation no.\tT/297/50${String(made).padStart(2, '0')}
Learning Outcomes The learner will:\tAssessment Criteria The learner can:
1. Be able to keep a log\t<p>1.1 Record each passing ship</p> <p>1.2 Record the weather</p>
`

async function imported(text = aDocument()) {
  const { body, status } = await send(text)
  expect(status, JSON.stringify(body)).toBe(200)
  const importId = body.importId as string
  const read = () => administrator.get(at(`/${importId}`)).then(answer => answer.body)
  const correct = (revision: number, changes: { path: string; value: unknown }[], who = administrator) =>
    who.post(at(`/${importId}/corrections`), { revision, changes })
  const publish = (revision: number, warningsRead = true) =>
    administrator.post(at(`/${importId}/publication`), { revision, warningsRead })
  return { importId, read, correct, publish }
}

const walk = (versionId: string) =>
  inTransaction(server.services.pool, async db => {
    await db.client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
    return await treeOf(db, versionId)
  })

it('a document is read, shown beside its source, and published as a version that people can walk [R15, R18]', async () => {
  const text = aDocument()
  const { importId, read, publish } = await imported(text)
  const shown = await read()
  expect(shown).toMatchObject({
    name: 'handbook.txt',
    importedBy: 'Grace Okafor',
    revision: 1,
    state: 'open',
    corrections: [],
  })
  expect(shown.counts).toMatchObject({ qualifications: 1, units: 2, criteria: 7 })
  const source = await administrator.get(at(`/${importId}/source?from=3&count=4`))
  expect(source.body).toEqual({
    from: 3,
    lines: text.split('\n').slice(2, 6),
    total: text.split('\n').length,
  })
  const published = await publish(1)
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  const tree = await walk(published.body.published[0].versionId)
  expect(tree.units.map(unit => [unit.title, unit.level, unit.credit])).toEqual([
    ['Keep the lamp', 2, 4],
    ['Keep the log', 3, 2],
  ])
  expect(tree.units[0]?.outcomes.map(outcome => outcome.criteria.map(c => c.number))).toEqual([
    ['1.1', '1.2'],
    ['2.1', '2.9', '2.10'],
  ])
  expect((await read()).state).toBe('published')
  const again = await publish(1)
  expect(again.body, 'a retry makes no second version').toEqual(published.body)
})

it('a correction is kept apart from what was read, says who made it, and can be undone [R22]', async () => {
  const { importId, read, correct, publish } = await imported()
  const before = await read()
  expect((await correct(1, [{ path: 'units/0/title', value: ' Keep the great lamp ' }])).body).toEqual({ revision: 2 })
  const after = await read()
  expect(after.specification).toEqual(before.specification)
  expect(after.corrections).toMatchObject([
    { path: 'units/0/title', from: 'Keep the lamp', to: 'Keep the great lamp', by: 'Grace Okafor' },
  ])
  const undone = await administrator.delete(at(`/${importId}/corrections/${after.corrections[0].id}?revision=2`))
  expect(undone.body).toEqual({ revision: 3 })
  expect((await read()).corrections).toEqual([])
  await correct(3, [
    { path: 'units/1/title', value: 'Keep the journal' },
    { path: 'units/1/outcomes/0/criteria/0/text', value: 'Record every ship' },
  ])
  const { body } = await publish(4)
  const unit = (await walk(body.published[0].versionId)).units[1]
  expect([unit?.title, unit?.outcomes[0]?.criteria[0]?.text]).toEqual(['Keep the journal', 'Record every ship'])
  const events = await server.services.ownerPool.query(
    'select type, body from events where subject_id = $1 order by id',
    [importId],
  )
  expect(events.rows.map(row => row.type)).toEqual([
    'specification-imported',
    ...Array(4).fill('specification-corrected'),
  ])
  expect(events.rows[2].body).toEqual({
    importId,
    path: 'units/0/title',
    from: 'Keep the great lamp',
    to: 'Keep the lamp',
  })
})

it('rules, groups and marks are put right before publishing, and what was read stays beside them [R22, R41]', async () => {
  const { importId, read, correct, publish } = await imported()
  const before = await read()
  const [first, second] = before.specification.units.map((unit: { id: string }) => unit.id)
  expect(before.specification.qualifications[0].rulesComplete).toBe(false)
  const rules = [{ require: [first] }, { credits: { of: { group: 'B' }, min: 2 } }]
  const { body } = await correct(before.revision, [
    { path: 'qualifications/0/groups', value: [{ code: 'B', title: 'Of one’s choice' }] },
    { path: 'qualifications/0/units/0/mandatory', value: true },
    { path: 'qualifications/0/units/1/group', value: 'B' },
    { path: 'qualifications/0/rules', value: rules },
    { path: 'qualifications/0/rulesComplete', value: true },
  ])
  const shape = await correct(body.revision, [{ path: 'qualifications/0/rules', value: [{ credits: 'many' }] }])
  expect(shape.status).toBe(422)
  const { published } = (await publish(body.revision)).body
  const version = (await administrator.get(`/centres/${centreId}/versions/${published[0].versionId}`)).body
  expect(version).toMatchObject({ rules, rulesComplete: true, groups: [{ code: 'B' }] })
  expect(version.tree.units).toMatchObject([
    { code: first, mandatory: true },
    { code: second, group: 'B', mandatory: false },
  ])
  const after = await administrator.get(at(`/${importId}`))
  expect(after.body.specification).toEqual(before.specification)
})

it('two people in two tabs do not overwrite each other: the second is told, and nothing of theirs is half written', async () => {
  const { importId, read, correct, publish } = await imported()
  const change = (value: string) => [{ path: 'units/0/title', value }]
  const answers = await Promise.all([correct(1, change('One')), correct(1, change('Two'), lead)])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  const refused = answers.find(answer => answer.status === 409)
  expect(refused?.body).toMatchObject({ code: 'imports/changed-meanwhile', details: { revision: 2 } })
  expect((await read()).corrections).toHaveLength(1)
  expect((await publish(1)).body.code).toBe('imports/changed-meanwhile')
  expect((await administrator.post(at(`/${importId}/discard`))).status).toBe(200)
  expect((await correct(2, change('Three'))).body.code).toBe('imports/discarded')
})

it('a correction of the wrong shape, or of a place that is not there, is refused and nothing is written', async () => {
  const { read, correct } = await imported()
  const wrong = await correct(1, [{ path: 'units/0/level', value: 'two' }])
  expect([wrong.status, wrong.body.faults[0].path]).toEqual([422, 'units/0/level'])
  expect((await correct(1, [{ path: 'units/9/level', value: 2 }])).body.code).toBe('qualifications/no-such-place')
  expect((await correct(1, [{ path: 'units/0/outcomes', value: null }])).status).toBe(422)
  expect(await read()).toMatchObject({ revision: 1, corrections: [] })
})

it('what was published stays when the import is corrected and published again as the next version [R27]', async () => {
  const { read, correct, publish } = await imported()
  const [first] = (await publish(1)).body.published
  const before = await walk(first.versionId)
  await correct(1, [{ path: 'units/0/outcomes/0/criteria/0/text', value: 'Explain why the great lamp turns' }])
  expect((await read()).state).toBe('changed-since')
  const [second] = (await publish(2)).body.published
  expect([first.version, second.version, first.qualificationId === second.qualificationId]).toEqual([1, 2, true])
  expect(await walk(first.versionId)).toEqual(before)
})

it('warnings have to be read before publishing, and faults that no learner could work with are named [R22]', async () => {
  const { read, correct, publish } = await imported()
  const { counts, specification } = await read()
  if (counts.warnings + counts.errors > 0) expect((await publish(1, false)).body.code).toBe('imports/warnings-not-read')
  const path = 'units/0/outcomes/0/criteria'
  const criteria = specification.units[0].outcomes[0].criteria
  await correct(1, [{ path, value: [...criteria, criteria[0]] }])
  const refused = await publish(2)
  expect([refused.status, refused.body.code]).toEqual([409, 'qualifications/not-usable'])
  expect(refused.body.details.faults).toMatchObject([{ code: 'criterion-twice', number: '1.1' }])
  expect((await read()).published).toEqual([])
})

it('the same file sent twice is one import, so that a retry does no harm', async () => {
  const text = aDocument()
  const { importId } = await imported(text)
  expect((await send(text)).body).toEqual({ importId, again: true })
  await administrator.post(at(`/${importId}/discard`))
  expect((await send(text)).body.again).toBe(false)
})

it.each([
  ['nothing', ''],
  ['prose', 'Dear all, the meeting is on Tuesday. Bring biscuits.'],
  ['bytes that are no text', '\0\u0001\u0002PK\u0003\u0004\0\0'],
  ['a broken PDF', '%PDF-1.7\nnothing more'],
])('%s is refused in one sentence and nothing is written', async (_what, text) => {
  const before = (await administrator.get(at(''))).body.imports.length
  const answer = text ? await send(text) : await administrator.post(at('?name=empty.txt'), new Uint8Array())
  expect([409, 422]).toContain(answer.status)
  if (answer.status === 409) {
    expect(answer.body.code).toBe('imports/unreadable')
    expect(answer.body.details.why ?? 'It cannot be read.').toMatch(/^[A-Z].*\.$/)
  }
  expect((await administrator.get(at(''))).body.imports).toHaveLength(before)
})

it('a document that takes more memory than a reader may is refused by name, and the next one is read', async () => {
  const bomb = await administrator.post(at('?name=handbook.pdf'), pdfBomb(300))
  expect([bomb.status, bomb.body.code]).toEqual([409, 'imports/unreadable'])
  expect(bomb.body.details.passed).toBe('too-much-memory')
  expect((await send(aDocument())).status).toBe(200)
})

it('a data file that spells out what no database keeps is read without it', async () => {
  const odd = structuredClone(sampleSpecification)
  Object.assign(odd.units[0] ?? {}, { title: 'Serve\0 customers \ud800' })
  const { read } = await imported(JSON.stringify(odd))
  expect((await read()).specification.units[0].title).toBe('Serve  customers \ufffd')
})

it('imports are for centre administrators and the lead IQA, and exist in their own centre only', async () => {
  const { importId } = await imported()
  for (const path of ['', `/${importId}`, `/${importId}/source`])
    expect((await learner.get(at(path))).status, path).toBe(403)
  expect((await learner.post(at('?name=x.txt'), bytes('x'))).status).toBe(403)
  expect((await lead.get(at(`/${importId}`))).body.can).toEqual({ correct: true, publish: true, discard: true })
  const elsewhere = await server.centre('Moorland College')
  const stranger = await server.person(elsewhere, 'Owen Shah', 'centre-administrator')
  expect((await stranger.get(`/centres/${elsewhere}/imports/${importId}`)).status).toBe(404)
  expect((await stranger.get(at(`/${importId}`))).status).toBe(404)
})

describe.skipIf(noRealDocuments)('real documents, where they are at hand', () => {
  it.each([
    ['001', 45, 617, 6, '601/3735/6'],
    ['002', 39, 528, 5, '601/3544/X'],
  ])(
    '%s: %i units and %i criteria are read and published [R13, R15, R22]',
    async (prefix, units, criteria, mandatory, number) => {
      const { read, publish } = await imported(realText(prefix))
      expect((await read()).counts).toMatchObject({ qualifications: 1, units, criteria })
      const published = await publish(1)
      expect(published.status, JSON.stringify(published.body)).toBe(200)
      const tree = await walk(published.body.published[0].versionId)
      expect([tree.number, tree.units.length, tree.units.filter(unit => unit.mandatory).length]).toEqual([
        number,
        units,
        mandatory,
      ])
      expect(tree.units.reduce((sum, unit) => sum + unit.criterionCount, 0)).toBe(criteria)
    },
  )

  it('of the 21 units that both documents print, the 20 that are whole in both are stored once, whatever their marks [R21]', async () => {
    const { rows } = await server.services.ownerPool.query(
      `select count(*)::integer as places, count(distinct p.unit_id)::integer as units, count(distinct u.code)::integer as codes
         from unit_places p join units u on u.id = p.unit_id join qualification_versions v on v.id = p.version_id
        where v.number in ('601/3735/6', '601/3544/X')`,
    )
    expect(rows).toEqual([{ places: 84, units: 64, codes: 63 }])
  })
})
