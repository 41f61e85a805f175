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
const detail =
  /[\s,;|–—-]*[([]?\s*(?:(?:SCQF |RQF |QCF )?(level)\s*:?\s*(\d{1,2})|(credits?)(?: value)?\s*:?\s*(\d{1,3})|(\d{1,3})\s*(credits?)|(glh)\s*:?\s*(\d{1,3})|(\d{1,3})\s*(glh))\s*[)\]]?\s*$/i
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
  const words = found
    ? (found[2] ?? '')
    : (unnumbered.exec(plain)?.[1] ?? (reference ? plain.replace(/^(?:unit|module)\s*[:–-]?\s+/i, '') : null))
  if (words === null) return null
  const { fields, bare } = withDetails(words)
  const { title, mandatory } = titled(bare)
  if (sentence.test(title) || !isTitle(title, found !== null)) return null
  if (found?.[1]) fields.number = plainNumber(found[1])
  if (reference) fields.reference = reference
  if (title !== '') fields.title = title
  return { fields, mandatory }
}

/** Takes "(Level 3, 5 credits)" and "– Level 3 – 5 credits" off the end of a heading, one by one. */
function withDetails(words: string): { fields: UnitHeading['fields']; bare: string } {
  const fields: UnitHeading['fields'] = {}
  let bare = words
  for (let found = detail.exec(bare); found !== null && found.index > 0; found = detail.exec(bare)) {
    const [name = '', value = ''] = found
      .slice(1)
      .filter(part => part !== undefined)
      .sort((a, b) => Number(/^\d/.test(a)) - Number(/^\d/.test(b)))
    fields[fieldNamed(name) ?? 'other'] = value
    bare = bare.slice(0, found.index)
  }
  return { fields, bare }
}

/** Whether words have the form of a title: a capital first, and no label. */
export function isTitle(title: string, isNumbered: boolean): boolean {
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
  if (text.length > 160) return null
  if (demanding.test(text)) return groupBefore(text)
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

const demanding = /[.;]$|\b(?:must|may|should|complete|credits? from|minimum|maximum|at least|achieve)\b/i

/** "Mandatory units – learners must…": the heading is what stands before the dash. */
function groupBefore(text: string): GroupHeading | null {
  const [head = ''] = text.split(/\s+[–—-]\s+|:\s+/)
  return head === text || demanding.test(head) ? null : groupHeading(head)
}

function groupTitle(text: string): string {
  const bare = text
    .replace(/\s*\(?\b(?:group|section|pathway)\s+[A-Z]\d?\b\)?\s*/i, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
  return bare === '' || /^(?:mandatory|optional)$/i.test(bare) ? text : bare
}
