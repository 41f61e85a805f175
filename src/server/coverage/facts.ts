/** A registration's units as the coverage of each is computed from: what the version asks for, and what stands in the record. */
import { type Coverage, type CoverageFacts, type CoveredUnit, coverageOf } from '#domain/coverage/coverage.ts'
import { readingOf } from '#domain/coverage/reading.ts'
import type { UnitSpecification } from '#domain/qualifications/specification.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import type { Version } from '#server/qualifications/tree.ts'
import type { SelectCoverageRow } from './queries.ts'

export type UnitCovered = {
  unit: TreeUnit
  /** Whether the specification says that a worksheet belongs to it (R82). */
  worksheet: boolean
  asked: CoveredUnit
  facts: CoverageFacts
  coverage: Coverage
}

/** The coverage of each chosen unit, in the order of the version. @param only the one unit that is asked for. */
export function coveredUnits(row: SelectCoverageRow, { tree, structure }: Version, only?: string): UnitCovered[] {
  const chosen = new Set(row.unitIds)
  const specifications = new Map(structure.units.map(u => [u.id, u]))
  return tree.units
    .filter(u => chosen.has(u.id) && (!only || u.id === only))
    .map(unit => {
      const specification = specifications.get(unit.code)
      const asked = askedOf(row, unit, specification)
      const facts = factsOf(row, unit)
      return { unit, worksheet: specification?.worksheet ?? false, asked, facts, coverage: coverageOf(asked, facts) }
    })
}

/** What a unit asks for: as a named person found it, else as its words read. */
function askedOf({ reviews }: SelectCoverageRow, unit: TreeUnit, said: UnitSpecification | undefined): CoveredUnit {
  const requirements = said?.evidenceRequirements ?? []
  const reading = reviews[unit.id]?.reading ?? readingOf(requirements, said?.simulation ?? null)
  return { outcomes: unit.outcomes, requirements, reading }
}

function factsOf(row: SelectCoverageRow, unit: TreeUnit): CoverageFacts {
  const own = new Set(unit.outcomes.flatMap(o => o.criteria.map(c => c.id)))
  return {
    standings: new Map(Object.entries(row.standings)),
    occasions: row.occasions
      .map(o => ({ ...o, criteria: o.criteria.filter(id => own.has(id)) }))
      .filter(o => o.criteria.length > 0),
    ticks: row.ticks.filter(t => t.unitId === unit.id),
    preconditions: row.preconditions.filter(p => p.unitId === unit.id),
    records: row.records,
    enforcement: row.enforcement,
    reviewed: unit.id in row.reviews,
  }
}
