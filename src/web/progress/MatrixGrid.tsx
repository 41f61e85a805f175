import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import type { Coverages, Matrix, MatrixUnitShown } from './filter.ts'
import style from './Matrix.module.css'
import { MatrixUnit } from './MatrixUnit.tsx'

/**
 * The tree as a grid: one stop for the Tab key, arrow keys inside, Enter opens. Which cell is the stop is kept on the
 * page itself and not in state, so that walking through 617 cells paints nothing but the focus.
 */
export const MatrixGrid = memo(function MatrixGrid({
  matrix,
  coverage,
  shown,
  wording,
  closed,
  toggle,
  open,
}: {
  matrix: Matrix
  /** Comes a moment after the matrix. */
  coverage: Coverages | undefined
  shown: Map<string, Set<string>> | null
  wording: boolean
  closed: ReadonlySet<string>
  toggle: (unitId: string) => void
  open: (criterionId: string) => void
}) {
  const grid = useRef<HTMLDivElement>(null)
  // After a filter or a unit took the stop away, the first cell becomes the stop.
  useEffect(() => {
    if (!grid.current?.querySelector('[data-cell][tabindex="0"]'))
      grid.current?.querySelector('[data-cell]')?.setAttribute('tabindex', '0')
  })
  const units = matrix.units.filter(u => !shown || shown.has(u.id))
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Units, learning outcomes and criteria"
      className={style.grid}
      data-wording={wording || undefined}
      onKeyDown={event => walk(event, wording)}
      onFocus={event => makeStop(event.currentTarget, event.target)}
      onClick={event => {
        const cell = (event.target as HTMLElement).closest('[data-criterion]')
        if (cell) open(cell.getAttribute('data-criterion') as string)
      }}
    >
      {units.map((unit: MatrixUnitShown) => (
        <MatrixUnit
          key={unit.id}
          unit={unit}
          registrationId={matrix.registrationId}
          coverage={coverage?.[unit.id]}
          standings={matrix.standings}
          shown={shown?.get(unit.id) ?? null}
          open={shown !== null || !closed.has(unit.id)}
          toggle={toggle}
        />
      ))}
    </div>
  )
})

function makeStop(grid: Element, cell: Element): void {
  if (!cell.matches('[data-cell]')) return
  for (const was of grid.querySelectorAll('[data-cell][tabindex="0"]')) was.setAttribute('tabindex', '-1')
  cell.setAttribute('tabindex', '0')
}

function walk(event: KeyboardEvent<HTMLDivElement>, wording: boolean): void {
  const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
  const grid = event.currentTarget
  const next = goalOf(grid, cell, event.key, wording)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function goalOf(grid: Element, cell: HTMLElement, key: string, wording: boolean): HTMLElement | undefined {
  const all = [...grid.querySelectorAll<HTMLElement>('[data-cell]')]
  const at = all.indexOf(cell)
  const down = key === 'ArrowDown'
  if (key === 'ArrowRight' || (wording && down)) return all[at + 1]
  if (key === 'ArrowLeft' || (wording && key === 'ArrowUp')) return all[at - 1]
  const row = cell.closest('[role="row"]')
  const inRow = (r: Element | null | undefined) => [...(r?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  if (down || key === 'ArrowUp') {
    const rows = [...grid.querySelectorAll('[role="row"]')]
    const cells = inRow(rows[rows.indexOf(row as Element) + (down ? 1 : -1)])
    return cells[Math.min(inRow(row).indexOf(cell), cells.length - 1)]
  }
  if (key === 'Home') return inRow(row)[0]
  if (key === 'End') return inRow(row).at(-1)
  if (key === 'PageDown') return all.slice(at + 1).find(c => c.hasAttribute('aria-expanded'))
  if (key === 'PageUp') return all.slice(0, at).findLast(c => c.hasAttribute('aria-expanded'))
}
