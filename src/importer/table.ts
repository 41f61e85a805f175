/** Gets the rows out of a table: text with commas, semicolons or tabs between the cells, or a workbook. */

import { type CsvError, type Info, parse } from 'csv-parse/sync'
import type { Refused } from './read-specification.ts'
import { isTemplateHeading } from './template.ts'
import type { Row } from './template-cells.ts'
import { isAsDeclared, unzippedSize } from './zip.ts'

const mostRows = 100_000
const mostColumns = 100
/** Rows that may stand above the headings. */
const mostAbove = 20
const mostUnzipped = 50_000_000

/** `text` shows each row on its own line, as the report counts them. */
export type Table = { headings: Row; rows: Row[]; text: string }

/** The rows of a text that has the template's headings near its start; null for any other text. */
export function textTable(text: string): Table | Refused | null {
  const { delimiter, skipped, body } = delimiterOf(text)
  if (delimiter === null) return null
  try {
    const parsed = parse(body, { delimiter, relax_column_count: true, relax_quotes: true, info: true, to: mostRows })
    let line = skipped + 1
    const rows = (parsed as unknown as { record: string[]; info: Info }[]).map(({ record, info }) => {
      const row = { line, cells: record.map(unguarded) }
      line = skipped + info.lines + 1
      return row
    })
    const at = rows.findIndex(row => isTemplateHeading(row.cells))
    return at < 0 ? null : { headings: rows[at] as Row, rows: rows.slice(at + 1), text }
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number }
    if (!code?.startsWith('CSV_')) throw error
    return {
      refusal: `A quotation mark is opened near line ${skipped + (lines ?? 1)} and never closed, so the rows cannot be told apart.`,
    }
  }
}

/** A file for spreadsheets guards text that would be run as a formula with an apostrophe, which is no part of it. */
const unguarded = (text: string) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** By the headings, which may stand below a title or two; "sep=;" above them is a spreadsheet's own note. */
function delimiterOf(text: string): { delimiter: string | null; skipped: number; body: string } {
  const note = /^\uFEFF?sep=(.)(\r\n|\r|\n)/.exec(text)
  const [skipped, body] = note ? [1, text.slice(note[0].length)] : [0, text]
  const lines = body.slice(0, 20_000).split(/\r\n|\r|\n/, mostAbove)
  const cells = (line: string, delimiter: string) =>
    line.split(delimiter).map(cell => cell.trim().replace(/^\uFEFF?"|"$/g, ''))
  const delimiter = [',', ';', '\t'].find(one => lines.some(line => isTemplateHeading(cells(line, one)))) ?? null
  return { delimiter, skipped, body }
}

/** The rows of the first sheet of a workbook that has the template's headings; null for a file that is no workbook. */
export async function workbookTable(bytes: Uint8Array): Promise<Table | Refused | null> {
  const zip = unzippedSize(bytes)
  if (!zip?.names.some(name => name.startsWith('xl/'))) return null
  if (zip.size > mostUnzipped || !isAsDeclared(bytes))
    return { refusal: 'This spreadsheet is too large once it is unpacked, so it was not read.' }
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    await workbook.xlsx.load(bytes as never)
  } catch {
    return { refusal: 'This spreadsheet is damaged. Open it, save it again, and try once more.' }
  }
  for (const sheet of workbook.worksheets) {
    if (sheet.rowCount > mostRows) return { refusal: 'This spreadsheet has more rows than any specification.' }
    const rows: Row[] = []
    sheet.eachRow((row, line) => {
      const cells = Array.from({ length: Math.min(row.cellCount, mostColumns) }, (_, at) =>
        keepable(cellText(row.getCell(at + 1))),
      )
      rows.push({ line, cells })
    })
    const at = rows.slice(0, mostAbove).findIndex(row => isTemplateHeading(row.cells))
    const headings = rows[at]
    if (headings) return { headings, rows: rows.slice(at + 1), text: linesOf(rows) }
  }
  return {
    refusal:
      'This is a spreadsheet, but not our template: no row has the headings “unit title”, “criterion number” and “criterion text”. Download the template from the import page, or save the document itself as DOCX or PDF.',
  }
}

/** What no database keeps: NUL and half a character. */
const keepable = (text: string) => text.toWellFormed().replaceAll('\0', ' ')

type Cell = { value: unknown; numFmt?: string }

function cellText({ value, numFmt }: Cell): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') {
    const decimals = /^0\.(0+)$/.exec(numFmt ?? '')?.[1]?.length
    return decimals === undefined ? String(value) : value.toFixed(decimals)
  }
  if (typeof value !== 'object') return String(value)
  const rich = value as { richText?: { text: string }[]; text?: unknown; result?: unknown }
  if (rich.richText) return rich.richText.map(run => run.text).join('')
  if ('text' in rich) return cellText({ value: rich.text })
  return 'result' in rich ? cellText({ value: rich.result, numFmt }) : ''
}

function linesOf(rows: Row[]): string {
  const lines: string[] = []
  for (const { line, cells } of rows) lines[line - 1] = cells.map(cell => cell.replace(/\s+/g, ' ')).join('\t')
  return Array.from(lines, line => line ?? '').join('\n')
}
