/** What keeps a specification from being published: faults that would leave a learner with a unit nobody can claim on. */

import { compareNumbers } from './numbering.ts'
import type { Specification, UnitSpecification } from './specification.ts'

export type SpecificationFaultCode =
  | 'no-qualification'
  | 'qualification-without-title'
  | 'qualification-without-units'
  | 'qualification-twice'
  | 'unit-without-id'
  | 'unit-without-title'
  | 'unit-twice'
  | 'unit-unknown'
  | 'unit-placed-twice'
  | 'outcome-without-number'
  | 'outcome-twice'
  | 'criterion-without-number'
  | 'criterion-without-text'
  | 'criterion-twice'

/** `qualification` is a title or number, `unit` an id, `number` that of an outcome or criterion: what there is to name. */
export type SpecificationFault = {
  code: SpecificationFaultCode
  qualification: string | null
  unit: string | null
  number: string | null
}

/** Every fault that makes a specification unusable, in the order of the document; none where it can be published. R22. */
export function faultsOf(specification: Specification): SpecificationFault[] {
  const { qualifications, units } = specification
  return [
    ...(qualifications.length === 0 ? [fault('no-qualification')] : []),
    ...twice(qualifications.flatMap(q => q.number ?? [])).map(q => fault('qualification-twice', { qualification: q })),
    ...qualifications.flatMap(q => placeFaults(q, new Set(units.map(unit => unit.id)))),
    ...twice(units.map(unit => unit.id).filter(Boolean)).map(unit => fault('unit-twice', { unit })),
    ...units.flatMap(unitFaults),
  ]
}

function placeFaults(q: Specification['qualifications'][number], known: Set<string>): SpecificationFault[] {
  const qualification = q.title || q.number
  const placed = q.units.map(place => place.unit)
  return [
    ...(q.title.trim() ? [] : [fault('qualification-without-title', { qualification })]),
    ...(placed.length > 0 ? [] : [fault('qualification-without-units', { qualification })]),
    ...placed.filter(unit => !unit.trim()).map(() => fault('unit-without-id', { qualification })),
    ...placed
      .filter(unit => unit.trim() && !known.has(unit))
      .map(unit => fault('unit-unknown', { qualification, unit })),
    ...twice(placed.filter(unit => unit.trim())).map(unit => fault('unit-placed-twice', { qualification, unit })),
  ]
}

function unitFaults(unit: UnitSpecification): SpecificationFault[] {
  const at = { unit: unit.id || unit.title }
  const criteria = unit.outcomes.flatMap(outcome => outcome.criteria)
  return [
    ...(unit.id.trim() ? [] : [fault('unit-without-id', at)]),
    ...(unit.title.trim() ? [] : [fault('unit-without-title', at)]),
    ...unit.outcomes.filter(o => !o.number.trim()).map(() => fault('outcome-without-number', at)),
    ...twice(unit.outcomes.map(o => o.number).filter(Boolean)).map(number => fault('outcome-twice', { ...at, number })),
    ...criteria.filter(c => !c.number.trim()).map(() => fault('criterion-without-number', at)),
    ...criteria
      .filter(c => !c.text.trim() && c.parts.length === 0)
      .map(c => fault('criterion-without-text', { ...at, number: c.number })),
    ...twice(criteria.map(c => c.number).filter(Boolean)).map(number => fault('criterion-twice', { ...at, number })),
  ]
}

const fault = (
  code: SpecificationFaultCode,
  where: Partial<Omit<SpecificationFault, 'code'>> = {},
): SpecificationFault => ({ code, qualification: null, unit: null, number: null, ...where })

/** The values that stand more than once, each once. */
function twice(values: string[]): string[] {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const value of values) (seen.has(value) ? again : seen).add(value)
  return [...again].sort(compareNumbers)
}
