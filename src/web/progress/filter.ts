/** Which criteria of a matrix are shown. */
import type { StandingState } from '#domain/progress/standing.ts'
import type { Result } from '../api.ts'

export type Matrix = Result<'GET /centres/:centreId/registrations/:registrationId/matrix'>
export type MatrixUnitShown = Matrix['units'][number]
/** By unit, whether it is ready and what is missing. */
export type Coverages = Result<'GET /centres/:centreId/registrations/:registrationId/coverage'>['units']

export type MatrixFilter = { unitId: string; state: StandingState | 'all'; mine: boolean; search: string }
export const noFilter: MatrixFilter = { unitId: '', state: 'all', mine: false, search: '' }

export const isFiltering = (f: MatrixFilter): boolean =>
  f.unitId !== '' || f.state !== 'all' || f.mine || f.search.trim() !== ''

/** By unit, the criteria that the filter finds; null where nothing is filtered. A unit without any is not in it. */
export function shownCriteria(
  matrix: Pick<Matrix, 'units' | 'standings'>,
  filter: MatrixFilter,
  personId: string,
): Map<string, Set<string>> | null {
  if (!isFiltering(filter)) return null
  const words = filter.search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const shown = new Map<string, Set<string>>()
  for (const unit of matrix.units) {
    if (filter.unitId && unit.id !== filter.unitId) continue
    const found = new Set<string>()
    for (const outcome of unit.outcomes)
      for (const criterion of outcome.criteria) {
        const standing = matrix.standings[criterion.id]
        if (filter.state !== 'all' && (standing?.state ?? 'none') !== filter.state) continue
        if (filter.mine && standing?.mover?.person?.id !== personId) continue
        const said = `${criterion.number} ${criterion.text} ${criterion.parts.map(p => p.text).join(' ')}`.toLowerCase()
        if (!words.every(w => said.includes(w))) continue
        found.add(criterion.id)
      }
    if (found.size > 0) shown.set(unit.id, found)
  }
  return shown
}
