import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { activeIqLevel2, bareUnit, biiabLevel3, svq2, svq3 } from '#domain/qualifications/golden-structures.ts'
import { specificationFormat } from '#domain/qualifications/specification.ts'
import { specCheck } from './spec-check.ts'

let folder = ''
const file = (name: string) => path.join(folder, name)
const source = { name: 'x', sha256: '0', awardingOrganisation: null, documentTitle: null, documentVersion: null }
const documentOf = (...golden: (typeof svq2)[]) => ({
  format: specificationFormat,
  source,
  qualifications: golden.map(({ qualification }) => qualification),
  units: [...new Map(golden.flatMap(({ units }) => units).map(unit => [unit.id, unit])).values()],
  report: [],
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spec-check-'))
  const write = (name: string, value: unknown) => writeFile(file(name), JSON.stringify(value))
  await write('active-iq.json', documentOf(activeIqLevel2))
  await write('svqs.json', documentOf(svq2, svq3))
  await write('biiab.json', documentOf(biiabLevel3))
  const twins = documentOf(activeIqLevel2)
  twins.qualifications[0]?.units.push({ unit: 'Z/999/9999', group: 'D', theme: null, mandatory: false })
  await write('twins.json', { ...twins, units: [...twins.units, bareUnit('Z/999/9999', '1', 2, 3)] })
  await write('wrong.json', { format: 'other', qualifications: 3 })
  await writeFile(file('broken.json'), '{ "format": ')
  await writeFile(file('letter.txt'), 'Dear Amina, the kettle is broken again.')
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await specCheck(args)
  const said = err.mock.calls.map(([text]) => text).join('')
  const printed = out.mock.calls.map(([text]) => text).join('')
  vi.restoreAllMocks()
  return { code, answer: printed ? JSON.parse(printed) : null, said }
}

describe('spec check', () => {
  it('prints what is short and valid selections, and exits with 1 [R36]', async () => {
    const { code, answer, said } = await run(file('active-iq.json'), '--units', '1,2,3,4,5,6,8,9,11,12,13')
    expect(code).toBe(1)
    expect(said).toBe('')
    expect(answer).toMatchObject({ valid: false, problems: [{ code: 'credits-short', short: 7 }] })
    expect(answer.suggestions).toHaveLength(3)
    for (const units of answer.suggestions)
      expect(await run(file('active-iq.json'), '--units', units.join())).toMatchObject({ code: 0 })
  })

  it('exits with 0 for a valid selection, however the units and the qualification are written [R13]', async () => {
    const units = '--units=A/506/2130, f/506/2131 ,J5062132,unit 4,L-506-1788,6,8,9,11,12,13,36'
    for (const asked of ['601/3544/X', '601_3544_x', '6013544X', 'level 2  diploma in customer SERVICE', 'level 2'])
      expect(await run(file('active-iq.json'), '--qualification', asked, units)).toMatchObject({
        code: 0,
        answer: { valid: true, problems: [], suggestions: [] },
      })
  })

  it('refuses the SVQ 3 choice that its source works through [R38]', async () => {
    const units = ['--units', 'F3,F4,A15,B10,B11,C7,D11']
    const { code, answer } = await run(file('svqs.json'), '--qualification', 'SVQ 3', ...units)
    expect(code).toBe(1)
    expect(answer.problems).toMatchObject([{ code: 'units-over', over: 1, units: ['C7', 'D11'] }])
    expect(answer.suggestions[0]).toEqual(['A15', 'B10', 'B11', 'C5', 'D11', 'F3', 'F4'])
  })

  it('refuses a unit outside the structure as a problem and not as bad input [R39]', async () => {
    const check = (unit: string) =>
      run(file('svqs.json'), '--qualification', 'SVQ 2', '--units', `F1,F2,A10,B2,C3,D2,D3,${unit}`)
    expect(await check('A1')).toMatchObject({
      code: 1,
      answer: { problems: [{ code: 'unit-unknown', units: ['A1'] }] },
    })
    expect(await check('A15')).toMatchObject({ code: 1, answer: { problems: [{ code: 'unit-not-in-structure' }] } })
  })

  it('offers no selection as valid while a rule is unknown [R41]', async () => {
    const { code, answer } = await run(file('biiab.json'), '--units', '')
    expect(code).toBe(1)
    expect(answer.problems.at(-1)).toMatchObject({ code: 'rule-unknown' })
    expect(answer.suggestions).toEqual([])
  })

  it.each([
    [[], 'Say which specification to check'],
    [['active-iq.json'], 'Say which units are chosen'],
    [['active-iq.json', 'more', '--units', '1'], '“more” is one argument too many'],
    [['active-iq.json', '--unit', '1'], "Unknown option '--unit'"],
    [['nothing.json', '--units', '1'], 'cannot be read (ENOENT)'],
    [['broken.json', '--units', '1'], 'begins like JSON and is not'],
    [['letter.txt', '--units', '1'], '.'],
    [['wrong.json', '--units', '1'], 'qualifications must be a list'],
    [['svqs.json', '--units', 'F1'], 'Say which qualification is meant, with --qualification: SVQ 2 in Customer'],
    [['svqs.json', '--units', 'F1', '--qualification', 'SVQ'], '“SVQ” may mean more than one qualification'],
    [['svqs.json', '--units', 'F1', '--qualification', '601/3544/X'], 'No qualification is numbered or called'],
    [['twins.json', '--units', '1'], '“1” may mean A/506/2130 “Invented unit 1” or Z/999/9999'],
  ])('answers %j with 2 and one sentence [R43]', async (args, sentence) => {
    const [name, ...rest] = args
    const { code, answer, said } = await run(...(name ? [file(name), ...rest] : []))
    expect({ code, answer }).toEqual({ code: 2, answer: null })
    expect(said).toContain(sentence)
    expect(said.trim()).toMatch(/^[^\n]+\.$/)
  })
})
