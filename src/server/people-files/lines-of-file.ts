import { type CsvError, type Info, parse } from 'csv-parse/sync'
import { type Column, columnOf } from '#domain/people-files/columns.ts'
import { type Cells, type Fault, type FileLine, readLine } from '#domain/people-files/line.ts'

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'
export type ReadFile = { encoding: Encoding; lines: FileLine[]; faults: Fault[] }

/** More than any centre has learners; each line becomes rows and events in one transaction. */
export const mostLines = 20_000

/**
 * From bytes to lines. Spreadsheets save with commas, semicolons or tabs, in UTF-8 or in what Windows had before. Runs in a
 * reader process.
 */
export default function linesOfFile({ bytes }: { bytes: Uint8Array }): ReadFile {
  const { text, encoding } = decode(bytes)
  const faults: Fault[] = []
  const records = recordsOf(text, faults)
  const headings = records.shift()
  const known = headings ? headingsOf(headings.cells, faults) : []
  if (records.length > mostLines) {
    faults.push(fault(mostLines + 2, null, 'people-files/too-many-lines', { most: mostLines }))
    records.length = mostLines
  }
  if (records.every(r => isBlank(r.cells))) faults.push(fault(1, null, 'people-files/no-lines'))
  const lines: FileLine[] = []
  if (known.includes('e-mail'))
    for (const { line, cells } of records) {
      if (isBlank(cells)) continue
      // Nearly always a comma inside a name that stands without quotes: every cell after it would be misread.
      if (cells.slice(known.length).some(c => c.trim())) {
        faults.push(fault(line, null, 'people-files/too-many-cells', { cells: cells.length, columns: known.length }))
        continue
      }
      const { read, faults: own } = readLine(line, cellsOf(known, cells))
      lines.push(read)
      faults.push(...own)
    }
  return { encoding, lines, faults }
}

function headingsOf(headings: string[], faults: Fault[]): (Column | null)[] {
  const known = headings.map(columnOf)
  headings.forEach((heading, at) => {
    if (known[at] === null && heading.trim()) faults.push(fault(1, null, 'people-files/unknown-column', { heading }))
    if (known[at] && known.indexOf(known[at]) < at)
      faults.push(fault(1, known[at], 'people-files/column-twice', { heading }))
  })
  if (!known.includes('e-mail')) faults.push(fault(1, 'e-mail', 'people-files/column-missing', { heading: 'e-mail' }))
  return known
}

const cellsOf = (known: (Column | null)[], cells: string[]): Cells =>
  Object.fromEntries(known.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])))

function recordsOf(text: string, faults: Fault[]): { line: number; cells: string[] }[] {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      // The headings, and one line more than are taken.
      to: mostLines + 2,
    })
    let line = 1
    return (parsed as unknown as { record: string[]; info: Info }[]).map(({ record, info }) => {
      const at = { line, cells: record }
      line = info.lines + 1
      return at
    })
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number }
    if (!code?.startsWith('CSV_')) throw error
    faults.push(fault(lines ?? 1, null, 'people-files/quote-open'))
    return []
  }
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

function delimiterOf(text: string): string {
  const headings = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const count = (d: string) => headings.split(d).length
  return [',', ';', '\t'].reduce((best, d) => (count(d) > count(best) ? d : best))
}

const isBlank = (cells: string[]) => cells.every(c => c.trim() === '')

const fault = (line: number, column: Column | null, code: Fault['code'], details = {}): Fault => ({
  line,
  column,
  code,
  details,
})
