/** Numbers that extraction has put on a line, or in a cell, of their own, apart from the words they belong to. */

import type { Line } from './line.ts'

const criterionNumber = /^(?:AC\s?)?(?!0)\d{1,2}(?:\.(?!0)\d{1,2}){1,2}[.:)]?$/i
const coded = /^(?:[A-Z]{1,2}\d{1,3}(?:\.\d{1,2}){2}|[a-z]{1,2}\d{1,3}[a-z])[.:)]?$/
const grade = /^[A-Z]?\.?[PMD]\d{1,2}[.:)*]?$/
const whole = /^(?:LO\s?)?(?!0)\d{1,2}[.):]?$/i
const stem = /^(?:be able to|know|understand)\b/i

/** Whether the text is only a number or code, such as "1.1", "2." or "P3". */
export function isMarkAlone(text: string): boolean {
  return criterionNumber.test(text) || coded.test(text) || grade.test(text) || whole.test(text)
}

/**
 * Puts a number that has a line to itself back before the words on the next line, up to three lines on.
 * A whole number is joined only to the stem of an outcome: it may as well be a page number or a level.
 */
export function joinMarks(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const previous = joined.at(-1)
    if (previous && belongTogether(previous, line)) joined[joined.length - 1] = merged(previous, line)
    else joined.push(line)
  }
  return joined
}

function belongTogether(mark: Line, words: Line): boolean {
  const [only, ...others] = mark.pieces
  const next = words.pieces[0]
  if (!only || !next || others.length > 0 || words.number - mark.number > 3) return false
  if (coded.test(only.text)) return words.number === mark.number + 1 && !isMarkAlone(next.text)
  if (isMarkAlone(next.text) || !/^\p{L}|^[‘“"'(]/u.test(next.text)) return false
  return criterionNumber.test(only.text) || grade.test(only.text) || (whole.test(only.text) && stem.test(next.text))
}

function merged(mark: Line, words: Line): Line {
  const [number] = mark.pieces
  const [first, ...rest] = words.pieces
  if (!number || !first) return words
  const piece = { ...number, text: `${number.text} ${first.text}`, row: first.row, tabular: first.tabular }
  return { ...mark, cells: [piece.text, ...words.cells.slice(1)], pieces: [piece, ...rest] }
}
