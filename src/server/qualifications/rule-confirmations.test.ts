import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { grounds } from '#test/grounds.ts'
import { type SignedIn, testServer } from '#test/server.ts'

const server = testServer()

/** The sample diploma, had its document not said how many options are needed; Amina takes the mandatory units alone. */
async function aDoubtfulVersion() {
  const centreId = await server.centre('Harbour Training')
  const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  const ruth = await server.person(centreId, 'Ruth Adeyemi', 'lead-iqa')
  const ben = await server.person(centreId, 'Ben Carter', 'assessor')
  const amina = await server.person(centreId, 'Amina Yusuf', 'learner')
  const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]
  const require = diploma.units.filter(u => u.mandatory).map(u => u.unit)
  const rules = [{ require }, { unknown: 'how many optional units are needed is not in the source' }]
  const specification = { ...sampleSpecification, qualifications: [{ ...diploma, rules, rulesComplete: false }] }
  const [published] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId, specification, importId: null, personId: grace.personId, at: new Date().toISOString() },
    }),
  )
  const versionId = published?.versionId as string
  const at = `/centres/${centreId}`
  const made = await grace.post(`${at}/registrations`, {
    ...{ learnerId: amina.personId, versionId, registeredOn: '2026-01-12', ...grounds(ben.personId) },
  })
  const here = `${at}/registrations/${made.body.registrationId}`
  const confirm = (who: SignedIn, more: Record<string, unknown> = {}) =>
    who.post(`${at}/versions/${versionId}/rule-confirmations`, {
      ...{ rule: 1, rules: [], sourceText: 'E-mail of the awarding organisation, 3 March 2026', ...more },
    })
  const verdict = async () => (await amina.get(`${here}/combination`)).body
  return { grace, ruth, ben, at, versionId, confirm, verdict }
}

it('an unknown rule keeps every verdict from being valid until a named person has supplied it [R41]', async () => {
  const v = await aDoubtfulVersion()
  expect((await v.verdict()).planned).toMatchObject({ valid: false, problems: [{ code: 'rule-unknown', rule: 1 }] })
  expect((await v.confirm(v.ruth)).status).toBe(200)
  expect((await v.verdict()).planned).toMatchObject({ valid: true, problems: [] })
  const { confirmations, can } = (await v.ruth.get(`${v.at}/versions/${v.versionId}`)).body
  expect(can).toEqual({ confirmRules: true })
  expect(confirmations).toMatchObject([{ rule: 1, rules: [], confirmedBy: 'Ruth Adeyemi' }])
  expect((await v.confirm(v.grace, { rules: [{ count: { of: { optional: true }, min: 2 } }] })).status).toBe(200)
  expect((await v.verdict()).planned, 'the later one counts').toMatchObject({
    ...{ valid: false, problems: [{ code: 'units-short', short: 2, rule: 1 }] },
  })
  const { rows } = await server.services.ownerPool.query(
    'select count(*)::int as n from rule_confirmations where version_id = $1',
    [v.versionId],
  )
  expect(rows[0].n, 'the earlier one is kept').toBe(2)
})

it('who may not, what the source gives, and rules that fit nothing are refused with the reason [R41]', async () => {
  const v = await aDoubtfulVersion()
  const answer = async (who: SignedIn, more: Record<string, unknown>) => {
    const { status, body } = await v.confirm(who, more)
    return [status, body.code]
  }
  expect(await answer(v.ben, {})).toEqual([403, 'people/needs-role-lead-iqa'])
  expect(await answer(v.ruth, { rule: 0 })).toEqual([409, 'qualifications/rule-known'])
  expect(await answer(v.ruth, { rules: [{ credits: { of: { group: 'ZZ' }, min: 1 } }] })).toEqual([
    ...[409, 'qualifications/not-in-structure'],
  ])
  expect((await v.confirm(v.ruth, { rules: [{ unknown: 'still' }], sourceText: '' })).body.faults.length).toBe(2)
})
