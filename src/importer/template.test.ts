import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { templateRows } from '#domain/qualifications/template.ts'
import { templateExample } from '#domain/qualifications/template-example.ts'
import { templateCsv, templateWorkbook } from '#server/qualifications/template-files.ts'
import { importDocument } from './import-document.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function read(file: string | Uint8Array): Promise<Specification> {
  const outcome = await importDocument(typeof file === 'string' ? utf8(file) : file, 'units.csv')
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.specification
}

const headings =
  'unit reference,unit number,unit title,level,credit,outcome number,outcome title,criterion number,criterion text'
const table = (...rows: string[]) => [headings, ...rows].join('\n')
const messages = (specification: Specification) => specification.report.map(({ line, message }) => [line, message])
const numbers = ({ units }: Specification) =>
  units.map(unit => unit.outcomes.map(outcome => outcome.criteria.map(criterion => criterion.number)))

describe('what the template holds comes back as it went out', () => {
  it.each([
    ['the sample centre’s two qualifications, which share units', sampleSpecification],
    ['the example that the template is handed out with', templateExample],
  ])('%s, as text and as a workbook [R21]', async (_what, specification) => {
    const rows = templateRows(specification)
    expect(templateRows(await read(templateCsv(specification)))).toEqual(rows)
    expect(templateRows(await read(await templateWorkbook(specification)))).toEqual(rows)
  })

  it('any specification, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(anySpecification, async specification => {
        expect(templateRows(await read(templateCsv(specification)))).toEqual(templateRows(specification))
      }),
      { numRuns: 150 },
    )
  })

  it('the example has nothing to complain about but rules nobody has confirmed', async () => {
    const { report, qualifications } = await read(templateCsv(templateExample))
    expect(report).toEqual([])
    expect(qualifications[0]?.rules).toEqual([{ require: ['A/298/0011'] }, { credits: { min: 5 } }])
  })
})

it('empty cells mean the qualification and the unit of the row above', async () => {
  const specification = await read(
    [
      'Qualification Title;Unit Reference;Unit Title;Mandatory;Outcome;Criterion;Criterion text',
      'Award in Lamps;A/298/0011;Keep the lamp;yes;Understand lamps;1.1;Explain the lamp',
      ';;;;;1.2;Describe the glass',
      ';;;;Be able to wind;2.1;Wind the clock; ',
      ';F/298/0012;Keep the log;no;;1.1;Record the weather',
      'Award in Logs;F/298/0012;;yes;;;',
    ].join('\r\n'),
  )
  expect(specification.qualifications.map(q => [q.title, q.units])).toEqual([
    [
      'Award in Lamps',
      [
        { unit: 'A/298/0011', group: null, theme: null, mandatory: true },
        { unit: 'F/298/0012', group: null, theme: null, mandatory: false },
      ],
    ],
    ['Award in Logs', [{ unit: 'F/298/0012', group: null, theme: null, mandatory: true }]],
  ])
  expect(numbers(specification)).toEqual([[['1.1', '1.2'], ['2.1']], [['1.1']]])
  expect(specification.report.filter(line => line.severity === 'error')).toEqual([])
})

