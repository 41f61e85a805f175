import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import { importDocument } from './import-document.ts'

const read = (text: string) => importDocument(new TextEncoder().encode(text), 'specification.json')

it('our own JSON comes back as it went out [R12]', async () => {
  expect(await read(`\uFEFF${JSON.stringify(sampleSpecification, null, 2)}`)).toMatchObject({
    specification: sampleSpecification,
  })
})

it('every fault in it is named at its place, and nothing of it is taken', async () => {
  const wrong = structuredClone(sampleSpecification) as unknown as Record<string, any>
  wrong.units[3].credit = 'five'
  wrong.qualifications[0].rules[0] = { credits: { minimum: 5 } }
  wrong.units[1].id = wrong.units[0].id
  delete wrong.source
  expect(await read(JSON.stringify(wrong))).toEqual({
    refusal: expect.stringMatching(/not as the format has it\.$/),
    faults: expect.arrayContaining(['source must be an object and is missing', 'units[3].credit must be a number']),
  })
})

it('lines of a report count a text that is gone, so they are let go and their sentences kept', async () => {
  const report = [{ severity: 'warning', code: 'x', unit: null, criterion: null, line: 9, message: 'Look here.' }]
  expect(await read(JSON.stringify({ ...sampleSpecification, report }))).toMatchObject({
    specification: { report: [{ line: null, message: 'Look here.' }] },
  })
})

it.each([
  ['a file of ours that was cut off', JSON.stringify(sampleSpecification).slice(0, 900), /cut off or mistyped/],
  ['other JSON', '{"name": "countersign", "version": "1"}', /neither a specification of ours nor a CFPackage/],
  [
    'a format to come',
    JSON.stringify({ ...sampleSpecification, format: 'countersign.specification/2' }),
    /not as the format/,
  ],
])('%s is refused in a sentence', async (_what, text, sentence) => {
  expect(await read(text)).toMatchObject({ refusal: expect.stringMatching(sentence) })
})

it('on one line it is shown on many, and what no database keeps is let go', async () => {
  const written = JSON.stringify(sampleSpecification).replace('Larkfield', 'Lark\\u0000\\ud800field')
  const outcome = await read(written)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  expect(outcome.text.split('\n').length).toBeGreaterThan(1000)
  expect(outcome.specification.source.awardingOrganisation).toBe('Lark \uFFFDfield Awards')
})
