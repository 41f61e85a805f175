/** Criteria by grade (P1, M1, D1) in a grid of their own, which does not say to which outcome each belongs. */

import type { CriterionSighting, DraftUnit, Note } from './draft.ts'

type Sightings = DraftUnit['sightings']

/** The number of the heading under which such a grid is kept. */
const gridNumber = 'G'
const graded = /^[PMD]\d{1,2}$/

/**
 * Sightings in which a grid that stands below all the outcomes is kept under a heading of its own, in the printed
 * words: under the outcome that happened to come last it would say what the document does not.
 */
export function withGrades(sightings: Sightings, title: string | null, note: Note): Sightings {
  const criteria = sightings.filter(sighting => sighting.type === 'criterion')
  const [first] = criteria
  const outcomes = new Set(sightings.flatMap(sighting => (sighting.type === 'outcome' ? [sighting.number] : [])))
  if (!first || outcomes.size === 1 || !criteria.every(criterion => isApart(criterion, first))) return sightings
  if (outcomes.size > 0)
    note({
      severity: 'info',
      code: 'grades-apart',
      criterion: first.number,
      line: first.line,
      message:
        'The criteria for the grades stand in a table of their own, which does not say to which outcome each belongs. They were kept together below the outcomes.',
    })
  const moved = sightings.map(sighting =>
    sighting.type === 'criterion' ? { ...sighting, under: gridNumber } : sighting,
  )
  const { line, column } = first
  const at = sightings.indexOf(first)
  return moved.toSpliced(at, 0, { type: 'outcome', number: gridNumber, title, kind: 'learning-outcome', line, column })
}

function isApart(criterion: CriterionSighting, first: CriterionSighting): boolean {
  return graded.test(criterion.number) && criterion.under === first.under
}
