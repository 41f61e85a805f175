import { useState } from 'react'

/** What somebody without an account is typing, kept on their device: a reload or a closed tab loses nothing. */
export function useTypedOnDevice<T extends object>(key: string, empty: T): [T, (typed: T) => void, () => void] {
  const [typed, setTyped] = useState<T>(() => ({ ...empty, ...read(key) }))
  const type = (next: T) => {
    setTyped(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing, or is full: what was typed is still on the page.
    }
  }
  return [typed, type, () => localStorage.removeItem(key)]
}

function read(key: string): object {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}
