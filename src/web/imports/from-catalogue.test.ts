import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { UnitSpecification } from '#domain/qualifications/specification.ts'
import { merged, missingFrom } from './FromCatalogue.tsx'

const whole = sampleSpecification.units[0] as UnitSpecification
const tree = whole.outcomes.map((outcome, at) => ({
  ...outcome,
  id: `o${at}`,
  criteria: outcome.criteria.map(criterion => ({ ...criterion, id: criterion.number })),
}))

it('a unit that lost its first outcome and one criterion becomes whole again, in the order of the numbers [R18, R22]', () => {
  const damaged = {
    ...whole,
    outcomes: whole.outcomes.slice(1).map((o, at) => (at === 0 ? { ...o, criteria: o.criteria.slice(1) } : o)),
  }
  const missing = missingFrom(damaged, tree)
  expect(missing.map(outcome => outcome.number)).toEqual(['1', '2'])
  expect(merged(damaged, missing)).toEqual(whole.outcomes)
})

it('nothing is offered for a unit that is whole', () => expect(missingFrom(whole, tree)).toEqual([]))
