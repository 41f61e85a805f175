/** What is being typed: kept in this browser at every letter, and by the house a moment later. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, Problem } from './api.ts'
import { useCentre } from './results.ts'
import { sentenceFor } from './words/index.ts'

type Local<T> = { body: T; revision: number; at: string; unsent: boolean }

/** Where the text is: nowhere yet, only here (no connection), on its way, or with the house. */
export type DraftState = 'none' | 'here' | 'sending' | 'kept' | 'changed-elsewhere'

const pause = 1200
const tab = (sessionStorage['countersign.tab'] ??= crypto.randomUUID()) as string

/**
 * `const draft = useDraft<Typed>('decision:…', empty)`; show `draft.body`, call `draft.type(next)` at each change and
 * `draft.forget()` once it was sent for good. `draft.ready` is false until an earlier draft has been looked for.
 * When another window typed about the same subject, `draft.other` holds its text: `keepMine()` or `takeOther()`.
 * The subject: letters, digits and `: . - _`.
 */
export function useDraft<T>(subject: string, empty: T) {
  const { centreId, person } = useCentre()
  const place = `countersign.draft/${person.id}/${centreId}/${subject}/`
  const [body, setBody] = useState(empty)
  const [state, setState] = useState<DraftState>('none')
  const [other, setOther] = useState<T | null>(null)
  const [ready, setReady] = useState(false)
  const revision = useRef(0)
  const unsent = useRef<T | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(false)
  const forgotten = useRef(false)
  // Until somebody says which of the two texts stands, neither is sent over the other.
  const undecided = useRef(false)
  const params = { centreId, subject }

  const found = useQuery({
    queryKey: ['draft', centreId, subject],
    queryFn: () => api('GET /centres/:centreId/drafts/:subject', { params }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

  const remember = (typed: T, isUnsent: boolean) => {
    try {
      const kept: Local<T> = { body: typed, revision: revision.current, at: new Date().toISOString(), unsent: isUnsent }
      localStorage.setItem(place + tab, JSON.stringify(kept))
    } catch {
      // A full or forbidden store: the house still keeps it.
    }
  }

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (sending.current || undecided.current || unsent.current === null) return
    const typed = unsent.current
    sending.current = true
    setState('sending')
    try {
      const kept = await api('PUT /centres/:centreId/drafts/:subject', {
        params: { centreId, subject },
        body: { body: typed, revision: revision.current },
      })
      revision.current = kept.revision
      if (forgotten.current) return
      if (unsent.current === typed) {
        unsent.current = null
        setState('kept')
        localStorage.removeItem(place + tab)
      } else timer.current = setTimeout(send, pause)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'drafts/changed-elsewhere') {
        revision.current = Number(error.details.revision)
        undecided.current = true
        setOther(error.details.body as T)
        setState('changed-elsewhere')
      } else {
        setState('here')
        if (error.unreachable || error.status >= 500) timer.current = setTimeout(send, 10_000)
      }
    } finally {
      sending.current = false
    }
  }, [centreId, subject, place])

  const type = (next: T) => {
    forgotten.current = false
    setBody(next)
    unsent.current = next
    remember(next, true)
    if (state === 'changed-elsewhere') return
    setState('here')
    clearTimeout(timer.current)
    timer.current = setTimeout(send, pause)
  }

  // An earlier draft: what this browser has not sent yet comes first, then what the house kept.
  useEffect(() => {
    if (ready || (!found.data && !found.error)) return
    const kept = found.data?.draft ?? null
    const local = newest<T>(place)
    revision.current = kept?.revision ?? 0
    if (local && JSON.stringify(local.body) !== JSON.stringify(kept?.body)) {
      setBody(local.body)
      unsent.current = local.body
      if (kept && kept.revision > local.revision) {
        undecided.current = true
        setOther(kept.body as T)
        setState('changed-elsewhere')
      } else {
        setState('here')
        timer.current = setTimeout(send, pause)
      }
    } else if (kept) {
      setBody(kept.body as T)
      setState('kept')
    }
    setReady(true)
  }, [found.data, found.error, ready, place, send])

  // Leaving the page or hiding the window sends at once what has not been sent.
  useEffect(() => {
    const leave = () => void send()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', leave)
      void send()
    }
  }, [send])

  return {
    body,
    ready,
    state,
    other,
    type,
    /** What to say beside the field. */
    says: saysOf[state],
    /** Why an earlier draft could not be looked for. */
    fault: found.error instanceof Problem ? sentenceFor(found.error) : null,
    keepMine: () => {
      undecided.current = false
      setOther(null)
      unsent.current = body
      void send()
    },
    takeOther: () => {
      if (other === null) return
      undecided.current = false
      setBody(other)
      setOther(null)
      unsent.current = null
      setState('kept')
      localStorage.removeItem(place + tab)
    },
    forget: async () => {
      forgotten.current = true
      clearTimeout(timer.current)
      unsent.current = null
      revision.current = 0
      undecided.current = false
      setOther(null)
      setState('none')
      for (const key of keysAt(place)) localStorage.removeItem(key)
      await api('DELETE /centres/:centreId/drafts/:subject', { params }).catch(() => {})
    },
  }
}

const saysOf: Record<DraftState, string> = {
  none: '',
  here: 'Kept on this device',
  sending: 'Saving …',
  kept: 'Draft saved',
  'changed-elsewhere': 'You also typed here in another window',
}

/** Where this browser keeps what a person typed and the house does not have yet. */
export function unsentText(personId: string): string[] {
  const isUnsent = (key: string) => {
    try {
      return (JSON.parse(localStorage.getItem(key) ?? 'null') as { unsent?: boolean } | null)?.unsent
    } catch {
      return false
    }
  }
  return [...keysAt(`countersign.evidence/${personId}/`), ...keysAt(`countersign.draft/${personId}/`).filter(isUnsent)]
}

const keysAt = (place: string): string[] => Object.keys(localStorage).filter(k => k.startsWith(place))

/** What any window of this browser typed and could not send: this window's own first. */
function newest<T>(place: string): Local<T> | null {
  const all = keysAt(place).flatMap(key => {
    try {
      const local = JSON.parse(localStorage.getItem(key) ?? 'null') as Local<T> | null
      return local?.unsent ? [{ ...local, own: key === place + tab }] : []
    } catch {
      return []
    }
  })
  return all.sort((a, b) => Number(b.own) - Number(a.own) || b.at.localeCompare(a.at))[0] ?? null
}
