/** Lists of units whose tables have come apart: one cell a line, rows told apart only by the form of their cells. */

import { amountIn } from './amounts.ts'
import { plainNumber, titled } from './headings.ts'
import type { Line } from './line.ts'
import { unitNumberIn, withoutUnitNumber } from './numbers.ts'
import type { Columns, Element, ListedUnit } from './unit-lists.ts'
import { fieldNamed } from './vocabulary.ts'

const code = /^[A-Z]{1,3}\d{1,3}$/
const elementCode = /^[A-Z]{1,3}\d{1,3}\.\d{1,2}$/

/** The heads of columns on consecutive lines, at least three of them, from the line given on; null where there are none. */
export function flatHead(lines: Line[], from: number): Columns | null {
  const columns: Columns = []
  for (let at = from; at < from + 9; at++) {
    const line = lines[at]
    if (!line || line.pieces.length !== 1 || (at > from && line.number - (lines[at - 1]?.number ?? 0) > 2)) break
    const field = fieldNamed(line.pieces[0]?.text ?? '')
    if (field === null) break
    columns.push(field)
  }
  // "Unit" may head the number and the title at once.
  const isList = columns.includes('reference') || (columns.includes('title') && columns.includes('number'))
  return columns.length >= 3 && isList ? columns : null
}

/** Takes the cells of a list one line at a time. What has no place in a row ends the list. */
export class FlatList {
  readonly rows: ListedUnit[] = []
  private readonly numeric: Columns
  private readonly startsWithNumber: boolean
  private numbers = 0
  private isOpen = false
  private lastLine = 0
  private element: Element | null = null

  constructor(columns: Columns) {
    this.numeric = columns.filter(field => field === 'level' || field === 'credit' || field === 'glh')
    this.startsWithNumber = columns[0] === 'number'
  }

  /** Whether the line was a cell of the list. */
  take(line: Line): boolean {
    const text = line.pieces.length === 1 ? (line.pieces[0]?.text ?? '') : ''
    if (text === '' || text.length > 200) return false
    return (
      this.takeJoined(line, text) ||
      this.takeNumbered(line, text) ||
      this.takeStart(line, text) ||
      this.takeReference(text) ||
      this.takeAmount(text) ||
      this.takeElement(line, text) ||
      this.takeWords(line, text)
    )
  }

  /** A level that was taken for the number of the title after it. */
  private takeJoined(line: Line, text: string): boolean {
    const found = /^(\d{1,3})\s+(\S.*)$/.exec(text)
    if (!found?.[1] || !found[2] || !this.row || this.row.title !== '' || this.numbers >= this.numeric.length)
      return false
    return this.takeAmount(found[1]) && this.takeWords(line, found[2])
  }

  /** "2. Understand nets", where the number was taken for an outcome's. */
  private takeNumbered(line: Line, text: string): boolean {
    const found = /^(\d{1,3}\.?)\s+(\p{Lu}.*)$/u.exec(text)
    if (!found?.[1] || !found[2] || !this.startsWithNumber || !this.isComplete()) return false
    return this.takeStart(line, found[1]) && this.takeWords(line, found[2])
  }

  private get row(): ListedUnit | undefined {
    return this.rows.at(-1)
  }

  private takeStart(line: Line, text: string): boolean {
    const reference = unitNumberIn(text)
    const whole = reference !== null && withoutUnitNumber(text) === ''
    const isNumber =
      code.test(text) || (this.startsWithNumber && this.isComplete() && /^(?:unit\s*)?\d{1,3}\.?$/i.test(text))
    if (
      !isNumber &&
      !(whole && (this.row === undefined || this.row.reference !== null || this.isComplete()) && !this.startsWithNumber)
    )
      return false
    this.rows.push({
      line: line.number,
      number: isNumber ? plainNumber(text.replace(/^unit/i, '')) : null,
      reference: isNumber ? null : reference,
      title: '',
      level: null,
      credit: null,
      glh: null,
      mandatory: null,
      elements: [],
    })
    this.numbers = 0
    this.element = null
    this.isOpen = true
    return true
  }

  /** A heading within the list ends the row above it. */
  endRow(): void {
    this.isOpen = false
  }

  private isComplete(): boolean {
    return this.row === undefined || (this.row.title !== '' && this.numbers >= this.numeric.length)
  }

  private takeReference(text: string): boolean {
    const reference = unitNumberIn(text)
    if (!this.row || reference === null || this.row.reference !== null || withoutUnitNumber(text) !== '') return false
    this.row.reference = reference
    return true
  }

  private takeAmount(text: string): boolean {
    const amount = amountIn(text)
    const field = this.numeric[this.numbers]
    if (!this.row || amount === null || field === undefined) return false
    if (field === 'level' || field === 'credit' || field === 'glh') this.row[field] = amount
    this.numbers++
    return true
  }

  private takeElement(line: Line, text: string): boolean {
    if (!this.row || !elementCode.test(text)) return false
    this.element = { number: text, title: '', line: line.number }
    this.row.elements.push(this.element)
    return true
  }

  private takeWords(line: Line, text: string): boolean {
    const { row, element } = this
    if (!row || !this.isOpen || !/\p{L}{2}/u.test(text)) return false
    const told = element ? element.title : row.title
    if (told !== '' && line.number !== this.lastLine + 1) return false
    this.lastLine = line.number
    const words = told === '' ? text : `${told} ${text}`
    if (element) element.title = words
    else row.title = titled(words).title
    return true
  }
}
