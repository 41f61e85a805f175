import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { Specification, UnitSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishedSample } from '#test/catalogue.ts'
import { testServer } from '#test/server.ts'
import { publishSpecification } from './publish.ts'
import { treeOf, versionOf } from './tree.ts'

const server = testServer()
const at = '2026-05-14T09:30:00.000Z'

/** As the application does it: its role, its row-level security, one centre. */
const inCentre = <T>(centreId: string, work: (db: Parameters<typeof treeOf>[0]) => Promise<T>) =>
  inTransaction(server.services.pool, async db => {
    await db.client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
    return await work(db)
  })

async function aCentre() {
  const centreId = await server.centre('Harbour Training')
  const { personId } = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  const publish = (specification: Specification) =>
    inCentre(centreId, db => publishSpecification(db, { specification, importId: null, personId, at }))
  return { centreId, personId, publish }
}

const counted = async (centreId: string, table: string) =>
  (await server.services.ownerPool.query(`select count(*) from ${table} where centre_id = $1`, [centreId])).rows[0]
    .count as number

const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, v) => (key === 'id' ? undefined : v)))

it('what is published is what people walk, to the letter [R12, R15]', async () => {
  const { centreId, personId } = await aCentre()
  const [diploma, award] = await publishedSample(server, centreId, personId)
  const [qualification] = sampleSpecification.qualifications
  const { tree, structure, details } = await inCentre(centreId, db => versionOf(db, diploma?.versionId as string))
  expect(tree).toMatchObject({
    versionId: diploma?.versionId,
    version: 1,
    title: qualification?.title,
    number: qualification?.number,
    awardingOrganisation: 'Larkfield Awards',
    framework: 'RQF',
    level: 2,
  })
  const asked = new Map(sampleSpecification.units.map(unit => [unit.id, unit]))
  expect(tree.units.map(unit => unit.code)).toEqual(qualification?.units.map(place => place.unit))
  for (const unit of tree.units) {
    const { group, mandatory } = qualification?.units.find(place => place.unit === unit.code) ?? {}
    expect(unit).toMatchObject({ group, mandatory, title: asked.get(unit.code)?.title })
    expect(withoutIds(unit.outcomes)).toEqual(asked.get(unit.code)?.outcomes)
  }
  expect(structure.qualification).toEqual(qualification)
  expect(details.rules).toEqual(qualification?.rules)
  const shared = tree.units.find(unit => unit.code === sampleSpecification.qualifications[1]?.units[0]?.unit)
  const awardTree = await inCentre(centreId, db => treeOf(db, award?.versionId as string))
  expect(awardTree.units[0]?.outcomes, 'a unit of both qualifications is one unit').toEqual(shared?.outcomes)
})

it('a unit that two documents print with other marks, and one without its credit, is stored once, and each version reads as its own document [R21]', async () => {
  const { centreId, publish } = await aCentre()
  const [first] = await publish(aSpecification('610/0001/1', [aUnit('T/299/0001', 'Use the customer’s name')]))
  const [second] = await publish(
    aSpecification('610/0002/2', [
      { ...aUnit('T/299/0001', "Use the customer's name"), credit: null, number: '13', simulation: simulated },
    ]),
  )
  const trees = await inCentre(centreId, async db => [
    await treeOf(db, first?.versionId as string),
    await treeOf(db, second?.versionId as string),
  ])
  expect([await counted(centreId, 'units'), await counted(centreId, 'unit_places')]).toEqual([1, 2])
  const [one, other] = trees.map(tree => tree.units[0])
  expect(one?.id).toBe(other?.id)
  expect(one?.outcomes[0]?.criteria[0]?.id).toBe(other?.outcomes[0]?.criteria[0]?.id)
  expect([one, other].map(unit => [unit?.number, unit?.credit, unit?.outcomes[0]?.criteria[0]?.text])).toEqual([
    ['1', 3, 'Use the customer’s name'],
    ['13', null, "Use the customer's name"],
  ])
  const simulation = await inCentre(centreId, async db =>
    (await versionOf(db, second?.versionId as string)).structure.units.map(unit => unit.simulation),
  )
  expect(simulation).toEqual([simulated])
  const { rows } = await server.services.ownerPool.query(
    'select number, credit from placed_units where centre_id = $1 order by number',
    [centreId],
  )
  expect(rows).toEqual([
    { number: '1', credit: 3 },
    { number: '13', credit: null },
  ])
})

it('2.10 comes after 2.9 and f2b after f2a, however the document has them [R18]', async () => {
  const { centreId, publish } = await aCentre()
  const unit = aUnit('T/299/0002', 'x', ['2.10', '2.9', '2.1'])
  const [version] = await publish(aSpecification('610/0003/3', [unit]))
  const tree = await inCentre(centreId, db => treeOf(db, version?.versionId as string))
  expect(tree.units[0]?.outcomes[0]?.criteria.map(c => c.number)).toEqual(['2.1', '2.9', '2.10'])
})

