import type { Specification } from '#domain/qualifications/specification.ts'

export type Counts = {
  qualifications: number
  units: number
  criteria: number
  errors: number
  warnings: number
  infos: number
}

export function countsOf({ qualifications, units, report }: Specification): Counts {
  const outcomes = units.flatMap(unit => unit.outcomes)
  const said = (severity: string) => report.filter(line => line.severity === severity).length
  return {
    qualifications: qualifications.length,
    units: units.length,
    criteria: outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0),
    errors: said('error'),
    warnings: said('warning'),
    infos: said('info'),
  }
}
