/** Brings together the units a document shows and the units it lists, by number, by local number or by title. */

import type { DraftUnit, Note } from './draft.ts'
import { withLooseValues } from './loose-values.ts'
import { adoptOrphans } from './orphans.ts'
import type { Place, Reading } from './reader.ts'
import type { ListedUnit } from './unit-lists.ts'

export type Draft = Reading['drafts'][number]
export type Listed = Reading['listed'][number]
export type Catalogued = { draft: Draft; listed: Listed | null; places: Place[] }

/**
 * Every unit once, in the order of the document, with all the places it was found in. A unit that is listed but
 * has no page is kept with what the list says. Rule: R21, R22.
 */
export function catalogued(reading: Reading, note: Note): Catalogued[] {
  const drafts = reading.drafts.filter(isWorthKeeping).map(draft => withLooseValues(draft, reading.listed, note))
  const units: Catalogued[] = []
  for (const draft of adoptOrphans(drafts, reading.listed, note)) shelve(units, draft)
  for (const listed of reading.listed) list(units, listed)
  for (const unit of units) compareWithList(unit, note)
  return units
}

function isWorthKeeping(draft: DraftUnit): boolean {
  const { reference, title, number } = draft.fields
  if (draft.sightings.length > 0) return true
  return reference !== undefined || (title !== undefined && number !== undefined)
}

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

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function shelve(units: Catalogued[], draft: Draft): void {
  const known = units.find(unit => isSame(unit.draft.fields, draft.fields))
  if (!known) {
    units.push({ draft, listed: null, places: [] })
    return
  }
  const fields = { ...draft.fields, ...known.draft.fields }
  const [first, second] = [known.draft, draft]
  known.draft = {
    ...(first.sightings.length > 0 || second.sightings.length === 0 ? first : second),
    fields,
    mandatory: first.mandatory ?? second.mandatory,
    sightings: [...first.sightings, ...second.sightings],
    sections: [...first.sections, ...second.sections],
    worksheet: first.worksheet || second.worksheet,
  }
}

function list(units: Catalogued[], listed: Listed): void {
  const known = units.find(unit => isSame(unit.draft.fields, fieldsOf(listed)))
  const unit = known ?? { draft: draftOf(listed), listed, places: [] }
  if (!known) units.push(unit)
  unit.listed ??= listed
  unit.places.push({ ...listed.place, mandatory: listed.mandatory ?? listed.place.mandatory })
  unit.draft.fields = { ...fieldsOf(listed), ...unit.draft.fields }
}

export function fieldsOf(listed: ListedUnit): DraftUnit['fields'] {
  const fields: DraftUnit['fields'] = { title: listed.title }
  if (listed.number !== null) fields.number = listed.number
  if (listed.reference !== null) fields.reference = listed.reference
  if (listed.level !== null) fields.level = String(listed.level)
  if (listed.credit !== null) fields.credit = String(listed.credit)
  if (listed.glh !== null) fields.glh = String(listed.glh)
  return fields
}

function draftOf(listed: Listed): Draft {
  const { line, place } = listed
  return {
    line,
    place,
    fields: fieldsOf(listed),
    mandatory: null,
    loose: [],
    sightings: [],
    sections: [],
    worksheet: false,
    orphan: false,
  }
}

function compareWithList({ draft, listed }: Catalogued, note: Note): void {
  if (!listed) return
  const said = fieldsOf(listed)
  for (const field of ['title', 'level', 'credit', 'glh'] as const) {
    const [here, there] = [draft.fields[field], said[field]]
    if (here === undefined || there === undefined || agree(here, there)) continue
    note({
      severity: 'warning',
      code: 'list-differs',
      unit: draft.fields.reference ?? draft.fields.number ?? null,
      line: draft.line,
      message: `The unit's page says ${field} “${here}”, the list of units on line ${listed.line} says “${there}”. The page was followed; check which is right.`,
    })
  }
}

function agree(here: string, there: string): boolean {
  return plain(here) === plain(there) || (/^\D*\d+\D*$/.test(here) && /\d+/.exec(here)?.[0] === there)
}
