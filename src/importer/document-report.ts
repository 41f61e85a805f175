/** What the report says of the document as a whole, and of each unit once everything is in its place. */

import type { Specification, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { Catalogued } from './cataloguing.ts'
import type { Note } from './draft.ts'
import { qualificationSignAgrees, unitLetterAgrees } from './numbers.ts'

/** Notes what is missing from units that are otherwise read, and numbers that look mistyped. Changes nothing. */
export function noteDocument(specification: Specification, units: Catalogued[], note: Note): void {
  noteTitles(specification.units, units, note)
  noteMissing(specification.units, note)
  noteEmpty(specification.units, units, note)
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

/** Level and credit that no page and no list gives: one line for the whole document where none has them. */
function noteMissing(units: UnitSpecification[], note: Note): void {
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
  for (const unit of without)
    note({
      severity: 'info',
      code: 'no-level-or-credit',
      unit: unit.id,
      message: 'Neither level nor credit is given for this unit.',
    })
}

function noteEmpty(settled: UnitSpecification[], units: Catalogued[], note: Note): void {
  const empty = settled.filter(unit => unit.outcomes.length === 0 && unit.evidenceRequirements.length === 0)
  for (const unit of empty.length === settled.length ? [] : empty) {
    note({
      severity: 'warning',
      code: 'unit-page-missing',
      unit: unit.id,
      line: lineOf(units, unit.id, undefined),
      message: `“${unit.title}” is listed, but no outcomes or criteria of it are in the text.`,
    })
  }
  if (empty.length === settled.length)
    note({
      severity: 'warning',
      code: 'no-criteria',
      message: 'Units are listed in this document, but no outcomes or criteria of them are.',
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