it('a second publication is a second version, and the first stays as it was [R27]', async () => {
  const { centreId, publish } = await aCentre()
  const [first] = await publish(aSpecification('610/0004/4', [aUnit('T/299/0003', 'Greet people')]))
  const before = await inCentre(centreId, db => treeOf(db, first?.versionId as string))
  const [second] = await publish(aSpecification('610/0004/4', [aUnit('T/299/0003', 'Greet people by name')]))
  expect([first?.version, second?.version, first?.qualificationId === second?.qualificationId]).toEqual([1, 2, true])
  expect(await inCentre(centreId, db => treeOf(db, first?.versionId as string))).toEqual(before)
  expect(await counted(centreId, 'units')).toBe(2)
})

it('nothing can change a published version, not even the owner of the tables [R27]', async () => {
  const { centreId, personId } = await aCentre()
  await publishedSample(server, centreId, personId)
  for (const table of ['qualification_versions', 'units', 'unit_places', 'outcomes', 'criteria'])
    for (const statement of [`update ${table} set centre_id = centre_id`, `delete from ${table}`])
      await expect(server.services.ownerPool.query(statement), statement).rejects.toThrow('never change')
  await expect(
    inCentre(centreId, async db => {
      const tree = await treeOf(db, (await publishedSample(server, centreId, personId))[0]?.versionId as string)
      tree.units.length = 0
    }),
    'what is cached is shared, so it is frozen',
  ).rejects.toThrow(TypeError)
})

it('a version of another centre does not exist, also when it is in memory', async () => {
  const { centreId, personId } = await aCentre()
  const [version] = await publishedSample(server, centreId, personId)
  await inCentre(centreId, db => treeOf(db, version?.versionId as string))
  const elsewhere = await server.centre('Moorland College')
  await expect(inCentre(elsewhere, db => treeOf(db, version?.versionId as string))).rejects.toThrow()
})

it('a specification that nobody could work on is refused with every fault named, and nothing is written [R22]', async () => {
  const { centreId, publish } = await aCentre()
  const broken = aSpecification('610/0005/5', [aUnit('T/299/0004', 'x', ['1.1', '1.1']), aUnit('', 'y')])
  broken.qualifications[0]?.units.push({ unit: 'Z/299/0009', group: null, theme: null, mandatory: false })
  const refusal = await publish(broken).catch(error => error)
  expect(refusal.code).toBe('qualifications/not-usable')
  expect(refusal.details.faults.map((f: { code: string }) => f.code)).toEqual([
    'unit-without-id',
    'unit-unknown',
    'criterion-twice',
    'unit-without-id',
  ])
  expect(await counted(centreId, 'qualifications')).toBe(0)
})

it('45 units with 630 criteria are published with as many statements as one unit with one', async () => {
  const statements = async (units: number, criteria: number) => {
    const { centreId, personId } = await aCentre()
    const numbers = Array.from({ length: criteria }, (_, index) => `1.${index + 1}`)
    const printed = Array.from({ length: units }, (_, index) => aUnit(`T/298/${1000 + index}`, 'Explain', numbers))
    const specification = aSpecification('610/0006/6', printed)
    return await inCentre(centreId, async db => {
      await publishSpecification(db, { specification, importId: null, personId, at })
      return db.statements
    })
  }
  expect(await statements(45, 14)).toBe(await statements(1, 1))
})

const simulated = { permission: 'exceptions' as const, text: 'Only 1.1', exceptions: [] }

function aUnit(id: string, text: string, numbers = ['1.1']): UnitSpecification {
  return {
    id,
    reference: id,
    number: '1',
    title: `Unit ${id}`,
    level: 2,
    credit: 3,
    glh: null,
    simulation: { permission: null, text: null, exceptions: [] },
    evidenceRequirements: [],
    knowledgeOnly: false,
    worksheet: false,
    outcomes: [
      {
        number: '1',
        kind: 'learning-outcome',
        title: null,
        criteria: numbers.map(number => ({ number, kind: null, verb: null, plural: false, text, parts: [] })),
      },
    ],
  }
}

function aSpecification(number: string, units: UnitSpecification[]): Specification {
  return {
    ...sampleSpecification,
    qualifications: [
      {
        title: `Diploma ${number}`,
        number,
        otherNumbers: [],
        framework: 'RQF',
        level: 2,
        totalCredit: null,
        registration: { opens: null, lastRegistration: null, lastCertification: null },
        groups: [],
        units: units.map(unit => ({ unit: unit.id, group: null, theme: null, mandatory: false })),
        rules: [],
        ruleTexts: [],
        rulesComplete: false,
      },
    ],
    units,
  }
}
