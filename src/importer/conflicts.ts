/** Where a document says, outside its units, where evidence may come from; and where it contradicts itself about that. */

import type {
  PermissionStatement,
  QualificationSpecification,
  Specification,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'
import type { Note } from './draft.ts'
import type { Line } from './line.ts'

const simulationFor =
  /\bsimulation\b[^.]{0,80}?\b(?:permitted|allowed|applied to)\b[^.]{0,60}?\bunits?\s+([A-Z]?\d{1,3}(?:(?:\s*,\s*|\s+and\s+)[A-Z]?\d{1,3}){0,30})\s*only/i
const simulationListed =
  /\buse of simulation\b[^.]{0,80}?\bfollowing\b[^.]{0,60}?\bunits?\b[^.]{0,20}?\bonly\b|\bsimulation can only be applied\b[^.]{0,80}?\bunits?\b[^.]{0,20}?\blisted\b/i
const listedUnit = /^([A-Z]?\d{1,3})\s+\p{Lu}/u
const realisticFor =
  /\brealistic work(?:ing)? environment\b[^.]{0,100}?\b(?:allowed|permitted|applied)\b[^.]{0,30}?\ball units\b[^.]{0,20}?((?:level \d(?:,? and |, )?)+)/i
const level = /\blevel (\d)\b/gi

type Saying = {
  about: PermissionStatement['about']
  text: string
  line: number
  levels: string[]
  named: string[] | null
  listed: boolean
}

/**
 * Puts what the document says of units in general beside each qualification, and notes what one part of the document
 * permits and another does not. Nothing is changed: the strictest applies (R104).
 */
export function noteConflicts(specification: Specification, lines: Line[], note: Note): void {
  const sayings = sayingsIn(lines)
  for (const qualification of specification.qualifications) {
    const statements = sayings.flatMap(saying => statementsOf(saying, qualification, specification.units))
    if (statements.length > 0) qualification.permissionStatements = statements
  }
  for (const saying of sayings) {
    if (saying.about === 'environment') noteEnvironment(saying, specification, note)
    else noteSimulation(saying, specification.units, note)
  }
}

function sayingsIn(lines: Line[]): Saying[] {
  return lines.flatMap(({ pieces, number }, at) =>
    pieces.flatMap(({ text }): Saying[] => {
      const levels = [...text.matchAll(level)].map(found => found[1] as string)
      const named = simulationFor.exec(text)?.[1]?.match(/[A-Z]?\d{1,3}/g)
      if (named) return [{ about: 'simulation', text, line: number, levels, named, listed: false }]
      const listed = simulationListed.test(text) ? listedAfter(lines, at) : []
      if (listed.length > 0) return [{ about: 'simulation', text, line: number, levels, named: listed, listed: true }]
      if (realisticFor.test(text))
        return [{ about: 'environment', text, line: number, levels, named: null, listed: false }]
      return []
    }),
  )
}

/** The units in the list that follows a line, up to the first line that is no unit. */
function listedAfter(lines: Line[], at: number): string[] {
  const listed: string[] = []
  for (const { pieces } of lines.slice(at + 1, at + 40)) {
    const texts = pieces.map(({ text }) => text.replace(/^[·•*-]\s*/, '').trim()).filter(Boolean)
    const found = texts.map(text => listedUnit.exec(text)?.[1])
    if (found.some(unit => !unit)) break
    listed.push(...(found as string[]))
  }
  return listed
}

/** "Only" means: nothing else. A realistic environment that is for some levels is not for the others. */
function statementsOf(
  { about, text, line, levels, named }: Saying,
  { title, units: places }: QualificationSpecification,
  units: UnitSpecification[],
): PermissionStatement[] {
  const here = levels.length === 0 || levels.some(one => isOfLevel(title, one))
  const placement = about === 'environment' && /\bwork placement\b/i.test(text)
  const base = { about, placement, text, line }
  const all = places.map(place => place.unit)
  if (named === null) return [{ ...base, permission: here ? 'allowed' : 'not-allowed', units: all, unknownUnits: [] }]
  const numbered = (id: string) => units.find(unit => unit.id === id)?.number ?? id
  const permitted = here ? all.filter(id => named.includes(numbered(id)) || named.includes(id)) : []
  const unknown = here ? named.filter(one => !units.some(unit => unit.number === one || unit.id === one)) : []
  const banned = all.filter(id => !permitted.includes(id))
  return [
    ...(permitted.length + unknown.length > 0
      ? [{ ...base, permission: 'allowed' as const, units: permitted, unknownUnits: unknown }]
      : []),
    ...(banned.length > 0
      ? [{ ...base, permission: 'not-for-performance' as const, units: banned, unknownUnits: [] }]
      : []),
  ]
}

const isOfLevel = (title: string, one: string) =>
  new RegExp(`\\b(?:[A-Z]VQ|Level) ?${one}\\b`).test(title.replace(/SCQF (?:level )?\d+/i, ''))

function noteSimulation({ named, line, listed }: Saying, units: UnitSpecification[], note: Note): void {
  const absent = (named ?? []).filter(number => !units.some(unit => unit.number === number))
  // A list of units may well be of another level than the document's own.
  if (absent.length === 0 || listed) return
  note({
    severity: 'warning',
    code: 'simulation-conflict',
    line,
    message: `Simulation is permitted here for units ${(named ?? []).join(', ')}, but ${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} no number of a unit in this document. What each unit says for itself was followed, which is stricter.`,
  })
}

function noteEnvironment({ levels, line }: Saying, { units, qualifications }: Specification, note: Note): void {
  const named = ({ title }: QualificationSpecification) => levels.some(one => isOfLevel(title, one))
  const allowed = new Set(qualifications.filter(named).flatMap(q => q.units.map(place => place.unit)))
  const placed = new Set(qualifications.flatMap(q => q.units.map(place => place.unit)))
  for (const { id, simulation } of units.filter(unit => placed.has(unit.id))) {
    const here = simulation.environment ? simulation.environment.permission === 'allowed' : null
    if (here === null || here === allowed.has(id)) continue
    note({
      severity: 'warning',
      code: 'environment-conflict',
      unit: id,
      line,
      message: `Evidence from a realistic working environment is ${here ? 'permitted' : 'not permitted'} by this unit's evidence requirements, but ${here ? 'not ' : 'permitted '}by this line. The stricter of the two applies: not permitted.`,
    })
  }
}
