/** The text of a document as lines, table cells and pieces, without what word processors leave behind. */

import { clean } from './cleaning.ts'
import type { Line, Piece } from './line.ts'
import { isMarkAlone, joinMarks } from './marks-alone.ts'

/** Takes the text of a whole document apart. Blank lines are dropped, but the lines after them say so. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  const printed = wholeRows(
    text
      .replace(invisible, '')
      .replace(hardSpaces, ' ')
      .replace(ligature, letters)
      .split(/\r\n|\r|\n/),
  )
  for (const [index, raw] of printed.entries()) {
    const line = lineOf(raw, index + 1, afterBlank)
    if (line.pieces.length > 0) lines.push(line)
    afterBlank = line.pieces.length === 0 || isDivider(raw)
  }
  return joinMarks(lines)
}

function lineOf(raw: string, number: number, afterBlank: boolean): Line {
  const cells = cellsOf(raw).map(cell => cell.map(part => clean(part)))
  const filled = cells.filter(cell => cell.some(part => part.text !== '')).length
  const pieces = cells.flatMap((cell, column) =>
    cell.map(part => ({ line: number, row: number, column, until: column, tabular: filled > 1, ...part, afterBlank })),
  )
  return {
    number,
    afterBlank,
    cells: cells.map(cell =>
      cell
        .map(part => part.text)
        .filter(part => part !== '')
        .join(' '),
    ),
    pieces: joinNumbersToText(pieces.filter(piece => piece.text !== '')),
  }
}

// Where a word may be cut, and what joins nothing. A cut at the end of a line is left for whoever joins the lines.
const ligature = /[\uFB00-\uFB06]/g
const letters = (sign: string) => sign.normalize('NFKC')
const hardSpaces = /[\u00A0\u2007\u202F]/g
const invisible = /\u00AD(?!\s)|[\u200B-\u200D\u2060\uFEFF]/g

/** As many lines as one row of a table may be written over. */
const mostOfRow = 80

/** A row of an HTML table that is written over several lines, on the first of them; the others are left empty. */
function wholeRows(lines: string[]): string[] {
  const whole = [...lines]
  for (let at = 0; at < whole.length; at++) {
    if (!isOpenRow(whole[at] as string)) continue
    const end = whole.slice(at + 1, at + mostOfRow).findIndex(line => /<\/tr\s*>/i.test(line))
    if (end < 0) continue
    whole[at] = whole.slice(at, at + end + 2).join(' ')
    whole.fill('', at + 1, at + end + 2)
  }
  return whole
}

function isOpenRow(line: string): boolean {
  if (!line.includes('<tr') && !line.includes('<TR')) return false
  const opened = Math.max(line.lastIndexOf('<tr'), line.lastIndexOf('<TR'))
  return !/<\/tr\s*>/i.test(line.slice(opened))
}

/** Cells are told apart by tabs or, in Markdown tables, by bars; paragraphs within a cell by their tags. */
function cellsOf(raw: string): string[][] {
  if (isDivider(raw)) return []
  const marked = raw
    .replace(/<li\b[^<>]*>\s*(?:<p\b[^<>]*>)?/gi, '\u0001• ')
    .replace(/<\/t[dh]\s*>\s*<t[dh]\b[^<>]*>/gi, '\t')
    .replace(/<\/?t[dh]\b[^<>]*>/gi, '\u0001')
    .replace(/<\/?(?:p|br|li|tr|div|ul|ol|table|tbody|thead|h[1-6])\b[^<>]*>/gi, '\u0001')
  const cells = /^\s*\|.*\|\s*$/.test(marked) ? marked.trim().slice(1, -1).split('|') : marked.split('\t')
  return joinSigns(cells).map(cell => unrolled(cell).split('\u0001'))
}

const sign = /^\s*(?:[•·●○▪■□◦◆◇♦❖‣►▶➔➢✓✔\uF000-\uF0FF]|\(?(?:[a-z]|[ivx]{2,4})[.)])\s*$/u
const plainSign = /^\s*(?:[-–−*o])\s*$/

/** A bullet or a letter that has a cell to itself goes back before the words in the next. */
function joinSigns(cells: string[]): string[] {
  if (!cells.some(cell => sign.test(cell) || plainSign.test(cell))) return cells
  const joined = [...cells]
  let isFirst = true
  for (let at = 0; at < joined.length - 1; at++) {
    const [cell = '', next = ''] = [joined[at], joined[at + 1]]
    const isSign = sign.test(cell) || (isFirst && plainSign.test(cell))
    if (!isSign || !/\p{L}/u.test(next)) {
      isFirst &&= cell.trim() === ''
      continue
    }
    joined[at + 1] = `${cell.trim()} ${next.trim()}`
    joined[at] = ''
  }
  return joined
}

/** Longer than any paragraph that has headings in it by chance. */
const longCell = 300
const landmark =
  /\s(?=(?:Unit|UNIT)\s+\d{1,4}[A-Za-z]?:?\s+\p{Lu}\p{L}|(?:UAN|URN|Level|Credit value|Credits|GLH|Guided learning hours|Aims?|Unit aims?|Range|Evidence requirements|Indicative content|Guidance)\s*:|Learning outcomes?\s+(?:The learner will|\d|[A-Z]{2})|Assessment criteria\s+(?:The learner can|\d)|LO\s?\d{1,2}\b)/gu

/** A whole page on one line, with its headings among its words: cut before each of them. */
function unrolled(cell: string): string {
  if (cell.length < longCell || (cell.match(landmark)?.length ?? 0) < 3) return cell
  return cell.replace(landmark, '\u0001')
}

function isDivider(raw: string): boolean {
  return /^[\s|:\-–—=_*+]+$/.test(raw) && /[-–—=_*]{2}/.test(raw)
}

/** "1.1" in one cell and its words in the next are one thing, split by a table. */
function joinNumbersToText(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const previous = joined.at(-1)
    const carried = previous && previous.column < piece.column ? carriedOver(previous.text, piece.text) : null
    if (carried) joined.splice(-1, 1, { ...(previous as Piece), text: carried[0] }, { ...piece, text: carried[1] })
    else if (previous && previous.column < piece.column && isSplit(previous.text, piece.text, joined.length === 1))
      joined[joined.length - 1] = { ...previous, until: piece.column, text: `${previous.text} ${piece.text}` }
    else joined.push(piece)
  }
  return joined
}

/** A number at the end of a cell that numbers the words of the next: "…the hazards. 1.3" and "Avoid risk". */
function carriedOver(text: string, next: string): [string, string] | null {
  const found = /^(\d{1,2}\.(\d{1,2})\b.*\S)\s+(\d{1,2}\.(\d{1,2}))$/.exec(text)
  if (!found?.[1] || !found[3] || Number(found[4]) !== Number(found[2]) + 1 || !/^\p{L}{2}/u.test(next)) return null
  return [found[1], `${found[3]} ${next}`]
}

// A whole number is joined only at the start of a row: further on it is a level, a credit or a page.
function isSplit(mark: string, words: string, first: boolean): boolean {
  // A tab within a sentence ends no cell.
  if (first && /^\d{1,2}\.\d{1,2}[.)]?\s+\S+$/.test(mark) && /^\p{Ll}/u.test(words) && !isMarkAlone(words)) return true
  return isMarkAlone(mark) && !isMarkAlone(words) && (first || !/^\d+$/.test(mark))
}
