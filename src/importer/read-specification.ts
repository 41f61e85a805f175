/** Reads the text of an awarding organisation's document into a specification, by its structure alone. */

import {
  type Specification,
  type SpecificationSource,
  specificationFormat,
} from '#domain/qualifications/specification.ts'
import { type Catalogued, catalogued } from './cataloguing.ts'
import { noteChoices } from './choices.ts'
import { codeRows } from './code-tables.ts'
import { noteConflicts } from './conflicts.ts'
import { noteDocument } from './document-report.ts'
import { documentWords } from './document-words.ts'
import { openReport } from './draft.ts'
import { withoutFurniture } from './furniture.ts'
import { linesOf } from './lines.ts'
import { settledQualifications } from './qualification-settling.ts'
import { read } from './reader.ts'
import { noteMergedItems } from './requirements.ts'
import { settledUnit, unitId } from './unit-settling.ts'

// No qualification has a tenth of this; more would only be looked up against each other for a long time.
const mostUnits = 4000

const nothing =
  'No units with their criteria, and no list of units, were found in this document, so there is nothing to import.'

export type Source = Pick<SpecificationSource, 'name' | 'sha256'>

/** One sentence that says why a text is no specification, and the single faults where they can be named. */
export type Refused = { refusal: string; faults?: string[] }

export type SpecificationReading = { specification: Specification } | Refused

/**
 * Takes the whole text of a document and what is known of the file; gives every unit, outcome and criterion in it,
 * each criterion once, in its printed words, and a report of all that was damaged. Pure.
 * Refuses a text in which no unit with criteria or evidence requirements, and no list of units, can be found. Rule: R22.
 */
export function readSpecification(text: string, source: Source): SpecificationReading {
  const lines = linesOf(text)
  const { report, note } = openReport()
  const reading = read(withoutFurniture(lines))
  if (reading.drafts.length + reading.listed.length > mostUnits)
    return {
      refusal: 'This document holds far more headings of units than any specification does, so it was not read.',
    }
  const units = catalogued(reading, note)
  if (!isUsable(units)) return { refusal: nothing }
  const words = documentWords(lines)
  const found = { words, units, groups: reading.groups, sentences: reading.sentences, codes: codeRows(lines) }
  const qualifications = settledQualifications(found, note)
  const settled = units.map(({ draft }) => settledUnit(draft, note))
  const specification: Specification = {
    format: specificationFormat,
    source: {
      ...source,
      awardingOrganisation: words.names.find(({ named }) => named.organisation !== null)?.named.organisation ?? null,
      documentTitle: qualifications[0]?.title ?? null,
      documentVersion: words.versions.length === 0 ? null : words.versions.join(', '),
    },
    qualifications,
    units: settled,
    report,
  }
  noteDocument(specification, units, note)
  noteMergedItems(
    units.map(({ draft }) => ({ unit: unitId(draft), requirements: draft.requirements })),
    note,
  )
  noteConflicts(specification, lines, note)
  noteChoices(specification, lines, note)
  return { specification: { ...specification, report: report.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) } }
}

/** A document that merely mentions units, such as a report about them, specifies nothing. */
function isUsable(units: Catalogued[]): boolean {
  const holdsSomething = units.some(
    ({ draft }) => draft.requirements.length > 0 || draft.sightings.some(sighting => sighting.type === 'criterion'),
  )
  return holdsSomething || units.filter(({ listed }) => listed !== null).length > 1
}
