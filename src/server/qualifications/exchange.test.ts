import { beforeAll, describe, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { CasePackage } from '#domain/qualifications/case.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { templateRows } from '#domain/qualifications/template.ts'
import { templateExample } from '#domain/qualifications/template-example.ts'
import { importDocument } from '#importer/import-document.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { caseSchemas } from '#test/case-schema.ts'
import { publishedSample } from '#test/catalogue.ts'
import { type SignedIn, testServer } from '#test/server.ts'
import { type Published, publishSpecification } from './publish.ts'

const server = testServer()
let centreId: string
let administrator: SignedIn
let learner: SignedIn
let diploma: Published
let award: Published

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  learner = await server.person(centreId, 'Amina Yusuf', 'learner')
  ;[diploma, award] = (await publishedSample(server, centreId, administrator.personId)) as [Published, Published]
})

const get = (path: string, who = learner) => who.get(`/centres/${centreId}/${path}`)
const bytesOf = async (path: string, who = learner) => {
  const headers = { cookie: who.cookie }
  const answer = await fetch(`${server.address}/api/centres/${centreId}/${path}`, { headers })
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

async function read(bytes: Uint8Array): Promise<Specification> {
  const outcome = await importDocument(bytes, 'file')
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.specification
}

/** What a version of the sample holds, in the document it was published from. */
function partOf(specification: Specification, at: number): Specification {
  const qualification = specification.qualifications[at] as Specification['qualifications'][number]
  const units = qualification.units.flatMap(place => specification.units.filter(unit => unit.id === place.unit))
  return { ...specification, qualifications: [qualification], units }
}

/** A later version of the diploma: one criterion reworded, one unit gone, more credits asked for. */
async function nextDiploma() {
  const specification = partOf(structuredClone(sampleSpecification), 0)
  const [qualification] = specification.qualifications as [Specification['qualifications'][number]]
  const gone = qualification.units.findLastIndex(place => !place.mandatory)
  const [{ unit } = { unit: '' }] = qualification.units.splice(gone, 1)
  qualification.totalCredit = 40
  const criterion = specification.units[0]?.outcomes[0]?.criteria[0]
  if (criterion) criterion.text = `${criterion.text}, with examples of your own`
  const at = '2027-06-01T09:00:00.000Z'
  const [next] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, { centreId, specification, importId: null, personId: administrator.personId, at }),
  )
  return { next: next as Published, gone: unit, reworded: specification.units[0]?.id }
}

describe('a version taken away', () => {
  it('as our own JSON is the document that published it, and can be imported again [R12]', async () => {
    const { status, headers, bytes } = await bytesOf(`versions/${diploma.versionId}/specification.json`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="610-9917-X-version-1\.json"$/)
    const specification = await read(bytes)
    const { qualifications, units } = partOf(sampleSpecification, 0)
    expect([specification.qualifications, specification.units]).toEqual([qualifications, units])
    const imported = await administrator.post(`/centres/${centreId}/imports?name=again.json`, bytes)
    const shown = await get(`imports/${imported.body.importId}`, administrator)
    expect(shown.body.specification.units).toEqual(units)
  })

  it('as the template has a row for each criterion and part, as text and as a workbook', async () => {
    const rows = templateRows(partOf(sampleSpecification, 0))
    for (const path of ['template.csv', 'template.xlsx']) {
      const { bytes } = await bytesOf(`versions/${diploma.versionId}/${path}`)
      expect(templateRows(await read(bytes)), path).toEqual(rows)
    }
  })

  it('a version of another centre does not exist', async () => {
    const elsewhere = await server.centre('Moorland College')
    const stranger = await server.person(elsewhere, 'Owen Shah', 'centre-administrator')
    const { identifier } = (await get(`ims/case/v1p1/CFPackages/${diploma.versionId}`)).body.CFItems[0]
    for (const path of [
      ...['specification.json', 'template.csv', 'template.xlsx', `differences/${award.versionId}`].map(
        file => `versions/${diploma.versionId}/${file}`,
      ),
      `ims/case/v1p1/CFDocuments/${diploma.versionId}`,
      `ims/case/v1p1/CFPackages/${diploma.versionId}`,
      `ims/case/v1p1/CFItems/${identifier}`,
    ])
      for (const centre of [elsewhere, centreId])
        expect((await stranger.get(`/centres/${centre}/${path}`)).status, path).toBe(404)
  })
})

