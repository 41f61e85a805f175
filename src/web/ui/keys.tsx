import { lazy, Suspense, useEffect, useRef } from 'react'
import { makeStore } from './store.ts'

/** `{ j: { says: 'Next in the queue', does: () => … } }`. A key is `event.key`, in lower case for letters. */
export type Keys = Record<string, { says: string; does: () => void }>

const layers = makeStore<{ current: Keys }[]>([])
const helpShown = makeStore(false)
const KeysModal = lazy(() => import('./KeysModal.tsx'))

/** Keys that work while this part is on the screen and nobody is typing. The last part to appear wins. */
export function useKeys(keys: Keys, on = true): void {
  const latest = useRef(keys)
  latest.current = keys
  // Registers with the one listener of the page; the newest functions are reached through the ref.
  useEffect(() => {
    if (!on) return
    layers.update(all => [...all, latest])
    return () => layers.update(all => all.filter(l => l !== latest))
  }, [on])
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  // A letter means nothing to a box to tick, so the keys go on working there.
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !== null

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  if (document.querySelector('[aria-modal="true"]')) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (key === '?') {
    event.preventDefault()
    return helpShown.set(true)
  }
  const layer = layers.get().findLast(l => l.current[key])
  if (!layer) return
  event.preventDefault()
  layer.current[key]?.does()
}

/** Stands once in the frame: listens, and shows the keys on "?". */
export function KeysHelp() {
  const shown = helpShown.use()
  const all = layers.use()
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const keys = Object.assign({}, ...all.map(l => l.current)) as Keys
  return <Suspense>{shown && <KeysModal keys={keys} close={() => helpShown.set(false)} />}</Suspense>
}

export const showKeys = (): void => helpShown.set(true)
