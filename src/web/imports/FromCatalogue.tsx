import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { inOrder } from '#domain/qualifications/shared-units.ts'
import type { Outcome, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { TreeOutcome } from '#domain/qualifications/tree.ts'
import { useResult } from '../results.ts'
import { list } from '../words/codes.ts'
import { criteriaText } from '../words/qualifications.ts'
import style from './imports.module.css'

/**
 * Where the catalogue has the same unit from another document, whole: offers the criteria that are missing here, shows
 * them first, and takes them over only when told to (R22).
 */
export function FromCatalogue({ unit, take }: { unit: UnitSpecification; take: (outcomes: Outcome[]) => void }) {
  const found = useResult('GET /centres/:centreId/units', { query: { search: unit.id } })
  // The damaged unit may have been published before: the one with the most to offer comes first.
  const known = found.data?.units.filter(one => one.code === unit.id).toSorted((a, b) => b.criteria - a.criteria)[0]
  const asked = useResult(
    'GET /centres/:centreId/units/:unitId',
    { params: { unitId: known?.id ?? '' }, query: known ? { versionId: known.versionId } : {} },
    { enabled: known !== undefined },
  )
  if (!known || !asked.data) return null
  const missing = missingFrom(unit, asked.data.unit.outcomes)
  const criteria = missing.flatMap(outcome => outcome.criteria)
  if (criteria.length === 0) return null
  const { title, versionId } = asked.data.shown
  return (
    <div className={style.offer}>
      <p>
        The catalogue has this unit from{' '}
        <Link
          to="/c/$centreId/catalogue/units/$unitId"
          params={{ unitId: known.id } as never}
          search={{ version: versionId }}
        >
          {title}
        </Link>
        , with {criteriaText(criteria.length)} that {criteria.length === 1 ? 'is' : 'are'} not here:{' '}
        {list(criteria.map(criterion => criterion.number))}.
      </p>
      <details>
        <summary>Read {criteria.length === 1 ? 'it' : 'them'}</summary>
        <ul>
          {criteria.map(criterion => (
            <li key={criterion.number}>
              {criterion.number} {criterion.text}
            </li>
          ))}
        </ul>
      </details>
      <Button size="compact-md" variant="default" onClick={() => take(merged(unit, missing))}>
        Take over {criteriaText(criteria.length)}
      </Button>
    </div>
  )
}

/** The outcomes of the other unit, each with only those criteria whose numbers are not here. */
export function missingFrom(unit: UnitSpecification, outcomes: TreeOutcome[]): Outcome[] {
  const here = new Set(unit.outcomes.flatMap(outcome => outcome.criteria.map(criterion => criterion.number)))
  return outcomes
    .map(({ id: _id, ...outcome }) => ({
      ...outcome,
      criteria: outcome.criteria.filter(c => !here.has(c.number)).map(({ id: _id, ...criterion }) => criterion),
    }))
    .filter(outcome => outcome.criteria.length > 0)
}

/** The outcomes of the unit with the missing criteria in their places; an outcome that is lost altogether comes along. */
export function merged(unit: UnitSpecification, missing: Outcome[]): Outcome[] {
  const added = missing.filter(outcome => !unit.outcomes.some(one => one.number === outcome.number))
  const outcomes = unit.outcomes.map(outcome => ({
    ...outcome,
    criteria: [...outcome.criteria, ...(missing.find(one => one.number === outcome.number)?.criteria ?? [])],
  }))
  return inOrder({ ...unit, outcomes: [...outcomes, ...added] }).outcomes
}
