import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** A search field whose words stand in the address under `name`, a moment after the last letter. */
export function useTyped(name: string) {
  const said = ((useSearch({ strict: false }) as Record<string, string | undefined>)[name] ?? '').trim()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(said)
  // Back, forward and the search field of the frame change the address: the field follows.
  useEffect(() => setTyped(was => (was.trim() === said ? was : said)), [said])
  useEffect(() => {
    if (typed.trim() === said) return
    const timer = setTimeout(
      () =>
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: ((was: Record<string, string | undefined>) => ({
            ...was,
            [name]: typed.trim() || undefined,
          })) as never,
        }),
      200,
    )
    return () => clearTimeout(timer)
  }, [typed, said, name, navigate])
  return { typed, setTyped, said }
}
