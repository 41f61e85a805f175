import { useSyncExternalStore } from 'react'

/** A value that several parts of the frame look at, and that code outside React may set. */
export function makeStore<T>(value: T) {
  const listeners = new Set<() => void>()
  const store = {
    get: () => value,
    set: (next: T) => {
      value = next
      for (const l of listeners) l()
    },
    update: (change: (was: T) => T) => store.set(change(value)),
    use: () => useSyncExternalStore(store.subscribe, store.get),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return store
}
