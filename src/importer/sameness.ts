/** When two sightings in a document are of one and the same unit. */

import type { DraftUnit } from './draft.ts'
import type { ListedUnit } from './unit-lists.ts'

/** Whether two sightings are of one unit: the same number, or the same local number and no other title. */
export function isSame(a: DraftUnit['fields'], b: DraftUnit['fields']): boolean {
  if (a.reference && b.reference) return a.reference === b.reference
  if (a.number && b.number) return a.number === b.number && titlesAgree(a.title, b.title)
  return a.title !== undefined && b.title !== undefined && plain(a.title) === plain(b.title)
}

function titlesAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const [first, second] = [plain(a), plain(b)]
  return first.startsWith(second) || second.startsWith(first) || shareMostWords(a, b)
}

function shareMostWords(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const shared = [...first].filter(word => second.has(word)).length
  return shared * 2 >= Math.max(first.size, second.size)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
}

export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a row of a list says of its unit, in the form in which pages say it. */
export function fieldsOf(listed: ListedUnit): DraftUnit['fields'] {
  const fields: DraftUnit['fields'] = { title: listed.title }
  if (listed.number !== null) fields.number = listed.number
  if (listed.reference !== null) fields.reference = listed.reference
  if (listed.level !== null) fields.level = String(listed.level)
  if (listed.credit !== null) fields.credit = String(listed.credit)
  if (listed.glh !== null) fields.glh = String(listed.glh)
  return fields
}
