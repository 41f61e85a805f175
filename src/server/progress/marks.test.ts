import { beforeAll, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let registrationId: string
let versionId: string

const parts = [
  { code: 'a', text: 'to a customer' },
  { code: 'b', text: 'to a colleague' },
]
const marks = { kind: 'knowledge', verb: 'explain', plural: true, parts }

type Criterion = { id: string; number: string; text: string } & typeof marks
type Unit = { id: string; number: string | null; outcomes: { criteria: Criterion[] }[] }

beforeAll(async () => {
  p = await startPortfolio(server)
  const units = structuredClone(sampleSpecification.units)
  const first = units.find(u => u.number === '1')?.outcomes[0]?.criteria[0]
  Object.assign(first ?? {}, { ...marks, text: 'Explain promises' })
  const [made] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId: p.centreId, importId: null, personId: p.grace.personId, at: new Date().toISOString() },
      specification: { ...sampleSpecification, units, qualifications: sampleSpecification.qualifications.slice(0, 1) },
    }),
  )
  versionId = made?.versionId as string
  registrationId = await p.register(versionId)
})

const marksOf = (units: Unit[]) => {
  const [first] = units.find(u => u.number === '1')?.outcomes[0]?.criteria ?? []
  return first && { kind: first.kind, verb: first.verb, plural: first.plural, parts: first.parts }
}

it('learner, assessor and IQA are told the same of a criterion wherever it stands: its kind, its verb, whether one example is enough, and each part [R19, R28, R29, R30]', async () => {
  const { units } = await p.matrix(p.amina, registrationId)
  const unitOne = (units as Unit[]).find(u => u.number === '1') as Unit
  const criterionId = unitOne.outcomes[0]?.criteria[0]?.id as string
  const evidenceId = await p.submitted([{ registrationId, criterionId }])
  for (const who of [p.amina, p.ben, p.carol]) {
    const ask = async (path: string) => (await who.get(p.at(path))).body
    const mine = (registrations: { registrationId: string; units: Unit[] }[]) =>
      registrations.find(r => r.registrationId === registrationId)?.units ?? []
    expect(marksOf([(await ask(`/units/${unitOne.id}?versionId=${versionId}`)).unit]), 'the unit’s page').toEqual(marks)
    expect(marksOf((await p.matrix(who, registrationId)).units), 'the matrix').toEqual(marks)
    expect(marksOf(mine((await ask(`/evidence/${evidenceId}/claimable`)).registrations)), 'the claims').toEqual(marks)
    expect(marksOf(mine((await ask(`/evidence/${evidenceId}/assessment`)).registrations)), 'assessing').toEqual(marks)
  }
})