describe('the template for centres that type units in', () => {
  it('is handed out with an example to those who may import, and comes back whole', async () => {
    for (const path of ['imports/template.csv', 'imports/template.xlsx']) {
      expect((await get(path)).status, path).toBe(403)
      const { bytes } = await bytesOf(path, administrator)
      expect(templateRows(await read(bytes)), path).toEqual(templateRows(templateExample))
    }
  })

  it('filled in, it is imported like a document, and its report leads to the row', async () => {
    const { bytes } = await bytesOf('imports/template.csv', administrator)
    const filled = new TextDecoder().decode(bytes).replace('Write down who rang, when and why', '')
    const sent = await administrator.post(
      `/centres/${centreId}/imports?name=units.csv`,
      new TextEncoder().encode(filled),
    )
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    const { counts, specification } = (await get(`imports/${sent.body.importId}`, administrator)).body
    expect(counts).toMatchObject({ qualifications: 1, units: 2, criteria: 4, errors: 1 })
    const [{ line, message }] = specification.report
    expect(message).toMatch(/^Column “criterion text”, row \d+: The criterion has no text\. Write its exact wording\.$/)
    const source = await get(`imports/${sent.body.importId}/source?from=${line}&count=1`, administrator)
    expect(source.body.lines[0]).toContain('Take messages')
  })

  it('a data file with faults is refused with each of them', async () => {
    const wrong = JSON.stringify({ ...sampleSpecification, source: 4, units: [{ id: 'A' }] })
    const sent = await administrator.post(
      `/centres/${centreId}/imports?name=wrong.json`,
      new TextEncoder().encode(wrong),
    )
    expect([sent.status, sent.body.code]).toEqual([409, 'imports/unreadable'])
    expect(sent.body.details.faults).toEqual(['source must be an object', 'units[0].title must be text and is missing'])
  })
})

describe('CASE 1.1', () => {
  const of = (resource: string) => get(`ims/case/v1p1/${resource}`)
  const valid = async (kind: keyof typeof caseSchemas, path: string) => {
    const { status, body } = await of(path)
    expect(status, path).toBe(200)
    expect(caseSchemas[kind].safeParse(body).error?.issues ?? [], path).toEqual([])
    return body
  }

  it('every answer has the fields, types and vocabularies of the official schemas, and every address leads there', async () => {
    const set = await valid('CFDocumentSet', 'CFDocuments')
    expect(set.CFDocuments.map((one: { identifier: string }) => one.identifier).sort()).toEqual(
      [diploma.versionId, award.versionId].sort(),
    )
    expect((await of('CFDocuments?limit=1&offset=1')).body.CFDocuments).toHaveLength(1)
    await valid('CFDocuments', `CFDocuments/${diploma.versionId}`)
    const whole: CasePackage = await valid('CFPackages', `CFPackages/${diploma.versionId}`)
    const addressed = async (
      kind: keyof typeof caseSchemas,
      { uri, identifier }: { uri: string; identifier: string },
    ) => {
      const base = `${server.services.config.baseUrl}/api/centres/${centreId}/ims/case/v1p1/`
      expect(uri.startsWith(base), uri).toBe(true)
      const body = await valid(kind, uri.slice(base.length))
      expect(JSON.stringify(body)).toContain(identifier)
    }
    const kinds = new Map(whole.CFItems.map(item => [item.CFItemType, item]))
    expect([...kinds.keys()]).toEqual(['qualification', 'unit', 'outcome', 'criterion'])
    for (const item of kinds.values()) {
      await addressed('CFItems', item)
      await valid('CFItemAssociations', `CFItemAssociations/${item.identifier}`)
    }
    await addressed('CFAssociations', whole.CFAssociations[0] as CasePackage['CFAssociations'][number])
    for (const type of whole.CFDefinitions.CFItemTypes) await addressed('CFItemTypes', type)
    const nothing = '00000000-0000-4000-8000-000000000000'
    for (const path of [`CFItems/${nothing}`, `CFAssociations/${nothing}`, `CFItemTypes/${nothing}`])
      expect((await of(path)).status, path).toBe(404)
  })

  it('a unit in both qualifications is the exact match of where it first stood, and a package is read back whole [R21]', async () => {
    const packages: CasePackage[] = []
    for (const { versionId } of [diploma, award]) packages.push((await of(`CFPackages/${versionId}`)).body)
    const matches = packages.flatMap(one => one.CFAssociations.filter(a => a.associationType === 'exactMatchOf'))
    const shared = sampleSpecification.qualifications[1]?.units.filter(place =>
      sampleSpecification.qualifications[0]?.units.some(other => other.unit === place.unit),
    )
    expect(matches).toHaveLength(shared?.length ?? 0)
    for (const match of matches) {
      expect((await of(`CFItems/${match.destinationNodeURI.identifier}`)).body.uri).toBe(match.destinationNodeURI.uri)
      expect((await of(`CFAssociations/${match.identifier}`)).body.uri).toBe(match.uri)
    }
    const specification = await read(new TextEncoder().encode(JSON.stringify(packages[0])))
    const { qualifications, units } = partOf(sampleSpecification, 0)
    expect([specification.qualifications, specification.units]).toEqual([qualifications, units])
  })
})

