import { stringify } from 'csv-stringify/sync'
import type { Specification } from '#domain/qualifications/specification.ts'
import {
  headingOfColumn,
  type TemplateColumn,
  type TemplateRow,
  templateColumnNames,
  templateColumns,
  templateRows,
} from '#domain/qualifications/template.ts'

/** The template with a specification in it, as a spreadsheet reads it by a double click. */
export function templateCsv(specification: Specification): string {
  const rows = templateRows(specification).map(row => cellsOf(row).map(guarded))
  return stringify([templateColumnNames.map(headingOfColumn), ...rows], { bom: true, record_delimiter: 'windows' })
}

/** The same as a workbook: every cell is text, so that 1.10 stays 1.10, and a second sheet says what to write where. */
export async function templateWorkbook(specification: Specification): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Units', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = templateColumnNames.map(column => ({
    header: headingOfColumn(column),
    key: column,
    width: wide[column] ?? 14,
    style: { numFmt: '@', alignment: { vertical: 'top' as const, wrapText: column in wide } },
  }))
  sheet.getRow(1).font = { bold: true }
  for (const row of templateRows(specification)) sheet.addRow(row)
  const help = workbook.addWorksheet('How to fill this in')
  help.columns = [
    { header: 'heading', width: 24 },
    { header: 'what to write there', width: 100 },
  ]
  help.getRow(1).font = { bold: true }
  for (const column of templateColumnNames) help.addRow([headingOfColumn(column), templateColumns[column][2]])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const wide: Partial<Record<TemplateColumn, number>> = {
  qualificationTitle: 36,
  rules: 30,
  unitTitle: 36,
  outcomeTitle: 36,
  criterionText: 60,
}

const cellsOf = (row: TemplateRow) => templateColumnNames.map(column => row[column] ?? '')

/** Text that a spreadsheet would run as a formula gets an apostrophe, which reading takes away again. */
const guarded = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
