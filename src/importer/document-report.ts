/** What the report says of the document as a whole, and of each unit once everything is in its place. */

import type { Specification, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { Catalogued } from './cataloguing.ts'
import type { Note } from './draft.ts'
import { qualificationSignAgrees, unitLetterAgrees } from './numbers.ts'

/** Notes what is missing from units that are otherwise read, and numbers that look mistyped. Changes nothing. */
export function noteDocument(specification: Specification, units: Catalogued[], note: Note): void {
  noteTitles(specification.units, units, note)
  notePlaces(specification, units, note)
  noteMissing(specification, note)
  noteEmpty(specification.units, units, note)
  noteWithoutRequirements(specification, note)
  noteNumbers(specification, note)
}

/** Outcomes without a title: one line each, or one for a document that prints none at all. */
function noteTitles(settled: UnitSpecification[], units: Catalogued[], note: Note): void {
  const outcomes = settled.flatMap((unit, at) =>
    unit.outcomes.map(outcome => ({ unit, outcome, line: units[at]?.draft.line ?? null })),
  )
  const untitled = outcomes.filter(({ outcome }) => outcome.title === null && outcome.kind === 'learning-outcome')
  if (untitled.length === outcomes.length && untitled.length > 1) {
    note({
      severity: 'warning',
      code: 'no-outcome-titles',
      message: 'This document prints criteria without the titles of their outcomes.',
    })
    return
  }
  for (const { unit, outcome } of untitled) {
    note({
      severity: 'warning',
      code: 'outcome-title-missing',
      unit: unit.id,
      criterion: outcome.criteria[0]?.number ?? null,
      line: lineOf(units, unit.id, outcome.criteria[0]?.number),
      message: `The title of outcome ${outcome.number} is lost. Its ${outcome.criteria.length} criteria are kept; add the title from the published unit.`,
    })
  }
}

function lineOf(units: Catalogued[], id: string, criterion: string | undefined): number | null {
  const unit = units.find(({ draft }) => (draft.fields.reference ?? draft.fields.number ?? draft.fields.title) === id)
  return unit?.draft.sightings.find(sighting => sighting.number === criterion)?.line ?? unit?.draft.line ?? null
}

/** Units that no structure lists, in a document that lists others. */
function notePlaces({ qualifications, units }: Specification, catalogued: Catalogued[], note: Note): void {
  if (qualifications.length === 0 || catalogued.every(({ listed }) => listed === null)) return
  for (const [at, { draft, listed }] of catalogued.entries()) {
    const unit = units[at]
    if (listed !== null || draft.id !== undefined || unit === undefined) continue
    const isPlaced = qualifications.some(qualification => qualification.units.some(place => place.unit === unit.id))
    note({
      severity: 'warning',
      code: 'unit-not-listed',
      unit: unit.id,
      line: draft.line,
      message: `“${unit.title}” is in the text but in no list of units. ${isPlaced ? 'It was put where its page stands.' : 'It was kept, and belongs to no qualification here.'}`,
    })
  }
}

/** Level and credit that no page and no list gives: one line for the whole document where none has them. */
function noteMissing({ qualifications, units }: Specification, note: Note): void {
  const placed = new Set(qualifications.flatMap(qualification => qualification.units.map(place => place.unit)))
  const without = units.filter(unit => unit.level === null && unit.credit === null)
  if (without.length === 0) return
  if (without.length === units.length) {
    note({
      severity: 'warning',
      code: 'no-levels-or-credits',
      message: 'This document gives no level and no credit for any unit. They are left open.',
    })
    return
  }
  for (const unit of without.filter(({ id }) => placed.has(id)))
    note({
      severity: 'info',
      code: 'no-level-or-credit',
      unit: unit.id,
      message: 'Neither level nor credit is given for this unit.',
    })
}

/** Units without evidence requirements in a document that gives them for others, and units with no criteria. */
function noteWithoutRequirements({ qualifications, units }: Specification, note: Note): void {
  const placed = new Set(qualifications.flatMap(qualification => qualification.units.map(place => place.unit)))
  const numbered = units.filter(unit => unit.evidenceRequirements.length > 1)
  const without = units.filter(unit => placed.has(unit.id) && unit.evidenceRequirements.length === 0)
  if (numbered.length < 2 || without.length === 0) return
  note({
    severity: 'info',
    code: 'no-evidence-requirements',
    message: `Evidence requirements are given for other units but not for ${without.length}: ${without.map(({ id }) => id).join(', ')}.`,
  })
}

/** Units of which no criteria are in the text: one line each, or one for a document of structures. */
function noteEmpty(settled: UnitSpecification[], units: Catalogued[], note: Note): void {
  const without = settled.filter(unit => unit.outcomes.every(outcome => outcome.criteria.length === 0))
  if (without.length > settled.length / 2) {
    note({
      severity: 'warning',
      code: 'no-criteria',
      message: `${without.length} of ${settled.length} units have no criteria in this document. Import them from the published units.`,
    })
    return
  }
  for (const unit of without)
    note({
      severity: 'warning',
      code: 'unit-page-missing',
      unit: unit.id,
      line: lineOf(units, unit.id, undefined),
      message: `“${unit.title}” is listed, but no criteria of it are in the text.`,
    })
}

function noteNumbers({ qualifications, units }: Specification, note: Note): void {
  for (const { reference, id } of units) {
    if (reference === null || !/^[A-Z]\/\d{3}\/\d{4}$/.test(reference) || unitLetterAgrees(reference)) continue
    note({
      severity: 'warning',
      code: 'unit-number-mistyped',
      unit: id,
      message: `${reference} looks mistyped: its letter does not agree with its digits.`,
    })
  }
  for (const { number } of qualifications) {
    if (number === null || qualificationSignAgrees(number)) continue
    note({
      severity: 'warning',
      code: 'qualification-number-mistyped',
      message: `${number} looks mistyped: its last sign does not agree with its digits.`,
    })
  }
}
