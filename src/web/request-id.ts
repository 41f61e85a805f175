import { useRef } from 'react'
import { Problem } from './api.ts'
import { queryClient } from './results.ts'

type MakeUnder = <T>(make: (id: string) => Promise<T>) => Promise<T>

/**
 * The id of what a form makes. It stays the same while no answer has come, so that a second press finds what the first one
 * made. Where the first one had gone through and something else was typed since, the server refuses: then what was saved is
 * fetched, what was typed stays, and the next press makes something of its own.
 */
export function useRequestId(): MakeUnder {
  const makeUnder = useRef<MakeUnder>(null)
  makeUnder.current ??= requestIds(() => queryClient.invalidateQueries())
  return makeUnder.current
}

/** The same outside of React. */
export function requestIds(fetchSaved: () => Promise<unknown>): MakeUnder {
  let id = crypto.randomUUID()
  return async make => {
    try {
      const made = await make(id)
      id = crypto.randomUUID()
      return made
    } catch (error) {
      if (error instanceof Problem && error.code === 'platform/request-already-used') {
        id = crypto.randomUUID()
        await fetchSaved()
      }
      throw error
    }
  }
}
