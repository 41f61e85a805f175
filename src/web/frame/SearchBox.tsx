import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { useKeys } from '../ui/keys.tsx'
import style from './SearchBox.module.css'

const results = '/c/$centreId/search'

/** Everything is a search away: "/" goes there. Shown once the page of results is in `routes.tsx`. */
export function SearchBox({ centreId }: { centreId: string }) {
  const field = useRef<HTMLInputElement>(null)
  const built = results in (useRouter().routesByPath as Record<string, unknown>)
  const navigate = useNavigate()
  const { q } = useSearch({ strict: false }) as { q?: string }
  useKeys({ '/': { says: 'Search', does: () => field.current?.focus() } }, built)
  if (!built) return null
  const search = (event: FormEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim()
    if (typed) void navigate({ to: results as '/', params: { centreId } as never, search: { q: typed } })
  }
  return (
    <search className={style.place}>
      <form onSubmit={search}>
        <label htmlFor="search-everything" className="hidden-text">
          Search people, evidence and criteria
        </label>
        <IconSearch size={18} aria-hidden="true" />
        <input
          ref={field}
          id="search-everything"
          type="search"
          defaultValue={q ?? ''}
          placeholder="Search"
          autoComplete="off"
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}