describe('the difference between two versions', () => {
  it('is told from the earlier to the later, whichever is asked for first, while the earlier stays as it was [R27]', async () => {
    const before = (await get(`versions/${diploma.versionId}`)).body.tree
    const { next, gone, reworded } = await nextDiploma()
    const { body } = await get(`versions/${next.versionId}/differences/${diploma.versionId}`)
    expect([body.from.version, body.to.version]).toEqual([1, 2])
    expect(body.difference).toMatchObject({
      details: [{ field: 'totalCredit', from: 37, to: 40 }],
      units: {
        added: [],
        removed: [{ id: gone }],
        changed: [{ unit: { id: reworded }, criteria: [{ kind: 'reworded' }] }],
        kept: 10,
      },
      numbersKept: true,
      same: false,
    })
    expect((await get(`versions/${diploma.versionId}/differences/${next.versionId}`)).body).toEqual(body)
    expect((await get(`versions/${diploma.versionId}/differences/${diploma.versionId}`)).body.difference.same).toBe(
      true,
    )
    expect((await get(`versions/${diploma.versionId}`)).body.tree).toEqual(before)
  })

  it('is shown for a corrected document before it is published, corrections counted [R22, R27]', async () => {
    const { bytes } = await bytesOf(`versions/${award.versionId}/specification.json`)
    const sent = await administrator.post(`/centres/${centreId}/imports?name=corrected.json`, bytes)
    const at = `/centres/${centreId}/imports/${sent.body.importId}`
    const differences = async () => (await administrator.get(`${at}/differences`)).body.differences
    expect(await differences()).toMatchObject([{ from: { versionId: award.versionId }, difference: { same: true } }])
    const changes = [{ path: 'units/0/title', value: 'Learn from what went wrong' }]
    await administrator.post(`${at}/corrections`, { revision: 1, changes })
    const [{ difference }] = await differences()
    expect(difference.units.changed).toMatchObject([
      { details: [{ field: 'title', to: 'Learn from what went wrong' }] },
    ])
    expect((await learner.get(`${at}/differences`)).status).toBe(403)
    const published = await administrator.post(`${at}/publication`, { revision: 2, warningsRead: true })
    expect(published.status, JSON.stringify(published.body)).toBe(200)
    expect(await differences()).toMatchObject([{ from: { versionId: award.versionId }, difference: { same: false } }])
  })
})
