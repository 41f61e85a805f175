/** Labels and a heading above one page, in either order, that are about one and the same unit. */

import type { DraftUnit } from './draft.ts'
import type { UnitHeading } from './headings.ts'
import type { Field } from './vocabulary.ts'

/** Adds a heading to a unit whose labels stood above it, unless it says anything against them: then it is another's. */
export function joinsHead(unit: DraftUnit, { fields, mandatory }: UnitHeading): boolean {
  const said = Object.entries(fields) as [Field, string][]
  const { title, number, reference } = unit.fields
  const isNamed = title !== undefined || number !== undefined || reference !== undefined
  if (unit.sightings.length > 0 || said.length === 0) return false
  if (!isNamed && said.every(([field]) => field === 'title')) return false
  if (said.some(([field, value]) => (unit.fields[field] ?? value) !== value)) return false
  Object.assign(unit.fields, fields)
  unit.mandatory ??= mandatory
  return true
}
