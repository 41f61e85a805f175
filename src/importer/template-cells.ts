/** The rows of a table by column, so that a cell is asked for by its name. */

import {
  columnOfHeading,
  headingOfColumn,
  type TemplateColumn,
  type TemplateRow,
} from '#domain/qualifications/template.ts'
import type { Note } from './draft.ts'

/** A row as a file has it; `line` is the line of the text or the row of the sheet, counted from 1. */
export type Row = { line: number; cells: string[] }
/** Only cells that hold something. */
export type TableRow = { line: number; cells: TemplateRow }

/** Every row that holds anything. Headings we do not know, and cells beyond the headings, are reported. */
export function cellsOf(headings: Row, rows: Row[], note: Note): TableRow[] {
  const columns = headings.cells.map(columnOfHeading)
  columns.forEach((column, at) => {
    const heading = headings.cells[at]?.trim()
    if (column === null && heading)
      report(
        note,
        'warning',
        headings,
        `The heading “${heading}” is none of the template’s, so its column was not read. Correct the heading if it matters.`,
      )
    if (column !== null && columns.indexOf(column) < at)
      report(
        note,
        'error',
        headings,
        `The heading “${headingOfColumn(column)}” stands twice, and the second was not read. Remove one.`,
      )
  })
  return rows.flatMap(row => {
    if (row.cells.every(cell => cell.trim() === '')) return []
    const beyond = row.cells.slice(columns.length).filter(cell => cell.trim() !== '')
    if (beyond.length > 0)
      report(
        note,
        'error',
        row,
        `“${beyond[0]?.trim()}” stands in no column: text with commas in it needs quotation marks around it. Check every cell of this row.`,
      )
    const cells = columns.flatMap((column, at): [TemplateColumn, string][] => {
      const text = (row.cells[at] ?? '').trim()
      return column === null || text === '' || columns.indexOf(column) < at ? [] : [[column, text]]
    })
    return cells.length === 0 ? [] : [{ line: row.line, cells: Object.fromEntries(cells) as TemplateRow }]
  })
}

function report(note: Note, severity: 'warning' | 'error', { line }: Row, message: string): void {
  note({ severity, code: 'template-columns', line, message: `Row ${line}: ${message}` })
}

/** A line of the report that says where the fault stands and what to write there. */
export function mend(
  note: Note,
  row: TableRow,
  column: TemplateColumn,
  message: string,
  unit: string | null = null,
  criterion: string | null = null,
): void {
  const where = `Column “${headingOfColumn(column)}”, row ${row.line}`
  note({
    severity: 'error',
    code: 'template-row',
    unit,
    criterion: criterion || null,
    line: row.line,
    message: `${where}: ${message}`,
  })
}
