import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EvidenceVersion } from '#contract/evidence.ts'
import { differenceOf } from '#domain/decisions/difference.ts'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { isWaiting } from '#domain/evidence/evidence.ts'
import { api, Problem } from '../api.ts'
import { useDraft } from '../draft.ts'
import { queryClient } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { count } from '../words/codes.ts'
import { changeSentences } from '../words/decisions.ts'
import {
  type Assessment,
  accepted,
  bodyOf,
  type Choice,
  choicesOf,
  type JudgingLayer,
  judgedHere,
  metIn,
  namesOf,
  nothingTyped,
  onWhatStands,
  placesOf,
  type StandingCoverage,
  type Typed,
  withoutAcceptance,
  withSeveral,
} from './form.ts'
import { asSeen, seenOf } from './seen.ts'
import { standingPins } from './useJudgedPins.ts'

export type Saved = { next: string | null; met: number; judged: number; layer: JudgingLayer; onRevision: number }

/**
 * One decision from the first tick to the answer of the house. `seen` is what is on the screen: it changes only when the
 * decider says so, never under their eyes; what is new meanwhile is in `changes`. Until the version and what stands of its
 * requirements are there, nothing is saved: what a decision leaves as it is would be sent as nothing.
 */
export function useDecision(
  fresh: Assessment,
  refetch: () => Promise<unknown>,
  layer: JudgingLayer,
  version: EvidenceVersion | undefined,
  standing: StandingCoverage | undefined,
) {
  const { centreId } = useParams({ strict: false }) as { centreId: string }
  const { evidence } = fresh
  const params = { centreId, evidenceId: evidence.id }
  const draft = useDraft<Typed>(`decision:${evidence.id}:${evidence.version}`, nothingTyped)
  const [held, setHeld] = useState<Assessment | null>(null)
  // What the draft was typed on, looked up once: after a reload a change is told, and not slipped in.
  const begun = useRef<Assessment | null>(null)
  if (draft.ready) begun.current ??= asSeen(fresh, draft.body.seen ?? null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [busy, setBusy] = useState(false)
  const working = useRef(false)
  const seen = saved ? fresh : (held ?? begun.current ?? fresh)
  const places = useMemo(() => placesOf(seen), [seen])
  const typed = useMemo(() => ({ ...nothingTyped, ...draft.body }), [draft.body])
  const choices = useMemo(() => choicesOf(seen, layer, typed, places), [seen, layer, typed, places])
  const pinned = useMemo(() => standingPins(version, layer, places), [version, layer, places])
  const ready = draft.ready && version !== undefined && standing !== undefined
  const changes = useMemo(() => (seen === fresh ? null : changesBetween(seen, fresh)), [seen, fresh])

  /** Takes back that nothing is saved yet. */
  const unsaid = useRef(() => {})
  // Reached from rows that are not drawn again at every letter: always the newest.
  const latest = useRef(typed)
  latest.current = typed
  const type = (change: (was: Typed) => Typed) => {
    latest.current = { ...change(latest.current), seen: seenOf(seen), requestId: null }
    draft.type(latest.current)
  }
  const typeRef = useRef(type)
  typeRef.current = type
  const judge = useRef((key: string, choice: Choice | null) =>
    typeRef.current(was => ({ ...was, judged: { ...was.judged, [key]: choice } })),
  ).current

  const tickSeveral = useRef((key: string, shown: boolean) =>
    typeRef.current(was => withSeveral(was, [key], shown)),
  ).current

  /** Runs one request at a time; a refusal that says "changed" fetches what stands now. */
  const ask = async <T>(request: () => Promise<T>): Promise<T | null> => {
    if (working.current) return null
    working.current = true
    setBusy(true)
    setProblem(null)
    try {
      return await request()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 409) {
        latest.current = { ...latest.current, requestId: null }
        draft.type(latest.current)
        await refetch()
      }
      setProblem(error)
      return null
    } finally {
      working.current = false
      setBusy(false)
    }
  }

  /** `these` are the ticks that the prompt named, and no others. */
  const acceptAll = async (
    from: 'learner' | 'trainee',
    these: readonly CriterionKey[],
    rationale: string,
  ): Promise<void> => {
    const shown = these.map(({ registrationId, criterionId }) => ({ registrationId, criterionId }))
    const judged = judgedHere(latest.current, places)
    const answer = await ask(() =>
      api('POST /centres/:centreId/evidence/:evidenceId/acceptances', {
        params,
        body: { version: evidence.version, layer: from, confirmed: true, shown, judged },
      }),
    )
    if (!answer) return
    type(was => accepted(was, from, answer.ticks, rationale))
    unsaid.current = say(`${count(answer.ticks.length, 'tick')} copied into your decision. Nothing is saved yet.`)
  }

  const takeBackAcceptance = (from: 'learner' | 'trainee'): void => {
    unsaid.current()
    type(was => withoutAcceptance(was, from))
    say('Taken back. What you judged yourself stays.')
  }

  const save = async (): Promise<void> => {
    if (!ready) return
    const requestId = latest.current.requestId ?? crypto.randomUUID()
    // Kept before it is sent: after a dropped connection or a reload, the same save is tried again.
    latest.current = { ...latest.current, requestId }
    draft.type(latest.current)
    const key =
      layer === 'assessor'
        ? 'POST /centres/:centreId/evidence/:evidenceId/decisions'
        : 'POST /centres/:centreId/evidence/:evidenceId/provisional-decisions'
    const answer = await ask(async () => {
      await api(key, { params, body: bodyOf(seen, latest.current, choices, places, requestId, standing, pinned) })
      return { next: await nextInQueue(centreId, evidence.id) }
    })
    if (!answer) return
    const met = metIn(choices)
    unsaid.current()
    setSaved({ next: answer.next, met, judged: choices.size, layer, onRevision: seen.evidence.revision })
    say(
      layer === 'assessor'
        ? `Saved. ${met === 1 ? '1 criterion now counts.' : `${met} criteria now count.`}`
        : `Saved. ${count(choices.size, 'provisional tick')} waiting for the countersigner.`,
    )
    await draft.forget()
    await queryClient.invalidateQueries()
  }

  // A save without an answer, and then something changed: perhaps it is that save. The same request asks, and is not made twice.
  const unanswered = ready && changes !== null && typed.requestId !== null && !busy && saved === null
  useEffect(() => {
    if (unanswered) void save()
  }, [unanswered])

  return {
    seen,
    places,
    typed,
    choices,
    pinned,
    draft,
    ready,
    changes,
    problem,
    saved,
    busy,
    type,
    judge,
    tickSeveral,
    acceptAll,
    takeBackAcceptance,
    save,
    useWhatStands: () => {
      latest.current = { ...onWhatStands(latest.current, fresh), seen: seenOf(fresh) }
      draft.type(latest.current)
      setHeld(fresh)
      setProblem(null)
    },
  }
}

