/** Puts the words of a page, each known by where it stands, back into paragraphs, table cells and rows. */

import { isMarkAlone } from './marks-alone.ts'

export type Word = { str: string; x: number; y: number; width: number; fontSize: number }
type Segment = { text: string; x: number; textX: number; right: number; size: number }
type Row = { y: number; segments: Segment[] }
type Paragraph = {
  text: string
  y: number
  lastY: number
  at: Segment
  right: number
  /** Whether nothing else stands at its height, and whether it is leftmost there. */
  alone: boolean
  first: boolean
}

const marked =
  /^(?:(?:AC\s?|LO\s?)?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?(?=\s|\p{L}|$)|\(?[a-z][).]\s|[PMD]\d{1,2}\b|[•·●▪\uF0B7–-]\s)/u

/**
 * The text of one page: paragraphs from top to bottom, those that start at one height on one line with tabs between.
 * A line that is wrapped within a column is put back onto the paragraph it goes on with.
 */
export function pageText(words: Word[]): string {
  const rows = rowsOf(words.filter(word => word.str.trim() !== ''))
  const paragraphs: Paragraph[] = []
  for (const row of rows) for (const segment of row.segments) place(paragraphs, row, segment)
  return linesOf(withTops(paragraphs))
}

/** A cell whose words are centred in a tall row begins above the row's other cells: its first line is put back. */
function withTops(paragraphs: Paragraph[]): Paragraph[] {
  const taken = new Set<Paragraph>()
  for (const top of paragraphs) {
    if (!top.alone || marked.test(top.text)) continue
    const cell = paragraphs.find(other => !other.alone && !other.first && isAbove(top, other))
    if (!cell || marked.test(cell.text)) continue
    cell.text = `${top.text} ${cell.text}`
    taken.add(top)
  }
  return paragraphs.filter(paragraph => !taken.has(paragraph))
}

function isAbove(top: Paragraph, cell: Paragraph): boolean {
  const gap = top.lastY - cell.y
  return (
    gap > 0 &&
    gap < cell.at.size * 1.5 &&
    Math.abs(top.at.x - cell.at.x) < 4 &&
    Math.abs(top.at.size - cell.at.size) < 1.2
  )
}

function rowsOf(words: Word[]): Row[] {
  const rows: { y: number; words: Word[] }[] = []
  for (const word of words.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row && Math.abs(row.y - word.y) < Math.max(2, word.fontSize * 0.4)) row.words.push(word)
    else rows.push({ y: word.y, words: [word] })
  }
  return rows.map(row => ({ y: row.y, segments: segmentsOf(row.words.toSorted((a, b) => a.x - b.x)) }))
}

/** Words with no more than a space between them make one segment; a number and what it numbers are joined too. */
function segmentsOf(words: Word[]): Segment[] {
  const segments: Segment[] = []
  for (const word of words) {
    const last = segments.at(-1)
    const gap = last ? word.x - last.right : 0
    if (
      last &&
      (gap < word.fontSize * 0.9 || (isNumber(last.text) && gap < word.fontSize * 4 && !/^\d+$/.test(word.str)))
    )
      extend(last, word, gap)
    else segments.push({ text: word.str, x: word.x, textX: word.x, right: word.x + word.width, size: word.fontSize })
  }
  return segments
}

function isNumber(text: string): boolean {
  return isMarkAlone(text.trim()) || /^(?:\(?[a-z][).]|[•·●▪\uF0B7–-])$/u.test(text.trim())
}

function extend(segment: Segment, word: Word, gap: number): void {
  if (isNumber(segment.text)) segment.textX = word.x
  segment.text += gap > word.fontSize * 0.12 ? ` ${word.str}` : word.str
  segment.right = word.x + word.width
}

function place(paragraphs: Paragraph[], row: Row, segment: Segment): void {
  const alone = row.segments.length === 1
  const above = paragraphs.findLast(paragraph => isUnder(paragraph, row, segment))
  if (above && goesOn(above, segment, alone)) {
    above.text += ` ${segment.text}`
    above.lastY = row.y
    above.right = Math.max(above.right, segment.right)
  } else {
    paragraphs.push({
      text: segment.text,
      y: row.y,
      lastY: row.y,
      at: segment,
      right: segment.right,
      alone,
      first: row.segments[0] === segment,
    })
  }
}

function isUnder(paragraph: Paragraph, row: Row, segment: Segment): boolean {
  const near = paragraph.lastY - row.y
  if (near <= 0 || near >= segment.size * 1.7 || Math.abs(paragraph.at.size - segment.size) >= 1.2) return false
  return Math.abs(paragraph.at.x - segment.x) < 4 || isHanging(paragraph, segment)
}

/** Lines after a numbered one often hang below its words, not below its number. */
function isHanging({ at, text }: Paragraph, segment: Segment): boolean {
  const number = /^\S+\s+/.exec(text)?.[0].length ?? 0
  const words = Math.max(at.textX, at.x + number * at.size * 0.6)
  return marked.test(text) && segment.x > at.x && segment.x <= words + at.size * 0.6
}

/** What starts with a number goes on until the next number; a cell, below itself alone; prose, after a full line. */
function goesOn(above: Paragraph, segment: Segment, alone: boolean): boolean {
  if (marked.test(segment.text)) return false
  if (marked.test(above.text)) return true
  if (alone && !above.alone) return true
  return alone && above.right - above.at.x > 330
}

function linesOf(paragraphs: Paragraph[]): string {
  const lines: { y: number; end: number; size: number; cells: Paragraph[] }[] = []
  for (const paragraph of paragraphs.toSorted((a, b) => b.y - a.y || a.at.x - b.at.x)) {
    const line = lines.at(-1)
    if (line && line.y === paragraph.y) line.cells.push(paragraph)
    else lines.push({ y: paragraph.y, end: paragraph.lastY, size: paragraph.at.size, cells: [paragraph] })
  }
  return lines
    .map((line, at) => {
      const above = lines[at - 1]
      const gap = above ? Math.min(...above.cells.map(cell => cell.lastY)) - line.y : 0
      return (gap > line.size * 1.7 ? '\n' : '') + line.cells.map(cell => cell.text).join('\t')
    })
    .join('\n')
}
