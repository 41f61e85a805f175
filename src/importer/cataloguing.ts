/** Brings together the units a document shows and the units it lists, by number, by local number or by title. */

import type { DraftUnit, Note, OutcomeSighting } from './draft.ts'
import { withLooseValues } from './loose-values.ts'
import { adoptOrphans } from './orphans.ts'
import type { Draft, Listed, Place, Reading } from './reading.ts'
import { setApart } from './same-numbers.ts'
import { fieldsOf, isSame, plain } from './sameness.ts'
import { unitId } from './unit-settling.ts'

export type Catalogued = { draft: Draft; listed: Listed | null; places: Place[] }

/**
 * Every unit once, in the order of the document, with all the places it was found in. A unit that is listed but
 * has no page is kept with what the list says. Rule: R21, R22.
 */
export function catalogued(reading: Reading, note: Note): Catalogued[] {
  const drafts = reading.drafts.filter(isWorthKeeping).map(draft => withLooseValues(draft, reading.listed, note))
  const units: Catalogued[] = []
  const settled = setApart(adoptOrphans(drafts, reading.listed, note), reading.listed, note)
  for (const draft of settled) shelve(units, draft)
  for (const listed of reading.listed) list(units, listed, note)
  return units.toSorted((a, b) => lineOf(a) - lineOf(b))
}

function lineOf({ draft, listed }: Catalogued): number {
  return listed?.line ?? draft.line
}

function isWorthKeeping(draft: DraftUnit): boolean {
  const { reference, title, number } = draft.fields
  if (draft.requirements.length > 0 || draft.sightings.some(sighting => sighting.type === 'criterion')) return true
  return reference !== undefined || (title !== undefined && number !== undefined)
}

function shelve(units: Catalogued[], draft: Draft): void {
  const known = units.find(unit => unit.draft.id === draft.id && isSame(unit.draft.fields, draft.fields))
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
    leftOut: [...first.leftOut, ...second.leftOut],
    requirements: first.requirements.length > 0 ? first.requirements : second.requirements,
    worksheet: first.worksheet || second.worksheet,
  }
}

function list(units: Catalogued[], listed: Listed, note: Note): void {
  const known = units.find(unit => unit.draft.id === undefined && isSame(unit.draft.fields, fieldsOf(listed)))
  if (known && known.places.length === 0) compareWithList(known.draft, listed, note)
  const unit = known ?? { draft: draftOf(listed), listed, places: [] }
  if (!known) units.push(unit)
  unit.listed ??= listed
  unit.places.push({ ...listed.place, mandatory: listed.mandatory ?? listed.place.mandatory })
  // A page of evidence requirements alone may be of an older version, so the structure's title stands.
  unit.draft.fields = hasCriteria(unit.draft)
    ? { ...fieldsOf(listed), ...unit.draft.fields }
    : { ...unit.draft.fields, ...fieldsOf(listed) }
  unit.draft.sightings.unshift(...elementsOf(listed, unit.draft))
}

function hasCriteria({ sightings }: DraftUnit): boolean {
  return sightings.some(sighting => sighting.type === 'criterion')
}

function elementsOf({ elements }: Listed, draft: Draft): OutcomeSighting[] {
  const known = new Set(
    draft.sightings.flatMap(sighting => (sighting.type === 'outcome' && sighting.listed ? [sighting.number] : [])),
  )
  return elements
    .filter(({ number }) => !known.has(number))
    .map(({ number, title, line }) => ({
      type: 'outcome',
      number,
      title,
      kind: 'element',
      line,
      column: 0,
      listed: true,
    }))
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
    requirements: [],
    leftOut: [],
    worksheet: false,
    orphan: false,
  }
}

function compareWithList(draft: Draft, listed: Listed, note: Note): void {
  const said = fieldsOf(listed)
  for (const field of ['title', 'level', 'credit', 'glh'] as const) {
    const [here, there] = [draft.fields[field], said[field]]
    if (here === undefined || there === undefined || agree(here, there)) continue
    note({
      severity: 'warning',
      code: 'list-differs',
      unit: unitId(draft),
      line: draft.line,
      message: `The unit's page says ${field} “${here}”, the list of units on line ${listed.line} says “${there}”. The ${hasCriteria(draft) ? 'page' : 'list'} was followed; check which is right.`,
    })
  }
}

function agree(here: string, there: string): boolean {
  return plain(here) === plain(there) || (/^\D*\d+\D*$/.test(here) && /\d+/.exec(here)?.[0] === there)
}
