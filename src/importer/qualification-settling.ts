/** Makes the qualifications of a document out of its titles, its numbers and the places of its units. */

import type { QualificationSpecification, UnitPlace } from '#domain/qualifications/specification.ts'
import type { Catalogued } from './cataloguing.ts'
import type { CodeRow } from './code-tables.ts'
import type { DocumentWords, NamedQualification } from './document-words.ts'
import type { Note } from './draft.ts'
import type { Place, Reading } from './reading.ts'
import { type ReadRules, type RuleSentence, rulesOf } from './rules.ts'
import { unitId } from './unit-settling.ts'

export type Found = {
  words: DocumentWords
  units: Catalogued[]
  groups: Reading['groups']
  sentences: RuleSentence[]
  codes: CodeRow[]
}

/**
 * The qualifications of a document: those that units were listed under or that carry a number; else the one its
 * cover names most often. A document of units alone has none. Rule: R13, R14, R16.
 */
export function settledQualifications(found: Found, note: Note): QualificationSpecification[] {
  const keys = keysOf(found)
  if (keys.length === 0 && found.words.numbers.length === 0) return []
  const whole = keys.length <= 1
  return (keys.length === 0 ? [null] : keys).map(key => settled(found, key, whole, note))
}

function keysOf({ words, units }: Found): string[] {
  const placed = units.flatMap(unit => unit.places.map(place => place.qualification)).filter(key => key !== null)
  const numbered = words.numbers.flatMap(({ line }) => nearest(words.names, line)?.named.key ?? [])
  const keys = distinct(numbered.length > 0 ? numbered : placed)
  return keys.length > 0
    ? keys
    : distinct(commonest(words.names.filter(({ named }) => named.title !== null).map(({ named }) => named.key)))
}

/** The title printed closest above a number, or just below it. */
function nearest(names: NamedQualification[], line: number): NamedQualification | null {
  return (
    names.findLast(name => name.line <= line && name.line > line - 15) ??
    names.find(name => name.line < line + 5) ??
    null
  )
}

function settled(found: Found, key: string | null, whole: boolean, note: Note): QualificationSpecification {
  const names = found.words.names.filter(({ named }) => key === null || named.key === key)
  const [title] = commonest(names.flatMap(({ named }) => named.title ?? []))
  const chosen = names.find(({ named }) => named.title === title)?.named
  const numbers = found.words.numbers.filter(({ line }) => whole || nearest(found.words.names, line)?.named.key === key)
  const sentences = found.sentences.filter(
    ({ qualification }) => whole || qualification === null || qualification === key,
  )
  const everyUnit = sentences.some(({ clauses }) => clauses.some(clause => 'everyUnit' in clause))
  const units = placesIn(found.units, key, whole).map(place => (everyUnit ? { ...place, mandatory: true } : place))
  const read: ReadRules = rulesOf(sentences, units, note, namesOf(found.units))
  const codes = codesOf(found.codes, chosen?.level ?? null, chosen?.framework ?? null)
  return {
    title: title ?? 'Untitled qualification',
    number: commonest(numbers.map(({ number }) => number))[0] ?? null,
    otherNumbers: codes?.codes ?? [],
    framework: chosen?.framework ?? null,
    level: chosen?.level ?? null,
    totalCredit: read.totalCredit,
    registration: {
      opens: codes?.date?.about === 'from' ? codes.date.day : null,
      lastRegistration: null,
      lastCertification: null,
    },
    units,
    groups: groupsOf(found.groups, key, whole),
    rules: read.rules,
    ruleTexts: read.texts,
    rulesComplete: read.complete,
  }
}

/** Where a document lists its units, a unit it does not list has no place; else the page's own place will do. */
function placesIn(units: Catalogued[], key: string | null, whole: boolean): UnitPlace[] {
  return units.flatMap(unit => {
    const places = unit.places.length > 0 || !whole ? unit.places : [unit.draft.place]
    const place = places.find(place => whole || place.qualification === key)
    return place ? [placed(unit, place)] : []
  })
}

function placed({ draft }: Catalogued, place: Place): UnitPlace {
  const mandatory = draft.mandatory ?? place.mandatory ?? false
  return { unit: unitId(draft), group: place.group, theme: place.theme, mandatory }
}

/** The units by whatever a sentence may call them: number or local number. */
function namesOf(units: Catalogued[]): Map<string, string> {
  return new Map(
    units.flatMap(({ draft }) =>
      [draft.fields.reference, draft.fields.number].flatMap(name =>
        name === undefined ? [] : [[name, unitId(draft)] as [string, string]],
      ),
    ),
  )
}

/** The row of a table of codes for this level, in the qualification's own framework. */
function codesOf(rows: CodeRow[], level: number | null, framework: string | null): CodeRow | null {
  return rows.find(row => row.level === level && row.framework === framework) ?? null
}

function groupsOf(groups: Reading['groups'], key: string | null, whole: boolean): { code: string; title: string }[] {
  const named = new Map<string, string>()
  for (const { group, title, qualification } of groups) {
    if (group !== null && !named.has(group) && (whole || qualification === key)) named.set(group, title)
  }
  return [...named].map(([code, title]) => ({ code, title }))
}

function distinct(keys: string[]): string[] {
  return [...new Set(keys)]
}

/** The commonest of some texts, and the longest of those that are equally common; none of none. */
function commonest(texts: string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
  return first ? [first[0]] : []
}
