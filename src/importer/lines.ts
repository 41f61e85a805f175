/** The text of a document as lines, table cells and pieces, without what word processors leave behind. */

import { clean } from './cleaning.ts'
import type { Line, Piece } from './line.ts'
import { isMarkAlone, joinMarks } from './marks-alone.ts'

/** Takes the text of a whole document apart. Blank lines are dropped, but the lines after them say so. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
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
    cell.map(part => ({ line: number, column, tabular: filled > 1, ...part, afterBlank })),
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

/** Cells are told apart by tabs or, in Markdown tables, by bars; paragraphs within a cell by their tags. */
function cellsOf(raw: string): string[][] {
  if (isDivider(raw)) return []
  const marked = raw
    .replace(/<\/t[dh]\s*>\s*<t[dh]\b[^<>]*>/gi, '\t')
    .replace(/<\/?t[dh]\b[^<>]*>/gi, '\u0001')
    .replace(/<\/?(?:p|br|li|tr|div|ul|ol|table|tbody|thead|h[1-6])\b[^<>]*>/gi, '\u0001')
  const cells = /^\s*\|.*\|\s*$/.test(marked) ? marked.trim().slice(1, -1).split('|') : marked.split('\t')
  return cells.map(cell => cell.split('\u0001'))
}

function isDivider(raw: string): boolean {
  return /^[\s|:\-–—=_*+]+$/.test(raw) && /[-–—=_*]{2}/.test(raw)
}

/** "1.1" in one cell and its words in the next are one thing, split by a table. */
function joinNumbersToText(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const previous = joined.at(-1)
    if (previous && previous.column < piece.column && isSplit(previous.text, piece.text, joined.length === 1))
      joined[joined.length - 1] = { ...previous, text: `${previous.text} ${piece.text}` }
    else joined.push(piece)
  }
  return joined
}

// A whole number is joined only at the start of a row: further on it is a level, a credit or a page.
function isSplit(mark: string, words: string, first: boolean): boolean {
  return isMarkAlone(mark) && !isMarkAlone(words) && (first || !/^\d+$/.test(mark))
}
