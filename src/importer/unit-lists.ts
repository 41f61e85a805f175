/** Lists of units, as a qualification's structure prints them: one row for each unit, whatever is left of the table. */

import { amountIn, isAmount } from './amounts.ts'
import { plainNumber, titled } from './headings.ts'
import { labelsWithValues } from './labels.ts'
import type { Line } from './line.ts'
import { unitNumberIn, withoutUnitNumber } from './numbers.ts'
import { type Field, fieldNamed } from './vocabulary.ts'

export type ListedUnit = {
  line: number
  number: string | null
  reference: string | null
  title: string
  level: number | null
  credit: number | null
  glh: number | null
  mandatory: boolean | null
  elements: Element[]
}

/** An element of a unit, where a structure names the elements too (R17). */
export type Element = { number: string; title: string; line: number }

/** The columns of a list, left to right, as far as their heads name something we read. */
export type Columns = Field[]

/** Reads a line as the head of a list of units: at least three cells, or words, that all name a column. */
export function columnsOf(line: Line): Columns | null {
  const cells = line.cells.filter(cell => cell !== '')
  if (cells.length >= 3) {
    return columnsIn(cells)
  }
  return cells.length === 1 ? columnsInWords(cells[0] ?? '') : null
}

/** Some heads may be an organisation's own words, but most must be known, and one must say which unit a row is about. */
function columnsIn(cells: string[]): Columns | null {
  const named = cells.map(fieldNamed)
  const known = named.filter(field => field !== null && field !== 'other')
  const isList = known.includes('title') || known.includes('reference')
  const isHead = cells.every((cell, at) => named[at] !== null || /^[\p{L}&/().’' -]{2,40}$/u.test(cell))
  return named.every(field => field !== null) ||
    (isList && isHead && known.length > 2 && known.length > cells.length / 2)
    ? named.map(field => field ?? 'other')
    : null
}

const columnWord =
  /^(?:unit (?:reference|accreditation) (?:number|no\.?)|unit (?:title|name|number|no\.?|code|reference|level|credits?)|guided learning hours?|credit value|credits?|accreditation number|scqf level|level|glh|urn|uan|title|reference|ref\.?|unit|no\.?)(?=\s|$)\s*/i

function columnsInWords(text: string): Columns | null {
  const fields: Columns = []
  let rest = text
  while (rest !== '') {
    const found = columnWord.exec(rest)
    if (!found) return null
    fields.push(fieldNamed(found[0].trim()) ?? 'other')
    rest = rest.slice(found[0].length)
  }
  return fields.length >= 3 ? fields : null
}

/** Reads a line as a row of a list, with cells or with its values run together; null where it is none. */
export function rowOf(line: Line, columns: Columns | null): ListedUnit | null {
  const cells = line.cells.filter(cell => cell !== '')
  if (labelsWithValues(cells.join(' ')) !== null) return null
  const reference = cells.map(unitNumberIn).find(found => found !== null) ?? null
  const values = cells.length > 1 ? cells : valuesIn(cells[0] ?? '')
  const words = values.filter(value => /\p{L}{2}/u.test(withoutUnitNumber(value)) && !isAmount(value) && !isCode(value))
  const [first] = words
  if (first === undefined || words.length > 2 || line.pieces.some(piece => piece.text.length > 200)) return null
  const amounts = amountsOf(values, first, columns)
  if (amounts === null || (reference === null && columns === null)) return null
  const number = numberOf(values, columns)
  if (reference === null && number === null) return null
  const { title, mandatory } = titled(withoutUnitNumber(first))
  return {
    line: line.number,
    number,
    reference,
    title,
    ...amounts,
    mandatory: mandatory ?? (words[1] ? titled(`x ${words[1]}`).mandatory : null),
    elements: [],
  }
}

/** The unit's local number: in its own column where the row is whole, else at the start. */
function numberOf(values: string[], columns: Columns | null): string | null {
  const whole = columns !== null && columns.length === values.length
  const own = whole ? [values[columns.indexOf('reference')], values[columns.indexOf('number')]] : []
  const found = [...own, values[0]].find(value => value !== undefined && isLocalNumber(value))
  return found === undefined ? null : plainNumber(found.replace(/^unit\s*/i, ''))
}

/** Cuts "A/506/2130 Mend nets 2 5 27" into its values. */
function valuesIn(text: string): string[] {
  const reference = unitNumberIn(text)
  if (reference === null) return [text]
  const tokens = withoutUnitNumber(text).split(' ')
  const number = isLocalNumber(tokens[0] ?? '') && tokens.length > 2 ? tokens.splice(0, 1) : []
  const amountsAtEnd: string[] = []
  while (tokens.length > 1 && isAmount(tokens.at(-1) ?? '')) amountsAtEnd.unshift(tokens.pop() as string)
  return [...number, tokens.join(' ').replace(/^unit\s+/i, ''), reference, ...amountsAtEnd]
}

/** "FX11 04": capitals and figures that another organisation knows the unit by. */
function isCode(value: string): boolean {
  return /^(?=.*\d)[A-Z][A-Z0-9]*(?: \d{1,3})?$/.test(value)
}

function isLocalNumber(value: string): boolean {
  return /^(?:unit\s*)?(?:[A-Z]{0,8} ?\d{1,5}[A-Za-z]?(?: \d{2})?)[.:)]?$/i.test(value)
}

type Amounts = Pick<ListedUnit, 'level' | 'credit' | 'glh'>

// Where the row is whole its columns say what each number is; else the heads' order does, or the usual one.
function amountsOf(values: string[], title: string, columns: Columns | null): Amounts | null {
  const whole = columns !== null && columns.length === values.length
  const after = whole ? values : values.slice(values.indexOf(title) + 1).filter(isAmount)
  const named = columns?.filter(field => whole || isNumeric(field)) ?? []
  const order = named.length > 0 ? named : ['level', 'credit', 'glh']
  const value = (field: Field) => amountIn(after[order.indexOf(field)])
  const amounts = { level: value('level'), credit: value('credit'), glh: value('glh') }
  return Object.values(amounts).some(amount => amount !== null) ? amounts : null
}

function isNumeric(field: Field): boolean {
  return field === 'level' || field === 'credit' || field === 'glh' || field === 'other'
}