describe('a spreadsheet’s habits', () => {
  const ten = Array.from({ length: 11 }, (_, at) => `,1,Lamps,2,3,1,Know lamps,1.${at + 1},Explain lamp ${at + 1}`)
  it('1.10 turned into 1.1 is put right where the rows around leave no doubt, with a warning [R18]', async () => {
    const specification = await read(table(...ten.map(row => row.replace(',1.10,', ',1.1,'))))
    expect(numbers(specification)[0]?.[0]?.slice(8)).toEqual(['1.9', '1.10', '1.11'])
    expect(specification.report).toMatchObject([
      { severity: 'warning', line: 11, criterion: '1.10', message: expect.stringMatching(/dropped the last nought/) },
    ])
  })

  it('a number made into a date is put right where its outcome tells, and reported where not', async () => {
    const specification = await read(
      table(',1,Lamps,,,1,Know,1.1,Explain one', ',,,,,1,,01-Feb,Explain two', ',,,,,1,,03-May,Explain three'),
    )
    expect(numbers(specification)).toEqual([[['1.1', '1.2', '03-May']]])
    expect(specification.report.slice(0, 2)).toMatchObject([
      { severity: 'warning', line: 3, message: expect.stringMatching(/1\.2 was taken/) },
      { severity: 'error', line: 4, message: expect.stringMatching(/made a date.*Keep the column as text/) },
    ])
  })

  it.each([
    ['semicolons and a byte order mark', (text: string) => utf8(`\uFEFF${text.replaceAll(',', ';')}`)],
    ['a note of the separator above', (text: string) => utf8(`sep=\t\n${text.replaceAll(',', '\t')}`)],
    ['a title above the headings', (text: string) => utf8(`Our units,,,\n\n${text}`)],
    ['UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['what Windows wrote before UTF-8', (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))],
    ['decimal commas in quotes', (text: string) => utf8(text.replace(/,(1)\.(\d+),/g, ',"$1,$2",'))],
  ])('%s', async (_what, written) => {
    const specification = await read(written(table(...ten, ',2,Café lamps,2,3,1,Know cafés,1.1,Explain a café')))
    expect(specification.units.map(unit => [unit.title, unit.level, unit.credit])).toEqual([
      ['Lamps', 2, 3],
      ['Café lamps', 2, 3],
    ])
    expect(numbers(specification)[0]?.[0]).toHaveLength(11)
    expect(specification.report).toEqual([])
  })

  it('numbers and dates in a workbook’s cells', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('Mine')
    sheet.addRow(['Our units for next year'])
    sheet.addRow(headings.split(','))
    sheet.addRow(['', 1, 'Lamps', 2, 3, 1, 'Know lamps', 1.1, { richText: [{ text: 'Explain ' }, { text: 'lamps' }] }])
    sheet.addRow(['', 1, 'Lamps', 2, 3, 1, 'Know lamps', new Date('2026-02-01T00:00:00Z'), 'Describe glass'])
    sheet.addRow(['', 1, 'Lamps', 2, 3, 1, 'Know lamps', 1.3, { formula: 'A1', result: 'List the parts' }])
    const specification = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(numbers(specification)).toEqual([[['1.1', '1.2', '1.3']]])
    expect(specification.units[0]?.outcomes[0]?.criteria.map(c => c.text)).toEqual([
      'Explain lamps',
      'Describe glass',
      'List the parts',
    ])
    expect(specification.report.map(line => line.line)).toEqual([4])
  })
})

