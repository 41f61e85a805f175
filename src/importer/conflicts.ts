/** Where a document contradicts itself about where evidence may come from. */

import type { Specification, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { Note } from './draft.ts'
import type { Line } from './line.ts'

const simulationFor =
  /\bsimulation\b[^.]{0,80}?\b(?:permitted|allowed|applied to)\b[^.]{0,60}?\bunits?\s+([A-Z]?\d{1,3}(?:(?:\s*,\s*|\s+and\s+)[A-Z]?\d{1,3}){0,30})\s*only/i
const realisticFor =
  /\brealistic work(?:ing)? environment\b[^.]{0,100}?\b(?:allowed|permitted|applied)\b[^.]{0,30}?\ball units\b[^.]{0,20}?((?:level \d(?:,? and |, )?)+)/i
const refusesRealistic = /realistic work(?:ing)? environment[^.]{0,60}\bnot (?:permissible|permitted|allowed)/i
const permitsRealistic = /realistic work(?:ing)? environment[^.]{0,60}\b(?:is|are) (?:permissible|permitted|allowed)/i

/** Notes what one part of the document permits and another does not. Nothing is changed: the strictest applies. */
export function noteConflicts(specification: Specification, lines: Line[], note: Note): void {
  for (const { pieces, number } of lines) {
    for (const { text } of pieces) {
      noteSimulation(text, number, specification.units, note)
      noteRealistic(text, number, specification, note)
    }
  }
}

function noteSimulation(text: string, line: number, units: UnitSpecification[], note: Note): void {
  const named = simulationFor.exec(text)?.[1]?.match(/[A-Z]?\d{1,3}/g) ?? []
  const absent = named.filter(number => !units.some(unit => unit.number === number))
  if (absent.length === 0) return
  note({
    severity: 'warning',
    code: 'simulation-conflict',
    line,
    message: `Simulation is permitted here for units ${named.join(', ')}, but ${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} no number of a unit in this document. What each unit says for itself was followed, which is stricter.`,
  })
}

function noteRealistic(text: string, line: number, { units, qualifications }: Specification, note: Note): void {
  const levels = realisticFor.exec(text)?.[1]?.match(/\d/g)
  if (!levels) return
  const named = (title: string) =>
    levels.some(level =>
      new RegExp(`\\b(?:[A-Z]VQ|Level) ?${level}\\b`).test(title.replace(/SCQF (?:level )?\d+/i, '')),
    )
  const allowed = new Set(
    qualifications
      .filter(({ title }) => named(title))
      .flatMap(qualification => qualification.units.map(place => place.unit)),
  )
  const placed = new Set(qualifications.flatMap(qualification => qualification.units.map(place => place.unit)))
  for (const unit of units.filter(({ id }) => placed.has(id))) {
    const words = unit.evidenceRequirements.map(requirement => requirement.text).join(' ')
    const here = refusesRealistic.test(words) ? false : permitsRealistic.test(words) ? true : null
    if (here === null || here === allowed.has(unit.id)) continue
    note({
      severity: 'warning',
      code: 'environment-conflict',
      unit: unit.id,
      line,
      message: `Evidence from a realistic working environment is ${here ? 'permitted' : 'not permitted'} by this unit's evidence requirements, but ${here ? 'not ' : 'permitted '}by this line. The stricter of the two applies: not permitted.`,
    })
  }
}
