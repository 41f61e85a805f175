/** Reports where a page prints outcomes and criteria out of order, which is what a broken table looks like. */

import { commandVerb } from './criterion-words.ts'
import type { CriterionSighting, DraftUnit, Note, OutcomeSighting } from './draft.ts'
import { outcomeNumberOf } from './outcome-numbers.ts'

type Placed = { outcome: OutcomeSighting; at: number; criteria: { sighting: CriterionSighting; at: number }[] }

/** Notes titles that come late, criteria under another outcome or in another column, and criteria cut out of a text. */
export function noteOrder(sightings: DraftUnit['sightings'], note: Note): void {
  const placed = placedByNumber(sightings)
  for (const outcome of placed) noteLateTitle(outcome, note)
  noteMisplaced(sightings, placed, note)
  noteColumns(sightings, note)
  noteRunOn(sightings, note)
  noteHidden(sightings, note)
  noteNextInside(sightings, note)
}

function placedByNumber(sightings: DraftUnit['sightings']): Placed[] {
  const titles = new Set(sightings.filter(isTitle).map(outcome => outcome.number))
  const criteria = new Map<string, Placed['criteria']>()
  for (const [at, sighting] of sightings.entries()) {
    if (sighting.type === 'outcome') continue
    const number = outcomeNumberOf(sighting, titles)
    const placed = criteria.get(number) ?? []
    placed.push({ sighting, at })
    criteria.set(number, placed)
  }
  // Where a page prints a title twice, the first printing says where the outcome stands.
  const known = new Set<string>()
  const isFirst = (number: string) => !known.has(number) && known.add(number)
  return sightings.flatMap((sighting, at) =>
    isTitle(sighting) && isFirst(sighting.number)
      ? [{ outcome: sighting, at, criteria: criteria.get(sighting.number) ?? [] }]
      : [],
  )
}

// Elements are named in every form that is about them, so where they stand says nothing.
function isTitle(sighting: DraftUnit['sightings'][number]): sighting is OutcomeSighting {
  return sighting.type === 'outcome' && sighting.kind === 'learning-outcome'
}

function noteLateTitle({ outcome, at, criteria }: Placed, note: Note): void {
  const before = criteria.filter(criterion => criterion.at < at).length
  if (before === 0) return
  const wholly = before === criteria.length
  note({
    severity: wholly ? 'warning' : 'info',
    code: wholly ? 'outcome-title-after-criteria' : 'outcome-title-late',
    line: outcome.line,
    message: wholly
      ? `The title of outcome ${outcome.number} is printed after all its criteria. It was placed by number.`
      : `The title of outcome ${outcome.number} is printed after its first ${before === 1 ? 'criterion' : 'criteria'}. It was placed by number.`,
  })
}

/** A criterion under a later outcome is misplaced, unless the titles merely stand together before all criteria. */
function noteMisplaced(sightings: DraftUnit['sightings'], placed: Placed[], note: Note): void {
  for (const { outcome, at, criteria } of placed) {
    for (const { sighting, at: where } of criteria) {
      if (where < at || sighting.under === outcome.number) continue
      const between = sightings.slice(at + 1, where)
      const title = between.findLast(other => other.type === 'outcome' && other.number !== outcome.number)
      if (!title) continue
      const together = !between.slice(0, between.indexOf(title)).some(other => other.type === 'criterion')
      if (together) continue
      note({
        severity: 'warning',
        code: 'criterion-misplaced',
        criterion: sighting.number,
        line: sighting.line,
        message: `Criterion ${sighting.number} stands under outcome ${title.number}. It was placed by number under outcome ${outcome.number}.`,
      })
    }
  }
}

