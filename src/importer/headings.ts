/** The headings under which units stand: of the unit itself, and of the group it belongs to. */

import type { DraftUnit } from './draft.ts'
import { labelsWithValues } from './labels.ts'
import { unitNumberIn, withoutUnitNumber } from './numbers.ts'
import { fieldNamed } from './vocabulary.ts'

export type UnitHeading = Pick<DraftUnit, 'fields' | 'mandatory'>

// A code is a number with up to ten capitals before it; glued to a title, the title's capital ends it.
const code = String.raw`(?:[A-Z][A-Z0-9]{0,9} ?)?\d{1,4}(?:[A-Z](?![a-z]))?[a-z]?`
const numbered = new RegExp(
  String.raw`^(?:[Uu]nit|UNIT|[Mm]odule|MODULE)\s*(?:[Nn]o\.?|[Nn]umber|[Tt]itle|[Rr]ef\.?)?\s*:?\s*(${code})(?!\w*\/|\.\d)(?=[A-Z][a-z]|[^\w]|$)\s*(?:[:.)–—-]+\s*)?(\S.*)?$`,
)
const unnumbered = /^(?:UNIT|MODULE)\s*:?\s+(\p{Lu}\p{Ll}\S*(?:\s+\S+)*)$/u
const details =
  /[\s,]*[([](?:(?:SCQF|RQF|QCF)\s+)?level\s*(\d{1,2})(?:[,;\s]+(?:credits?\s*(?:value)?\s*:?\s*(\d{1,3})|(\d{1,3})\s*credits?))?[)\]]\s*$/i
const flagged = /[\s,]*(?:[-–—(]|\s)\s*(mandatory|optional|option|core)(?:\s+unit)?\)?\s*$/i
const leaders = /[\s.…_]{3,}\d{1,3}\s*$/
// A sentence about a unit is no heading of one.
const sentence =
  /^(?:is|are|was|must|should|will|has|have|can|may|and|or|to|of|in|for|on|covers?|provides?|only|above|below)\b|[.;]$|\d$/

/** Reads "Unit 7: Title", "L/506/1807 Title - Mandatory Unit" and their like, or null where the text is no heading. */
export function unitHeading(text: string): UnitHeading | null {
  if (text.length > 180) return null
  const reference = unitNumberIn(text)
  const plain = (reference ? withoutUnitNumber(text) : text).replace(leaders, '').replace(/\s*[:–-]\s*$/, '')
  const found = numbered.exec(plain)
  const words = found ? (found[2] ?? '') : (unnumbered.exec(plain)?.[1] ?? (reference ? plain : null))
  if (words === null) return null
  const { fields, bare } = withDetails(words)
  const { title, mandatory } = titled(bare)
  if (sentence.test(title) || !isTitle(title, found !== null)) return null
  if (found?.[1]) fields.number = plainNumber(found[1])
  if (reference) fields.reference = reference
  if (title !== '') fields.title = title
  return { fields, mandatory }
}

/** Takes "(Level 3, 5 credits)" off the end of a heading. */
function withDetails(words: string): { fields: UnitHeading['fields']; bare: string } {
  const found = details.exec(words)
  const fields: UnitHeading['fields'] = {}
  if (found?.[1]) fields.level = found[1]
  const credit = found?.[2] ?? found?.[3]
  if (credit) fields.credit = credit
  return { fields, bare: words.replace(details, '') }
}

function isTitle(title: string, isNumbered: boolean): boolean {
  if (title === '') return isNumbered
  return (
    /^[\p{Lu}\d‘“"'(]/u.test(title) &&
    /\p{L}{2}/u.test(title) &&
    fieldNamed(title) === null &&
    labelsWithValues(title) === null
  )
}

/** A title without "- Mandatory Unit" and the like, which become the flag. */
export function titled(text: string): { title: string; mandatory: boolean | null } {
  const found = flagged.exec(text)
  if (!found?.[1] || found.index === 0) return { title: text.trim(), mandatory: null }
  return { title: text.slice(0, found.index).trim(), mandatory: /^(?:mandatory|core)$/i.test(found[1]) }
}

/** A local number as it is compared: "01" and "1" are one, "a3" and "A3" too. */
export function plainNumber(text: string): string {
  return text
    .replace(/[\s.:)]/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
}

export type GroupHeading = { mandatory: boolean | null; group: string | null; theme: string | null; title: string }

const groupName = /\b(?:group|section|pathway)\s+([A-Z]\d?)\b/i
const kinds = /^(mandatory|core|optional|option|elective|additional)\b/i

/** Reads "Optional units (Group B)", "Mandatory Group A", "Theme: Delivery" and their like, or null. */
export function groupHeading(text: string): GroupHeading | null {
  if (text.length > 90 || /[.;]$|\b(?:must|may|should|complete|credits? from|minimum|maximum|at least)\b/i.test(text))
    return null
  const theme = /^theme\s*:\s*(\S.*)$/i.exec(text)?.[1]
  if (theme) return { mandatory: null, group: null, theme: theme.trim(), title: theme.trim() }
  const group = groupName.exec(text)?.[1]?.toUpperCase() ?? null
  const kind =
    kinds.exec(text)?.[1]?.toLowerCase() ?? /[-–—:(]\s*(mandatory|optional)\b/i.exec(text)?.[1]?.toLowerCase()
  if (kind === undefined && !(group && /^(?:group|section|pathway)\b/i.test(text))) return null
  if (group === null && !/^\S+\s+(?:units?|group|core)\b/i.test(text)) return null
  const mandatory = kind === undefined ? null : kind === 'mandatory' || kind === 'core'
  return { mandatory, group, theme: null, title: groupTitle(text) }
}

function groupTitle(text: string): string {
  const bare = text
    .replace(/\s*\(?\b(?:group|section|pathway)\s+[A-Z]\d?\b\)?\s*/i, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
  return bare === '' || /^(?:mandatory|optional)$/i.test(bare) ? text : bare
}
