import { beforeAll, expect, it } from 'vitest'
import { aPortfolio, type Portfolio } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
beforeAll(async () => {
  p = await aPortfolio(server, { alsoAward: true })
})

it('the index is searched, filtered, sorted and taken away as CSV, and shows each reader only their own learners [R68]', async () => {
  const waiting = await p.submitted()
  const { here, number } = await p.add(p.amina, { kind: 'statement', type: 'reflective-log' })
  await p.describe(here, p.amina, { title: '=A log, with 100% of the details' })
  const find = async (who: typeof p.amina, query: string) =>
    (await who.get(`${p.at}/evidence?${query}`)).body.evidence.map((e: { number: number }) => e.number)
  expect(await find(p.amina, 'type=reflective-log')).toEqual([number])
  expect(await find(p.ben, `learnerId=${p.amina.personId}&search=${encodeURIComponent('100% of')}`)).toEqual([number])
  expect(await find(p.amina, 'search=%25%25')).toEqual([])
  expect(await find(p.amina, 'state=draft&waitingFor=assessor')).toEqual([])
  expect(await find(p.amina, 'state=draft&waitingFor=me')).toContain(number)
  expect(await find(p.ben, 'state=submitted&waitingFor=me')).toEqual([waiting.number])
  expect(await find(p.jo, '')).toEqual([])
  const numbers = await find(p.amina, 'sort=number&size=200')
  expect(numbers).toEqual(numbers.toSorted((a: number, b: number) => a - b))
  const [unit] = await p.claimable(here)
  const { units } = (await p.ben.get(`${p.at}/evidence?learnerId=${p.amina.personId}`)).body
  expect(units.map((u: { id: string }) => u.id)).toContain(unit?.unitId)
  expect(await find(p.amina, `unitId=${unit?.unitId}`)).not.toContain(number)
  await p.amina.put(`${here}/claims`, { claim: [unit].map(u => p.key(u as never)) })
  expect(await find(p.amina, `unitId=${unit?.unitId}`)).toContain(number)
  const csv = await p.amina.get(`${p.at}/evidence.csv?type=reflective-log`)
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(csv.body).toContain(`"'=A log, with 100% of the details"`)
  expect((await p.ben.get(`${p.at}/evidence?learnerId=${p.priya.personId}`)).status).toBe(404)
})

it('the index and its file say the letters of each kind [R67] [R68]', async () => {
  await p.add(p.amina, { kind: 'statement', type: 'professional-discussion' })
  const csv = (await p.amina.get(`${p.at}/evidence.csv?type=professional-discussion`)).body as string
  const [head = '', line = ''] = csv.split('\n')
  expect(line.split(',')[head.split(',').indexOf('abbreviation')]).toBe('PD')
})
