import { useEffect, useRef, useState } from 'react'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { api, Problem } from '../api.ts'
import { useCentre } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { useEvidenceCache } from './cache.ts'

type Change = { key: CriterionKey; on: boolean }

/**
 * Ticks are drawn at once and sent a moment later, however many; what could not be sent waits in this browser, also for the
 * next visit, and what was refused is taken back and said.
 */
export function useClaiming(evidenceId: string, version: number, standing: CriterionKey[]) {
  const { centreId, person } = useCentre()
  const cache = useEvidenceCache(evidenceId)
  const place = `countersign.evidence/${person.id}/${evidenceId}/${version}/ticks`
  const waiting = useRef(new Map<string, Change>())
  const [ticked, setTicked] = useState(() => {
    waiting.current = new Map(unsentAt(place).map(c => [keyOf(c.key), c]))
    return drawn(new Map(standing.map(k => [keyOf(k), pick(k)])), [...waiting.current.values()])
  })
  const [here, setHere] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(Promise.resolve())

  const send = async () => {
    clearTimeout(timer.current)
    const changes = [...waiting.current.values()]
    waiting.current.clear()
    if (changes.length === 0) return
    const putBack = () => {
      for (const c of changes) if (!waiting.current.has(keyOf(c.key))) waiting.current.set(keyOf(c.key), c)
      setHere(true)
    }
    try {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/claims', {
        params: { centreId, evidenceId },
        body: { claim: changes.filter(c => c.on).map(c => c.key), unclaim: changes.filter(c => !c.on).map(c => c.key) },
      })
      setHere(false)
      remember(place, [...waiting.current.values()])
      cache.patch({ missing: answer.missing })
      if (waiting.current.size === 0) setTicked(new Map(answer.claims.map(k => [keyOf(k), k])))
      void cache.ask()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.unreachable || error.status >= 500) {
        putBack()
        timer.current = setTimeout(flush, 5000)
        return
      }
      // Signed out meanwhile: it is sent after signing in again.
      if (error.status === 401) return putBack()
      setHere(false)
      remember(place, [...waiting.current.values()])
      say(sentenceFor(error), 'refused')
      setTicked(new Map(standing.map(k => [keyOf(k), pick(k)])))
    }
  }
  const flush = () => {
    sending.current = sending.current.then(send)
    return sending.current
  }
  const latest = useRef(flush)
  latest.current = flush

  // What an earlier visit could not send goes first; a connection that comes back, and leaving the page, send at once.
  useEffect(() => {
    const leave = () => void latest.current()
    leave()
    window.addEventListener('online', leave)
    return () => {
      window.removeEventListener('online', leave)
      leave()
    }
  }, [])

  return {
    ticked,
    /** Ticks that the house does not have yet: no connection, or signed out. */
    here,
    set: (keys: CriterionKey[], on: boolean) => {
      const changes = keys.map(key => ({ key: pick(key), on }))
      setTicked(was => drawn(was, changes))
      for (const c of changes) waiting.current.set(keyOf(c.key), c)
      remember(place, [...waiting.current.values()])
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, 350)
    },
    flush,
  }
}

/** The ticks as they are once these changes are made to them. */
function drawn(was: ReadonlyMap<string, CriterionKey>, changes: Change[]): Map<string, CriterionKey> {
  const next = new Map(was)
  for (const { key, on } of changes) on ? next.set(keyOf(key), key) : next.delete(keyOf(key))
  return next
}

function remember(place: string, changes: Change[]): void {
  try {
    if (changes.length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(changes))
  } catch {
    // A full or forbidden store: they are sent a moment later all the same.
  }
}

function unsentAt(place: string): Change[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Change[]
  } catch {
    return []
  }
}

const pick = ({ registrationId, criterionId }: CriterionKey): CriterionKey => ({ registrationId, criterionId })
