/** Headings of units that do not say that they are one: a code with a title, or a title above the unit's labels. */

import { groupHeading, isTitle, type UnitHeading, unitHeading } from './headings.ts'
import { labelsWithValues } from './labels.ts'
import type { Piece } from './line.ts'
import { markOf } from './marks.ts'
import { qualificationNamed } from './qualification-titles.ts'
import { blockNamed, fieldNamed, isBackMatter, isColumnWord, isSignOff, sectionOf, withoutHead } from './vocabulary.ts'

// Five signs at least: shorter codes stand in every list of units.
const code = String.raw`(?:(?=[A-Z0-9]{5})[A-Z]{2,}[A-Z0-9]*?\d{1,6}(?:\.\d{1,2})?|\d{4}-\d{2,3})`
const alone = new RegExp(`^${code}$`)
const before = new RegExp(String.raw`^(${code}|[A-Z]{2,6} ?\d{1,3}\.\d{1,2})\s*[:–-]?\s+(\p{Lu}.*)$`, 'u')
/** What follows the title of a unit, whatever its publisher calls it. */
const opening =
  /^(?:overview|(?:unit|occupation) (?:overview|summary|aims?|purpose)\b.*|what this (?:unit|standard) is about|(?:scqf |unit )?level\b.*|typical duration.*|unit (?:number|title|reference)\b.*|outcomes of effective performance|performance criteria|knowledge and understanding|you must be able to\b.*|title\s*:.*)$/i
const reach = 6

export type BareHeading = UnitHeading & { pieces: number }

/**
 * Reads "ABCXY12" with a title after it, on its line or on the next, above something that opens a unit; null for any
 * other piece. `pieces` says how many the heading takes up.
 */
export function bareHeading(pieces: Piece[], at: number): BareHeading | null {
  const { text, tabular } = pieces[at] as Piece
  const next = pieces[at + 1]
  if (alone.test(text) && next && mayBeTitle(next.text) && opens(pieces, at + 2))
    return { fields: { number: text, title: next.text }, mandatory: null, pieces: 2 }
  const found = tabular ? null : before.exec(text)
  if (!found?.[1] || !found[2] || !mayBeTitle(found[2]) || !opens(pieces, at + 1)) return null
  return { fields: { number: found[1].replace(' ', ''), title: found[2] }, mandatory: null, pieces: 1 }
}

function opens(pieces: Piece[], from: number): boolean {
  return pieces.slice(from, from + reach).some(piece => opening.test(piece.text))
}

/** The title that stands right above a unit's first label, with the code before it, or null. */
export function titleAbove(pieces: Piece[], label: number): UnitHeading | null {
  const line = pieces[label]?.line ?? 0
  const above = pieces.slice(Math.max(0, label - 6), label).findLast(piece => piece.line < line)
  if (!above || line - above.line > 4 || above.tabular || !mayBeTitle(above.text)) return null
  const coded =
    /^([A-Z]{0,6} ?\d{1,4}(?:\.\d{1,2})?)\s*[:–-]\s+(\p{Lu}.*)$/u.exec(above.text) ?? before.exec(above.text)
  if (!coded?.[1] || !coded[2]) return { fields: { title: above.text }, mandatory: null }
  return { fields: { number: coded[1].replace(' ', ''), title: coded[2] }, mandatory: null }
}

function mayBeTitle(text: string): boolean {
  return (
    text.length <= 140 &&
    isTitle(text.replace(/^[A-Z]{0,6} ?\d{1,4}(?:\.\d{1,2})?\s*[:–-]\s+/, ''), false) &&
    !/[.:;,]$/.test(text) &&
    fieldNamed(text) === null &&
    labelsWithValues(text) === null &&
    sectionOf(text) === null &&
    withoutHead(text) === null &&
    blockNamed(text) === null &&
    groupHeading(text) === null &&
    unitHeading(text) === null &&
    qualificationNamed(text) === null &&
    markOf(text) === null &&
    !isColumnWord(text) &&
    !isSignOff(text) &&
    !isBackMatter(text)
  )
}