describe('every faulty row is named with its line, its column and what to write there [R22]', () => {
  it('and what the row does hold is kept', async () => {
    const specification = await read(
      table(
        ',,,,,,,1.1,A criterion of no unit',
        ',1,Lamps,two,3,1,Know lamps,1.1,Explain lamps',
        ',1,Lamps,,4,1,Know lamps,,Describe lamps',
        ',1,Lamps,,,1,Know lamps,1.1,List lamps',
        ',1,Lamps,,,1,Know lamps,1.4,',
        ',2,,,,1,Know logs,1.1,Explain, logs',
      ),
    )
    expect(messages(specification)).toEqual(
      [
        [
          2,
          'Column “unit title”, row 2: “A criterion of no unit” belongs to no unit and was left out. Write the unit in this row.',
        ],
        [3, 'Column “unit level”, row 3: “two” is no whole number. Write the number alone, for example 5.'],
        [4, 'Column “criterion number”, row 4: The criterion has no number. Write it, for example 1.1.'],
        [4, 'Column “credit”, row 4: “4” differs from “3” in a row above, and that was kept. Write the same in both.'],
        [5, 'Column “criterion number”, row 5: 1.1 stands in row 3 already. Give one of the two its own number.'],
        [6, 'Column “criterion text”, row 6: The criterion has no text. Write its exact wording.'],
        [
          7,
          'Row 7: “logs” stands in no column: text with commas in it needs quotation marks around it. Check every cell of this row.',
        ],
        [7, 'Column “unit title”, row 7: The unit has no title. Write it in its first row.'],
      ].sort((a, b) => (a[0] as number) - (b[0] as number)),
    )
    expect(numbers(specification)).toEqual([[['1.1', '', '1.1', '1.4']], [['1.1']]])
  })

  it('two units of one code are told apart, and that is said [R20]', async () => {
    const specification = await read(table(',1,Lamps,,,1,,1.1,Explain lamps', ',1,Logs,,,1,,1.1,Explain logs'))
    expect(specification.units.map(unit => unit.id)).toEqual(['1', '1 (2)'])
    expect(specification.report).toMatchObject([{ severity: 'warning', line: 3, unit: '1 (2)' }])
  })

  it('a quotation mark left open, an empty template and another spreadsheet are refused in a sentence', async () => {
    const refusal = async (file: Uint8Array) => {
      const outcome = await importDocument(file, 'x')
      return 'refusal' in outcome ? outcome.refusal : null
    }
    expect(await refusal(utf8(table(',1,"Lamps,,,1,,1.1,Explain')))).toMatch(/quotation mark is opened/)
    expect(await refusal(utf8(headings))).toMatch(/left empty/)
    const workbook = new exceljs.Workbook()
    workbook.addWorksheet('Sales').addRow(['Month', 'Sum'])
    expect(await refusal(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatch(/not our template/)
  })
})

it('twenty thousand rows are twenty thousand criteria', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => {
    const [unit, outcome, criterion] = [Math.floor(n / 40), Math.floor((n % 40) / 8) + 1, (n % 8) + 1]
    return `,${unit},Unit ${unit},2,3,${outcome},Know ${outcome},${outcome}.${criterion},Explain thing ${n}`
  })
  const criteria = numbers(await read(table(...rows)))
  expect(criteria).toHaveLength(500)
  expect(criteria.flat(2)).toHaveLength(20_000)
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcXYZ \n",;\t=+-@’é•123'), minLength: 1, maxLength: 20 })
  .map(text => `w${text}`.trim())
const text = fc.oneof(word, fc.constantFrom('=SUM(A1)', '-1', "'=x", '@home', '“quoted”', 'a\r\nb'))
const maybe = fc.option(text, { nil: null })
const amounts = fc.option(fc.nat(9999), { nil: null })
const unitContent = fc.record({
  title: text,
  number: maybe,
  level: amounts,
  credit: amounts,
  glh: amounts,
  outcomes: fc.array(
    fc.record({
      kind: fc.constantFrom('learning-outcome' as const, 'element' as const, 'knowledge' as const),
      title: maybe,
      criteria: fc.array(
        fc.record({
          kind: fc.constantFrom('knowledge' as const, 'performance' as const, null),
          text,
          parts: fc.array(text, { maxLength: 3 }),
        }),
        { maxLength: 12 },
      ),
    }),
    { maxLength: 3 },
  ),
})
const anySpecification = fc
  .record({
    units: fc.array(unitContent, { minLength: 1, maxLength: 5 }),
    shares: fc.array(fc.nat(4), { maxLength: 8 }),
  })
  .map(({ units, shares }): Specification => {
    const made = units.map((unit, at) => ({
      ...templateExample.units[0],
      ...unit,
      ...{ id: `T/298/${1000 + at}`, reference: `T/298/${1000 + at}` },
      outcomes: unit.outcomes.map((outcome, o) => ({
        ...outcome,
        number: `${o + 1}`,
        criteria: outcome.criteria.map((criterion, c) => ({
          ...{ ...criterion, number: `${o + 1}.${c + 1}`, verb: null, plural: false },
          parts: criterion.parts.map((part, p) => ({ code: p === 2 ? '' : 'ab'.charAt(p), text: part })),
        })),
      })),
    })) as Specification['units']
    const of = (which: number[]) => [...new Set(which.map(n => n % made.length))]
    const places = (which: number[]) =>
      of(which).map(n => ({
        unit: (made[n] as { id: string }).id,
        group: n % 2 ? 'A' : null,
        theme: n > 2 ? 'T' : null,
        mandatory: n === 0,
      }))
    const [example] = templateExample.qualifications as [Specification['qualifications'][number]]
    const qualifications = [shares.slice(0, 4), shares.slice(4)].map((which, at) => ({
      ...example,
      ...{ title: `Award ${at}`, number: at === 0 ? null : example.number, units: places(which) },
    }))
    return { ...templateExample, units: made, qualifications: qualifications.filter(q => q.units.length > 0) }
  })
