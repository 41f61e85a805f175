import { useRef, useState } from 'react'
import { standingStates } from '#domain/progress/standing.ts'
import { useKeys } from '../ui/keys.tsx'
import { standingNames } from '../words/progress.ts'
import type { Matrix, MatrixFilter } from './filter.ts'
import style from './Matrix.module.css'

export function MatrixFilters({
  matrix,
  filter,
  set,
  wording,
  setWording,
}: {
  matrix: Matrix
  filter: MatrixFilter
  set: (change: Partial<MatrixFilter>) => void
  wording: boolean
  setWording: (wording: boolean) => void
}) {
  const search = useRef<HTMLInputElement>(null)
  const [more, setMore] = useState(false)
  useKeys({ '/': { says: 'Search the criteria', does: () => search.current?.focus() } })
  return (
    <search className={style.filters} aria-label="Criteria" data-more={more || undefined}>
      <label>
        Search by number or wording
        <input
          ref={search}
          type="search"
          value={filter.search}
          onChange={e => set({ search: e.currentTarget.value })}
          autoComplete="off"
        />
      </label>
      <button type="button" className={style.moreFilters} aria-expanded={more} onClick={() => setMore(!more)}>
        {more ? 'Fewer filters' : 'More filters'}
      </button>
      <label>
        Unit
        <select value={filter.unitId} onChange={e => set({ unitId: e.currentTarget.value })}>
          <option value="">All units</option>
          {matrix.units.map(u => (
            <option key={u.id} value={u.id}>
              {u.number ?? u.code} {u.title}
            </option>
          ))}
        </select>
      </label>
      <label>
        State
        <select value={filter.state} onChange={e => set({ state: e.currentTarget.value as MatrixFilter['state'] })}>
          <option value="all">All states</option>
          {standingStates.map(s => (
            <option key={s} value={s}>
              {standingNames[s]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" checked={filter.mine} onChange={e => set({ mine: e.currentTarget.checked })} />
        Waiting for me
      </label>
      <label>
        <input type="checkbox" checked={wording} onChange={e => setWording(e.currentTarget.checked)} />
        Show the wording
      </label>
    </search>
  )
}
