import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import style from './DataTable.module.css'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The server sorts by `key`. */
  sort?: boolean
  /** The cell that names the row; exactly one column has it. */
  names?: boolean
  end?: boolean
}

const defaultSize = 50

/**
 * What the address says about a table: search, sort (`name`, `-name`), page and the page's own filters. Give `query` to
 * the endpoint and the whole to `<DataTable>`. So a table can be linked to, reloaded and gone back to.
 */
export function useTable<F extends string = never>(
  options: { sort?: string; size?: number; filters?: readonly F[] } = {},
) {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const set = (change: Record<string, string | undefined>, replace = false) =>
    void navigate({
      to: '.',
      replace,
      resetScroll: false,
      search: ((was: Record<string, string | undefined>) => clean({ ...was, page: undefined, ...change })) as never,
    })
  const filters = Object.fromEntries((options.filters ?? []).map(f => [f, search[f]])) as { [P in F]?: string }
  return {
    query: {
      search: search.search || undefined,
      sort: search.sort || options.sort,
      page: Math.max(1, Number(search.page) || 1),
      size: options.size ?? defaultSize,
      ...filters,
    },
    set,
  }
}

const clean = (search: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined && v !== ''))

type TableState = ReturnType<typeof useTable>

/** A long list: search, filters, sort and pages by the server; cards on a phone; CSV of what is shown. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  total,
  table,
  searchLabel,
  filters,
  csv,
  empty,
  busy = false,
}: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** How many there are on all pages. */
  total: number
  table?: Omit<TableState, 'query'> & { query: { search?: string; sort?: string; page: number; size: number } }
  searchLabel?: string
  filters?: ReactNode
  csv?: string
  empty?: ReactNode
  busy?: boolean
}) {
  const sort = table?.query.sort
  return (
    <div>
      {(searchLabel || filters || csv || columns.some(c => c.sort)) && (
        <div className={style.tools}>
          {searchLabel && table && <SearchField label={searchLabel} table={table} />}
          {filters}
          {table && columns.some(c => c.sort) && <SortField columns={columns} table={table} />}
          {csv && (
            <a className={style.csv} href={csv} download>
              Download CSV
            </a>
          )}
        </div>
      )}
      {rows.length === 0 ? (
        (empty ?? <p>Nothing matches.</p>)
      ) : (
        <div className={style.scroll} data-busy={busy || undefined}>
          {/* Roles are spelt out because cards on a phone change `display`, which would take them away. */}
          <table className={style.table} role="table" aria-busy={busy}>
            <caption className="hidden-text">{caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map(c => (
                  <th
                    key={c.key}
                    role="columnheader"
                    scope="col"
                    data-end={c.end || undefined}
                    aria-sort={c.sort ? sortState(sort, c.key) : undefined}
                  >
                    {c.sort && table ? (
                      <button type="button" onClick={() => table.set({ sort: sort === c.key ? `-${c.key}` : c.key })}>
                        {c.label}{' '}
                        <span aria-hidden="true">{sort === c.key ? '↑' : sort === `-${c.key}` ? '↓' : '↕'}</span>
                      </button>
                    ) : (
                      c.label
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map(row => (
                <tr key={rowKey(row)} role="row">
                  {columns.map(c =>
                    c.names ? (
                      <th key={c.key} role="rowheader" scope="row">
                        {c.cell(row)}
                      </th>
                    ) : (
                      <td key={c.key} role="cell" data-label={c.label} data-end={c.end || undefined}>
                        {c.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table && <Pages table={table} total={total} shown={rows.length} />}
    </div>
  )
}

const sortState = (sort: string | undefined, key: string) =>
  sort === key ? ('ascending' as const) : sort === `-${key}` ? ('descending' as const) : ('none' as const)

/** The heads of the columns sort; a phone has no heads, so there it is a choice. */
function SortField<Row>({
  columns,
  table,
}: {
  columns: Column<Row>[]
  table: { query: { sort?: string }; set: TableState['set'] }
}) {
  const id = useId()
  return (
    <div className={style.sort}>
      <label htmlFor={id}>Sort by</label>
      <select id={id} value={table.query.sort} onChange={e => table.set({ sort: e.currentTarget.value })}>
        {columns
          .filter(c => c.sort)
          .flatMap(c => [
            <option key={c.key} value={c.key}>
              {c.label}, first to last
            </option>,
            <option key={`-${c.key}`} value={`-${c.key}`}>
              {c.label}, last to first
            </option>,
          ])}
      </select>
    </div>
  )
}

/** Searches a moment after the last letter; the address keeps it. */
function SearchField({
  label,
  table,
}: {
  label: string
  table: { query: { search?: string }; set: TableState['set'] }
}) {
  const asked = table.query.search ?? ''
  const [typed, setTyped] = useState(asked)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  // Back and forward change the address, and the field follows; what is just being typed goes the other way.
  useEffect(() => {
    clearTimeout(timer.current)
    setTyped(was => (was.trim() === asked ? was : asked))
  }, [asked])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (next: string) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => table.set({ search: next.trim() || undefined }, true), 250)
  }
  return (
    <div className={style.search}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="search" value={typed} onChange={e => type(e.currentTarget.value)} autoComplete="off" />
    </div>
  )
}

function Pages({
  table,
  total,
  shown,
}: {
  table: { query: { page: number; size: number }; set: TableState['set'] }
  total: number
  shown: number
}) {
  const { page, size } = table.query
  const last = Math.max(1, Math.ceil(total / size))
  const from = (page - 1) * size + 1
  return (
    <div className={style.pages}>
      <span role="status">
        {total === 0 ? 'None' : last === 1 ? `${total} in all` : `${from} to ${from + shown - 1} of ${total}`}
      </span>
      {last > 1 && (
        <nav aria-label="Pages">
          <button type="button" disabled={page <= 1} onClick={() => table.set({ page: String(page - 1) })}>
            Previous
          </button>
          <span>
            Page {page} of {last}
          </span>
          <button type="button" disabled={page >= last} onClick={() => table.set({ page: String(page + 1) })}>
            Next
          </button>
        </nav>
      )}
    </div>
  )
}
