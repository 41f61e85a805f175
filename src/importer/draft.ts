/** A unit as it is being read: everything sighted under it, in the order of the page, before it is settled. */

import type { LetteredPart, ReportLine } from '#domain/qualifications/specification.ts'
import type { Field, Section } from './vocabulary.ts'

export type OutcomeSighting = {
  type: 'outcome'
  number: string
  title: string | null
  kind: 'learning-outcome' | 'element' | 'knowledge'
  line: number
  column: number
  /** Taken from the list of units, not from the unit's own page. */
  listed?: boolean
}

export type CriterionSighting = {
  type: 'criterion'
  number: string
  text: string
  parts: LetteredPart[]
  /** The outcome it stood under, which its number may contradict. */
  under: string | null
  how: 'printed' | 'run-on' | 'by-position'
  line: number
  column: number
}

/** What looks like a criterion and found no place: it is told, and never dropped in silence. */
export type LeftOut = { number: string | null; text: string; line: number }

export type DraftRequirement = { number: string; text: string; items: LetteredPart[]; line: number }

export type DraftUnit = {
  line: number
  /** Set where the number is taken by another unit, so that it cannot serve to tell the two apart. */
  id?: string
  fields: Partial<Record<Field, string>>
  mandatory: boolean | null
  /** Values in the unit's head that had no label. */
  loose: string[]
  sightings: (OutcomeSighting | CriterionSighting)[]
  sections: { section: Section; texts: string[]; line: number }[]
  requirements: DraftRequirement[]
  leftOut: LeftOut[]
  worksheet: boolean
  /** The words above a grid of grades that stands apart from the outcomes. */
  gradesTitle?: string
  /** Set where the page's heading is lost and the unit is known only by what it holds. */
  orphan: boolean
}

export function draftUnit(line: number, fields: DraftUnit['fields'] = {}): DraftUnit {
  return {
    line,
    fields,
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

export type Note = (line: Omit<ReportLine, 'unit' | 'criterion' | 'line'> & Partial<ReportLine>) => void

/** A report that lines are added to; what a line does not say is null. */
export function openReport(): { report: ReportLine[]; note: Note } {
  const report: ReportLine[] = []
  return { report, note: line => report.push({ unit: null, criterion: null, line: null, ...line }) }
}
