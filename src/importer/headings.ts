/** The headings under which units stand: of the unit itself, and of the group it belongs to. */

import type { DraftUnit } from './draft.ts'
import { unitNumberIn, withoutUnitNumber } from './numbers.ts'

export type UnitHeading = Pick<DraftUnit, 'fields' | 'mandatory'>

const numbered =
  /^(?:unit|module)\s*(?:no\.?|number|title)?\s*:?\s*([A-Z]{0,3}\s?\d{1,4}[A-Za-z]?)(?![\w/]|\.\d)\s*(?:[:.)–—-]+\s*)?(\S.*)?$/i
const flagged = /[\s,]*(?:[-–—(]|\s)\s*(mandatory|optional|option|core)(?:\s+unit)?\)?\s*$/i
const leaders = /[\s.…_]{3,}\d{1,3}\s*$/
// A sentence about a unit is no heading of one.
const sentence =
  /^(?:is|are|was|must|should|will|has|have|can|may|and|or|to|of|in|for|on|covers?|provides?|only|above|below)\b|[.;]$|\d$/

/** Reads "Unit 7: Title", "L/506/1807 Title - Mandatory Unit" and their like, or null where the text is no heading. */
export function unitHeading(text: string): UnitHeading | null {
  if (text.length > 180) return null
  const reference = unitNumberIn(text)
  const plain = (reference ? withoutUnitNumber(text) : text).replace(leaders, '')
  const found = numbered.exec(plain.replace(/\s*[:–-]\s*$/, ''))
  if (!found && reference === null) return null
  const { title, mandatory } = titled(found ? (found[2] ?? '') : plain)
  if (sentence.test(title) || !isTitle(title, found !== null, reference !== null)) return null
  const fields: UnitHeading['fields'] = {}
  if (found?.[1]) fields.number = plainNumber(found[1])
  if (reference) fields.reference = reference
  if (title !== '') fields.title = title
  return { fields, mandatory }
}

function isTitle(title: string, isNumbered: boolean, isReferenced: boolean): boolean {
  if (title === '') return isNumbered
  return (
    /^[\p{Lu}\d‘“"'(]/u.test(title) &&
    /\p{L}{2}/u.test(title) &&
    !(isReferenced && /^(?:unit|level)\b.*\d$/i.test(title))
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
