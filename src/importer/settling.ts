/** Puts what was sighted on a unit's page where its number says it belongs, and reports whatever had to be moved. */

import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import type { Outcome } from '#domain/qualifications/specification.ts'
import { commandVerb, kindOf, mostOf } from './criterion-words.ts'
import type { CriterionSighting, DraftUnit, Note, OutcomeSighting } from './draft.ts'
import { withGrades } from './grades.ts'
import { noteOrder } from './order.ts'
import { outcomeNumberOf } from './outcome-numbers.ts'
import { partsIn } from './parts.ts'
import { numbered } from './renumbering.ts'

type Shelf = {
  number: string
  title: OutcomeSighting | null
  criteria: CriterionSighting[]
  byNumber: Map<string, CriterionSighting>
}

/**
 * The outcomes of a unit in order, each with the criteria whose numbers say so. Nothing is dropped without a line
 * in the report, and no number stands twice. Refuses nothing. Rule: R18, R22.
 */
export function settledOutcomes(draft: DraftUnit, unit: string, note: Note): Outcome[] {
  const noteHere: Note = line => note({ unit, ...line })
  const sightings = withGrades(numbered(draft.sightings, noteHere), draft.gradesTitle ?? null, noteHere)
  const shelves = shelved(sightings, noteHere)
  noteOrder(sightings, noteHere)
  for (const shelf of shelves) noteGaps(shelf, noteHere)
  noteGradeGaps(shelves, noteHere)
  noteLeftOut(draft, shelves, noteHere)
  return shelves.map(outcomeOf)
}

function shelved(sightings: DraftUnit['sightings'], note: Note): Shelf[] {
  const shelves = new Map<string, Shelf>()
  const titles = new Set(sightings.filter(sighting => sighting.type === 'outcome').map(outcome => outcome.number))
  const shelf = (number: string) => {
    const found = shelves.get(number) ?? { number, title: null, criteria: [], byNumber: new Map() }
    shelves.set(number, found)
    return found
  }
  for (const sighting of sightings) {
    if (sighting.type === 'outcome') entitle(shelf(sighting.number), sighting)
    else place(shelf(outcomeNumberOf(sighting, titles)), sighting, note)
  }
  return [...shelves.values()].sort(
    (a, b) =>
      blockRank(a.number) - blockRank(b.number) ||
      Number(kindOfShelf(a) === 'knowledge') - Number(kindOfShelf(b) === 'knowledge') ||
      compareNumbers(a.number, b.number),
  )
}

/** Performance before knowledge; where there are skills and behaviours, knowledge before both. */
function blockRank(number: string): number {
  return /^[PKSB]$/.test(number) ? 'PKSB'.indexOf(number) : -1
}

/** The first title printed stands; a title without words gives way to one that has them. */
function entitle(shelf: Shelf, sighting: OutcomeSighting): void {
  if (shelf.title === null || shelf.title.title === null) shelf.title = sighting
}

function place(shelf: Shelf, criterion: CriterionSighting, note: Note): void {
  const earlier = shelf.byNumber.get(criterion.number)
  if (!earlier) {
    shelf.criteria.push(criterion)
    shelf.byNumber.set(criterion.number, criterion)
    return
  }
  if (plain(earlier.text) === plain(criterion.text)) return
  note({
    severity: 'warning',
    code: 'criterion-number-repeated',
    criterion: criterion.number,
    line: criterion.line,
    message: `Number ${criterion.number} is printed twice with different words. The first is kept; the second reads “${criterion.text}”. Check which is meant.`,
  })
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The criteria of a grade are numbered through the whole unit, whatever outcomes they stand under. */
function noteGradeGaps(shelves: Shelf[], note: Note): void {
  const graded = shelves.flatMap(({ criteria }) =>
    criteria.flatMap(({ number, line }) => {
      const found = /^(?:[A-Z]{1,3}\.)?([PMD])(\d{1,2})$/.exec(number)
      return found?.[1] ? [{ letter: found[1], number: Number(found[2]), line }] : []
    }),
  )
  for (const letter of ['P', 'M', 'D']) {
    const own = graded.filter(other => other.letter === letter)
    const numbers = new Set(own.map(({ number }) => number))
    const missing = Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1).filter(at => !numbers.has(at))
    if (missing.length > 0)
      noteMissing(
        missing.map(at => `${letter}${at}`),
        own[0]?.line ?? null,
        note,
      )
  }
}