function noteColumns(sightings: DraftUnit['sightings'], note: Note): void {
  const criteria = sightings.filter(sighting => sighting.type === 'criterion')
  const outcomes = sightings.filter(isTitle)
  const ofOutcomes = outcomes.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY)
  const columned = criteria.filter(criterion => criterion.column > ofOutcomes)
  const strays = criteria.filter(criterion => criterion.column <= ofOutcomes)
  if (columned.length === 0) return
  const titles = outcomes.filter(outcome => outcome.column > ofOutcomes)
  const [first] = strays
  if (first && strays.length < columned.length)
    note({
      severity: 'info',
      code: 'criterion-in-other-column',
      criterion: first.number,
      line: first.line,
      message: `${list(strays.map(({ number }) => number))} ${strays.length === 1 ? 'stands' : 'stand'} in the column of the outcomes and ${strays.length === 1 ? 'was' : 'were'} placed by number.`,
    })
  for (const title of titles)
    note({
      severity: 'info',
      code: 'outcome-in-other-column',
      line: title.line,
      message: `The title of outcome ${title.number} stands among the criteria and was placed by number.`,
    })
}

function noteRunOn(sightings: DraftUnit['sightings'], note: Note): void {
  const runOn = sightings.filter(sighting => sighting.type === 'criterion' && sighting.how === 'run-on')
  const [first] = runOn
  if (!first) return
  note({
    severity: 'info',
    code: 'split-from-running-text',
    criterion: first.number,
    line: first.line,
    message: `${list(runOn.map(({ number }) => number))} ran on from the criterion before in one text and ${runOn.length === 1 ? 'was' : 'were'} taken out by number.`,
  })
}

/** How the number after a criterion's own would be printed inside its words. */
function nextInside({ number, how }: CriterionSighting): { number: string; form: RegExp } | null {
  const found = /^(.*?)(\d+|[a-z])$/.exec(number)
  if (!found?.[2]) return null
  const [, stem = '', end] = found
  const next = /[a-z]/.test(end) ? String.fromCharCode(end.charCodeAt(0) + 1) : String(Number(end) + 1)
  const printed = printedAs(stem, next, how)
  return printed === null ? null : { number: stem + next, form: new RegExp(`\\s${printed}(?:\\s+\\p{L}{2}|$)`, 'u') }
}

function printedAs(stem: string, next: string, how: CriterionSighting['how']): string | null {
  if (/[a-z]/.test(next)) return `\\(?${next}[.)]`
  if (how === 'by-position') return `${next}[.)]`
  return `${stem.replace('.', '\\.')}${next}[:.)]?`
}
function noteNextInside(sightings: DraftUnit['sightings'], note: Note): void {
  const known = new Set(sightings.map(({ number }) => number))
  for (const sighting of sightings) {
    const next = sighting.type === 'outcome' ? null : nextInside(sighting)
    const texts = sighting.type === 'outcome' ? [] : [sighting.text, ...sighting.parts.map(part => part.text)]
    if (sighting.type === 'outcome' || !next || known.has(next.number) || !texts.some(text => next.form.test(text)))
      continue
    note({
      severity: 'warning',
      code: 'criterion-inside-text',
      criterion: next.number,
      line: sighting.line,
      message: `${next.number} seems to stand inside the words of ${sighting.number}: “${sighting.text}”. It was left there; look at the source.`,
    })
  }
}

const numberInside = /\s(\d{1,2}\.\d{1,2})[.:)]?\s+(?=\p{Lu})/gu

/** A number and a command inside another text may be a criterion that could not be taken out by number. */
function noteHidden(sightings: DraftUnit['sightings'], note: Note): void {
  const known = new Set(sightings.map(({ number }) => number))
  for (const sighting of sightings) {
    const text = (sighting.type === 'criterion' ? sighting.text : sighting.title) ?? ''
    for (const found of text.matchAll(numberInside)) {
      const [whole, number = ''] = found
      if (known.has(number) || commandVerb(text.slice(found.index + whole.length)) === null) continue
      note({
        severity: 'warning',
        code: 'criterion-inside-text',
        criterion: number,
        line: sighting.line,
        message: `${number} looks like a criterion inside the words of ${sighting.number}. It was left there; look at the source.`,
      })
    }
  }
}

function list(numbers: string[]): string {
  return numbers.length > 8 ? `${numbers.slice(0, 8).join(', ')} and ${numbers.length - 8} more` : numbers.join(', ')
}
