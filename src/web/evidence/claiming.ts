import { useEffect, useRef, useState } from 'react'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { api, Problem } from '../api.ts'
import { useCentre } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { useEvidenceCache } from './cache.ts'

/** Ticks are drawn at once and sent a moment later, however many; what could not be kept is taken back and said. */
export function useClaiming(evidenceId: string, standing: CriterionKey[]) {
  const { centreId } = useCentre()
  const cache = useEvidenceCache(evidenceId)
  const [ticked, setTicked] = useState(() => new Map(standing.map(k => [keyOf(k), pick(k)])))
  const waiting = useRef(new Map<string, { key: CriterionKey; on: boolean }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sending = useRef(Promise.resolve())

  const send = async () => {
    clearTimeout(timer.current)
    const changes = [...waiting.current.values()]
    waiting.current.clear()
    if (changes.length === 0) return
    try {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/claims', {
        params: { centreId, evidenceId },
        body: { claim: changes.filter(c => c.on).map(c => c.key), unclaim: changes.filter(c => !c.on).map(c => c.key) },
      })
      cache.patch({ missing: answer.missing })
      if (waiting.current.size === 0) setTicked(new Map(answer.claims.map(k => [keyOf(k), k])))
      void cache.ask()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.unreachable || error.status >= 500) {
        for (const c of changes) if (!waiting.current.has(keyOf(c.key))) waiting.current.set(keyOf(c.key), c)
        timer.current = setTimeout(flush, 5000)
        return
      }
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

  // Leaving the page sends what is still waiting.
  useEffect(() => () => void latest.current(), [])

  return {
    ticked,
    set: (keys: CriterionKey[], on: boolean) => {
      setTicked(was => {
        const next = new Map(was)
        for (const k of keys) on ? next.set(keyOf(k), pick(k)) : next.delete(keyOf(k))
        return next
      })
      for (const key of keys) waiting.current.set(keyOf(key), { key: pick(key), on })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, 350)
    },
    flush,
  }
}

const pick = ({ registrationId, criterionId }: CriterionKey): CriterionKey => ({ registrationId, criterionId })
