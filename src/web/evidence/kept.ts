import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../api.ts'
import { useCentre } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'

type State = 'none' | 'here' | 'sending' | 'kept' | 'changed-elsewhere'

const says: Record<State, string> = {
  none: '',
  here: 'Kept on this device',
  sending: 'Saving …',
  kept: 'Saved',
  'changed-elsewhere': 'This was also changed in another window',
}
const pause = 900

/** Everything on the page that is saved as it is typed. */
const keepers = new Set<() => Promise<boolean>>()

/** Sends whatever is still on its way, before a deed that ends the writing; says so and answers false where some of it cannot be saved now. */
export async function allKept(): Promise<boolean> {
  const all = (await Promise.all([...keepers].map(keep => keep()))).every(Boolean)
  if (!all) say('Something that you typed here is not saved yet. Look for the note beside it.', 'refused')
  return all
}

/**
 * Something that is saved as it is typed, on a record that counts its changes: kept in this browser at every letter and by
 * the house a moment later. `save` sends `value`, which was `base` when it was last in step, and answers the new count; a
 * refusal `evidence/changed-meanwhile` is shown as `other`, made by `otherOf` from what the house has.
 */
export function useKept<T>(
  place: string,
  house: { value: T; revision: number },
  save: (value: T, base: T, revision: number) => Promise<number>,
  otherOf: (details: Record<string, unknown>, value: T) => T,
) {
  // By person: whoever signs in next on this device must not read it, or send it as their own.
  const key = `countersign.evidence/${useCentre().person.id}/${place}`
  const [value, setValue] = useState(() => unsentAt<T>(key) ?? house.value)
  const [state, setState] = useState<State>('none')
  const [other, setOther] = useState<T | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const base = useRef(house.value)
  const revision = useRef(house.revision)
  const unsent = useRef<T | null>(unsentAt<T>(key))
  const sending = useRef<Promise<void> | null>(null)
  // Until somebody says which of the two texts stands, neither is sent over the other.
  const undecided = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ save, otherOf })
  latest.current = { save, otherOf }

  const send = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    if (sending.current) return sending.current.then(() => (unsent.current === null ? undefined : send()))
    const typed = unsent.current
    if (typed === null || undecided.current) return Promise.resolve()
    setState('sending')
    sending.current = (async () => {
      try {
        revision.current = await latest.current.save(typed, base.current, revision.current)
        base.current = typed
        setFault(null)
        if (unsent.current === typed) {
          unsent.current = null
          localStorage.removeItem(key)
          setState('kept')
        } else timer.current = setTimeout(send, pause)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        if (error.code === 'evidence/changed-meanwhile') {
          revision.current = Number(error.details.revision)
          undecided.current = true
          setOther(latest.current.otherOf((error.details.changed ?? {}) as Record<string, unknown>, typed))
          setState('changed-elsewhere')
        } else {
          setState('here')
          setFault(error.unreachable ? null : sentenceFor(error))
          if (error.unreachable || error.status >= 500) timer.current = setTimeout(send, 10_000)
        }
      } finally {
        sending.current = null
      }
    })()
    return sending.current
  }, [key])

  const type = (next: T) => {
    setValue(next)
    unsent.current = next
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A full or forbidden store: the house still keeps it.
    }
    if (state === 'changed-elsewhere') return
    setState('here')
    clearTimeout(timer.current)
    timer.current = setTimeout(send, pause)
  }

  // What another window saved is shown here too, unless something typed here is still on its way.
  useEffect(() => {
    if (unsent.current !== null || sending.current || house.revision <= revision.current) return
    base.current = house.value
    revision.current = house.revision
    setValue(house.value)
  }, [house.value, house.revision])

  // What an earlier visit could not send goes first; leaving the page or hiding the window sends at once.
  useEffect(() => {
    void send()
    const keep = async () => {
      await send()
      return unsent.current === null
    }
    keepers.add(keep)
    const leave = () => void send()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', leave)
    return () => {
      keepers.delete(keep)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', leave)
      void send()
    }
  }, [send])

  return {
    value,
    type,
    says: says[state],
    fault,
    other,
    keepMine: () => {
      undecided.current = false
      setOther(null)
      unsent.current = value
      void send()
    },
    takeOther: () => {
      if (other === null) return
      undecided.current = false
      base.current = other
      unsent.current = null
      localStorage.removeItem(key)
      setValue(other)
      setOther(null)
      setState('kept')
    },
  }
}

function unsentAt<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}