/** Null where nothing changed that a decision rests on; that somebody has begun to look is no change. */
function changesBetween(seen: Assessment, fresh: Assessment): string[] | null {
  const was = seen.evidence
  const is = fresh.evidence
  const over = !isWaiting(is.state) && is.state !== was.state
  if (
    was.revision === is.revision &&
    was.contentHash === is.contentHash &&
    was.latestVersion === is.latestVersion &&
    !over
  )
    return null
  const places = placesOf(fresh)
  const known = new Set(seen.layers.assessor.map(t => `${keyOf(t)} ${t.decisionId}`))
  const trainee = fresh.layers.trainee[0] ?? seen.layers.trainee[0]
  return changeSentences({
    learnerName: is.learner.name,
    traineeName: trainee?.byName ?? null,
    difference: differenceOf(seen.layers, fresh.layers),
    decided: fresh.layers.assessor.filter(t => !known.has(`${keyOf(t)} ${t.decisionId}`)),
    contentChanged: was.contentHash !== is.contentHash,
    names: keys => namesOf(keys.map(keyOf), places),
  })
}

/** What waits longest for the reader's judgement besides this one; null also where the house cannot be asked just now. */
async function nextInQueue(centreId: string, after: string): Promise<string | null> {
  try {
    const { items } = await api('GET /centres/:centreId/queue', { params: { centreId } })
    const waits = items.find(i => i.evidence && i.evidence.id !== after && judging.has(i.kind))
    return waits?.evidence?.id ?? null
  } catch {
    return null
  }
}

const judging: ReadonlySet<string> = new Set(['judge', 'judge-provisionally', 'countersign'])
