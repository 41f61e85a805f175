/** The number of a criterion as it was typed, out of what a spreadsheet made of it. */

import type { Outcome } from '#domain/qualifications/specification.ts'
import type { Note } from './draft.ts'
import { mend, type TableRow } from './template-cells.ts'

/**
 * Spreadsheets drop the last nought of 1.10, write 1,1 where that is how decimals are written, and take 1.2 for the
 * first of February. Each is put right where the rows around leave no doubt, with a warning, and else reported. Empty
 * where the row gives no number.
 */
export function numberRead(
  row: TableRow,
  outcome: Outcome,
  lines: ReadonlyMap<string, number>,
  unit: string,
  note: Note,
): string {
  const written = row.cells.criterionNumber
  const warn = (number: string, message: string) => {
    note({
      severity: 'warning',
      code: 'template-number',
      unit,
      criterion: number,
      line: row.line,
      message: `Column “criterion number”, row ${row.line}: ${message}`,
    })
    return number
  }
  if (written === undefined) {
    mend(note, row, 'criterionNumber', 'The criterion has no number. Write it, for example 1.1.', unit)
    return ''
  }
  const date = dateIn(written)
  if (date) {
    const number = date.find(([whole]) => whole === outcome.number)?.join('.')
    if (number && !lines.has(number))
      return warn(
        number,
        `a spreadsheet has made a date of it (${written}). ${number} was taken; check it, and keep the column as text.`,
      )
    mend(
      note,
      row,
      'criterionNumber',
      `A spreadsheet has made a date of the number (${written}). Keep the column as text and write it again.`,
      unit,
    )
    return written
  }
  const number = written.replace(/^(\d+),(\d+)$/, '$1.$2').replace(/(\d)\.$/, '$1')
  const [, whole, tens] = /^(\d+)\.([1-9])$/.exec(number) ?? []
  const before = outcome.criteria.at(-1)?.number
  if (lines.has(number) && tens !== undefined && before === `${whole}.${Number(tens) * 10 - 1}`)
    return warn(
      `${number}0`,
      `${number} stands here after ${before}, so a spreadsheet has dropped the last nought. ${number}0 was taken; check it, and keep the column as text.`,
    )
  return number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What was typed where a spreadsheet shows a date: day and month either way round. */
function dateIn(text: string): [string, string][] | null {
  const both = (day: number, month: number): [string, string][] => [
    [`${day}`, `${month}`],
    [`${month}`, `${day}`],
  ]
  const worded = /^(\d{1,2})[-/. ]([a-z]{3,9})\.?(?:[-/. ]\d{2,4})?$|^([a-z]{3,9})[-/. ](\d{1,2})$/i.exec(text)
  if (worded) {
    const month = months.indexOf((worded[2] ?? worded[3] ?? '').slice(0, 3).toLowerCase()) + 1
    return month > 0 ? both(Number(worded[1] ?? worded[4]), month) : null
  }
  const iso = /^\d{4}-(\d{2})-(\d{2})(?:T|$)/.exec(text)
  if (iso) return both(Number(iso[2]), Number(iso[1]))
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{2}|\d{4})$/.exec(text)
  return slashed && /\/|\d{4}$/.test(text) ? both(Number(slashed[1]), Number(slashed[2])) : null
}
