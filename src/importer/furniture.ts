/** What pages carry besides their text: lists of contents, page numbers, and the lines at their head and foot. */

import { groupHeading, unitHeading } from './headings.ts'
import { labelsWithValues } from './labels.ts'
import type { Line } from './line.ts'
import { markOf } from './marks.ts'
import { fieldNamed, isColumnWord, sectionOf, withoutHead } from './vocabulary.ts'

const pageNumber = /^(?:page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\|\s*page|[-–]\s*\d{1,4}\s*[-–])$/i
const leaders = /(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,})\s*\d{1,4}$/
const contents = /^(?:table of )?contents(?: page)?$/i
/** Fewer could be chance. */
const leastRunning = 3
/** A list of contents goes on over this many lines without a page number: a title, a wrapped title, a column's head. */
const mostBetween = 3

/**
 * The lines without what only helps to leaf through them. Each line knows its place among those kept (`row`), so that a
 * sentence may go on over the end of a page.
 */
export function withoutFurniture(lines: Line[]): Line[] {
  const dropped = new Set<number>()
  for (const [at, line] of lines.entries())
    if (pageNumber.test(textOf(line)) || leaders.test(textOf(line))) dropped.add(at)
  for (const at of runningLines(lines)) dropped.add(at)
  for (let at = 0; at < lines.length; at++) {
    if (!contents.test(textOf(lines[at] as Line))) continue
    const last = lastEntry(lines, at + 1)
    // What is read as one list is not read again from a heading inside it.
    while (at < last) dropped.add(++at)
  }
  if (dropped.size === 0) return lines
  return closedUp(lines, dropped)
}

function textOf(line: Line): string {
  return line.pieces.length === 1 ? (line.pieces[0]?.text ?? '') : line.pieces.map(piece => piece.text).join(' ')
}

/** Where a list of contents ends, which is as far as its page numbers do not fall; before it begins where it is none. */
function lastEntry(lines: Line[], from: number): number {
  let page = 0
  let numbered = 0
  let last = from - 1
  for (let at = from; at < lines.length && at - last <= mostBetween; at++) {
    const number = Number(/(?:^|\s)(\d{1,4})$/.exec(textOf(lines[at] as Line))?.[1] ?? Number.NaN)
    if (Number.isNaN(number)) continue
    if (number < page) break
    page = number
    numbered++
    last = at
  }
  return numbered >= leastRunning ? last : from - 1
}

/** Lines that come back on page after page beside a number that rises, and those numbers. */
function runningLines(lines: Line[]): number[] {
  const alike = new Map<string, number[]>()
  for (const [at, line] of lines.entries()) {
    const key = keyOf(textOf(line))
    const places = alike.get(key ?? '')
    if (places) places.push(at)
    else if (key !== null) alike.set(key, [at])
  }
  return [...alike.values()].flatMap(places => {
    if (places.length < leastRunning || isMeant(textOf(lines[places[0] as number] as Line))) return []
    for (const [step, form] of beside) {
      const paged = places.flatMap(at => {
        const number = form.exec(textOf(lines[at + step] ?? emptyLine))?.[1]
        return number === undefined ? [] : [{ at, number: Number(number) }]
      })
      // The cover may carry the line too, without a number.
      if (
        paged.length >= leastRunning &&
        paged.length > places.length * 0.6 &&
        rises(paged.map(({ number }) => number))
      )
        return paged.flatMap(({ at }) => (step === 0 ? [at] : [at, at + step]))
    }
    return []
  })
}

/** Where the number of the page may stand: on the same line, last or first, or on the line before or after. */
const beside: [number, RegExp][] = [
  [0, /(\d{1,4})$/],
  [0, /^(\d{1,4})\b/],
  [-1, /^(\d{1,4})$/],
  [1, /^(\d{1,4})$/],
]

const emptyLine = { pieces: [] } as unknown as Line

function rises(numbers: number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number))
}

/** The same for lines that differ in their numbers only; null for sentences and for what is too short to be told. */
function keyOf(text: string): string | null {
  if (
    text.length > 110 ||
    /[.:;,]$|\bmust\b/.test(text) ||
    text.replace(/[^\p{L}]/gu, '').length < 12 ||
    !/\p{L}\s+\S/u.test(text)
  )
    return null
  return text.replace(/\d+/g, '#').toLowerCase()
}

/** Whether a line says something about a unit by itself, however often it is printed. */
function isMeant(text: string): boolean {
  if (isColumnWord(text) || (markOf(text) !== null && !/^\d{1,4}\s/.test(text))) return true
  return [unitHeading, groupHeading, labelsWithValues, fieldNamed, sectionOf, withoutHead].some(
    read => read(text) !== null,
  )
}

function closedUp(lines: Line[], dropped: ReadonlySet<number>): Line[] {
  const kept: Line[] = []
  let shift = 0
  let wasDropped = false
  for (const [at, line] of lines.entries()) {
    if (dropped.has(at)) {
      wasDropped = true
      continue
    }
    const previous = kept.at(-1)
    // What stood on either side of the end of a page stands together.
    if (wasDropped && previous) shift = line.number - (previous.pieces[0]?.row ?? previous.number) - 1
    kept.push(
      shift === 0 ? line : { ...line, pieces: line.pieces.map(piece => ({ ...piece, row: line.number - shift })) },
    )
    wasDropped = false
  }
  return kept
}