function noteMissing(missing: string[], line: number | null, note: Note): void {
  note({
    severity: 'warning',
    code: 'number-gap',
    criterion: missing[0] ?? null,
    line,
    message: `The numbers leave out ${missing.join(', ')}. Look whether the source has lost ${missing.length === 1 ? 'it' : 'them'}.`,
  })
}

function noteGaps(shelf: Shelf, note: Note): void {
  const numbers = shelf.criteria.map(criterion => criterion.number).sort(compareNumbers)
  const last = numbers.at(-1)
  const found = last === undefined ? null : /^(.*?)(\d+|[a-z])$/.exec(last)
  if (!found || /^(?:[A-Z]{1,3}\.)?[PMD]$/.test(found[1] ?? '')) return
  if (shelf.criteria.some(criterion => criterion.how === 'by-position')) return
  const [, stem = '', end = ''] = found
  const isLetter = /[a-z]/.test(end)
  const upTo = isLetter ? end.charCodeAt(0) - 96 : Number(end)
  const expected = Array.from({ length: upTo }, (_, at) => stem + (isLetter ? String.fromCharCode(97 + at) : at + 1))
  const missing = expected.filter(number => !shelf.byNumber.has(number))
  if (missing.length > 0 && missing.length <= 60) noteMissing(missing, shelf.criteria[0]?.line ?? null, note)
}

/** What looks like a criterion and stands where none could be read. */
function noteLeftOut({ leftOut }: DraftUnit, shelves: Shelf[], note: Note): void {
  const known = new Set(
    shelves
      .flatMap(shelf => shelf.criteria.flatMap(({ text, parts }) => [text, ...parts.map(part => part.text)]))
      .map(plain),
  )
  for (const { number, text, line } of leftOut) {
    if (known.has(plain(text))) continue
    note({
      severity: 'warning',
      code: 'criterion-left-out',
      criterion: number,
      line,
      message: `“${number === null ? '' : `${number} `}${text}” looks like a criterion, but stands where none could be read. It was left out; look at the source.`,
    })
  }
}

function outcomeOf(shelf: Shelf): Outcome {
  const title = shelf.title?.title ?? null
  const kind = kindOfShelf(shelf)
  const most = title === null ? mostOf(shelf.criteria.map(({ text }) => text)) : null
  const kindOfEach = (text: string) => {
    // "The area is prepared…" under "Prepare an area": the outcome's own verb says what is asked for.
    if (kind === 'learning-outcome') return kindOf(title, text, most) ?? kindOf(title, title ?? '')
    return kind === 'element' ? 'performance' : kind
  }
  const criteria = shelf.criteria.toSorted((a, b) => compareCriteria(a.number, b.number))
  return {
    number: shelf.number,
    kind,
    title,
    criteria: criteria.map(withParts).map(({ number, text, parts }) => ({
      number,
      kind: kindOfEach(text),
      verb: commandVerb(text),
      plural: moreThanOneAsked({ text, verb: commandVerb(text) }) !== null,
      text,
      parts,
    })),
  }
}

/** Parts whose letters stood on a wrapped line are seen only once the line is whole. */
function withParts(criterion: CriterionSighting): CriterionSighting {
  return criterion.parts.length > 0 ? criterion : { ...criterion, ...partsIn(criterion.text) }
}

// Pass, merit, distinction: the order in which they are reached, not that of the alphabet.
function compareCriteria(a: string, b: string): number {
  const rank = (number: string) => 'PMD'.indexOf(/^(?:[A-Z]{1,3}\.)?([PMD])\d/.exec(number)?.[1] ?? '')
  return rank(a) - rank(b) || compareNumbers(a, b)
}

/** "f2" and "K" hold separately coded knowledge statements; "F2.1" is an element by the form of its number (R17). */
function kindOfShelf({ number, title }: Shelf): Outcome['kind'] {
  if (/^(?:[a-z]{1,2}\d{1,3}|K)$/.test(number)) return 'knowledge'
  if (/^(?:[A-Z]{1,2}\d{1,3}\.\d|P$)/.test(number)) return 'element'
  return title?.kind ?? 'learning-outcome'
}
