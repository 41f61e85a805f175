/** The units one qualification offers, each with what a rule of combination may ask about it, in number order. */

import { compareNumbers } from './numbering.ts'
import type { QualificationSpecification, Selector, UnitPlace, UnitSpecification } from './specification.ts'

/** A unit in its place. `level` and `credit` are null where the source does not give them. */
export type StructureUnit = {
  id: string
  number: string | null
  title: string
  level: number | null
  credit: number | null
  place: UnitPlace
}

/**
 * The structure of a qualification, in number order where every unit carries a number, else as the document lists it.
 * A unit that is listed but not described keeps its place, with nothing known about it. Listed twice, it stands once.
 */
export function structureOf(qualification: QualificationSpecification, units: UnitSpecification[]): StructureUnit[] {
  const described = new Map(units.map(unit => [unit.id, unit]))
  const places = new Map<string, UnitPlace>()
  for (const place of qualification.units) if (!places.has(place.unit)) places.set(place.unit, place)
  const structure = [...places.values()].map(place => {
    const unit = described.get(place.unit)
    return {
      id: place.unit,
      number: unit?.number ?? null,
      title: unit?.title ?? '',
      level: unit?.level ?? null,
      credit: unit?.credit ?? null,
      place,
    }
  })
  // All or none: comparing numbered with unnumbered units by two measures would not be an order.
  if (structure.some(unit => unit.number === null)) return structure
  return structure.sort((a, b) => compareNumbers(a.number ?? '', b.number ?? ''))
}

/** How a learner would recognise the unit: its local number or else its id, and its title in quotation marks. */
export function nameOfUnit(unit: Pick<StructureUnit, 'id' | 'number' | 'title'>): string {
  return `${unit.number ?? unit.id}${unit.title ? ` “${unit.title}”` : ''}`
}

/**
 * Whether a selector covers a unit: every field given must match. "unknown" when the source does not give the unit's
 * level and the selector asks for one; a unit without a group or theme stands in none.
 */
export function selects(selector: Selector | undefined, unit: StructureUnit): boolean | 'unknown' {
  if (!selector) return true
  const { place } = unit
  if (selector.group !== undefined && !among(selector.group, place.group)) return false
  if (selector.theme !== undefined && !among(selector.theme, place.theme)) return false
  if (selector.mandatory !== undefined && selector.mandatory !== place.mandatory) return false
  if (selector.optional !== undefined && selector.optional === place.mandatory) return false
  if (selector.units !== undefined && !selector.units.includes(unit.id)) return false
  if (selector.level === undefined) return true
  return unit.level === null ? 'unknown' : among(selector.level, unit.level)
}

function among<T>(wanted: T | T[], found: T | null): boolean {
  return found !== null && (Array.isArray(wanted) ? wanted.includes(found) : wanted === found)
}
