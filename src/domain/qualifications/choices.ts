/** What stands around each choice while units are being chosen: how far each bound is, and why a unit cannot be added. */

import { combinationOf } from './combination.ts'
import { type RuleConfirmation, sumsOf } from './constraints.ts'
import type { QualificationSpecification, Selector, UnitSpecification } from './specification.ts'
import type { StructureUnit } from './structure.ts'

/** One bound and how much of it is taken: credits or units, where (`of`), between `min` and `max` where the rule sets them. */
export type Count = {
  rule: number | null
  measure: 'credits' | 'units'
  of: Selector | null
  have: number
  min: number | null
  max: number | null
}

/**
 * Why a unit would break an upper bound. `certain` is false where only an unknown credit or level might: then the unit
 * can be chosen, and the reader is told.
 */
export type Obstacle =
  | { code: 'barred'; certain: true; units: string[] }
  | { code: 'maximum'; certain: boolean; measure: 'credits' | 'units'; of: Selector | null; max: number }

/** By unit id, only units that are not chosen and meet an obstacle: the first certain one, else the first that may be one. */
export type Choices = { structure: StructureUnit[]; counts: Count[]; obstacles: Map<string, Obstacle> }

/** Looks at every bound and every unit once (R43, R44). Refuses nothing; ids outside the structure count for nothing. */
export function choicesOf(
  qualification: QualificationSpecification,
  units: UnitSpecification[],
  selectedIds: readonly string[],
  confirmations: RuleConfirmation[] = [],
): Choices {
  const { structure, constraints } = combinationOf(qualification, units, confirmations)
  const wanted = new Set(selectedIds)
  const chosen = structure.filter(unit => wanted.has(unit.id))
  const counts: Count[] = []
  const obstacles = new Map<string, Obstacle>()
  for (const constraint of constraints) {
    const { index, measure, min, max, share } = constraint
    const of = constraint.of ?? null
    const sums = sumsOf(constraint, chosen)
    if (measure !== 'barred')
      counts.push({
        ...{ rule: index, measure, of, have: sums.least },
        ...{ min: min > 0 ? min : null, max: Number.isFinite(max) ? max : null },
      })
    if (!Number.isFinite(max)) continue
    for (const unit of structure) {
      if (wanted.has(unit.id)) continue
      const adds = share(unit)
      const certain = adds.least > 0 && sums.least + adds.least > max
      const possible = adds.most > 0 && sums.most + adds.most > max
      if (!possible || obstacles.get(unit.id)?.certain || (!certain && obstacles.has(unit.id))) continue
      if (measure !== 'barred') obstacles.set(unit.id, { code: 'maximum', certain, measure, of, max })
      else
        obstacles.set(unit.id, {
          ...{ code: 'barred', certain: true },
          units: chosen.filter(each => share(each).least > 0).map(each => each.id),
        })
    }
  }
  return { structure, counts, obstacles }
}
