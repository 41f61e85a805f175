/**
 * Progress told again from the ledger alone. The projection that screens read must always equal this; a test compares
 * them after random histories, so that what is quick never drifts from what is true.
 */
import { type CriterionKey, keyOf } from '../decisions/layers.ts'
import type { DomainEvent } from '../events.ts'
import type { Instant } from '../time.ts'
import { type EvidenceFacts, type Standing, standingOf } from './standing.ts'

/** An event as the ledger keeps it; `subjectId` is the piece of evidence for the events of evidence and decisions. */
export type LedgerEvent = DomainEvent & { at: Instant; actorId: string; subjectId: string | null }

type Version = { state: EvidenceFacts['state']; submittedAt: Instant | null; facts: Map<string, EvidenceFacts> }

/** The standing of every criterion that was ever touched, by `registration/criterion`. Events come in their order. */
export function progressFrom(events: Iterable<LedgerEvent>): Map<string, Standing> {
  const versions = new Map<string, Version>()
  const ended = new Map<string, Standing>()
  for (const event of events) {
    if (event.type === 'learner-moved') move(versions, ended, event.body)
    else apply(versions, event)
  }
  return new Map([...standingsOf(versions), ...ended])
}

function standingsOf(versions: ReadonlyMap<string, Version>): Map<string, Standing> {
  const byCriterion = new Map<string, EvidenceFacts[]>()
  for (const version of versions.values()) {
    for (const [key, facts] of version.facts) {
      const all = byCriterion.get(key) ?? []
      all.push({ ...facts, state: version.state, submittedAt: version.submittedAt })
      byCriterion.set(key, all)
    }
  }
  return new Map([...byCriterion].map(([key, facts]) => [key, standingOf(facts)]))
}

type Moved = Extract<LedgerEvent, { type: 'learner-moved' }>['body']

/** What stands on a criterion carried stands in the new registration; the one before keeps its standings as they are now. */
function move(versions: Map<string, Version>, ended: Map<string, Standing>, { from, to, criteria }: Moved): void {
  const isOld = (key: string) => key.startsWith(`${from}/`)
  for (const [key, standing] of standingsOf(versions)) if (isOld(key)) ended.set(key, standing)
  for (const { facts } of versions.values()) {
    for (const { from: was, to: is } of criteria) {
      const fact = facts.get(keyOf({ registrationId: from, criterionId: was }))
      if (fact) facts.set(keyOf({ registrationId: to, criterionId: is }), { ...fact })
    }
    for (const key of [...facts.keys()]) if (isOld(key)) facts.delete(key)
  }
}

function apply(versions: Map<string, Version>, event: LedgerEvent): void {
  if (!event.subjectId || !('version' in event.body)) return
  const evidenceId = event.subjectId
  const number = event.body.version
  const id = `${evidenceId}/${number}`
  const version: Version = versions.get(id) ?? { state: 'draft', submittedAt: null, facts: new Map() }
  versions.set(id, version)
  const enter = (state: Version['state']) => {
    version.state = state
    if (state === 'submitted') version.submittedAt = event.at
  }
  const on = (key: CriterionKey): EvidenceFacts => {
    const facts = version.facts.get(keyOf(key)) ?? {
      evidenceId,
      version: number,
      state: 'draft',
      submittedAt: null,
      claim: null,
      trainee: null,
      assessor: null,
      question: null,
    }
    version.facts.set(keyOf(key), facts)
    return facts
  }
  switch (event.type) {
    case 'claims-made':
      for (const key of event.body.criteria) on(key).claim = { by: event.actorId, at: event.at }
      return
    case 'claims-withdrawn':
      for (const key of event.body.criteria) on(key).claim = null
      return
    case 'evidence-submitted':
      return enter('submitted')
    case 'review-started':
      return enter('under-review')
    case 'evidence-withdrawn':
      return enter('withdrawn')
    case 'criteria-questioned':
      for (const key of event.body.criteria) on(key).question = { by: event.actorId, at: event.at }
      return
    case 'question-answered':
      for (const j of event.body.judgements) {
        on(j).assessor = { by: event.actorId, at: event.at, outcome: j.outcome, reason: j.reason }
        on(j).question = null
      }
      return
    case 'provisional-decision-made':
    case 'decision-made': {
      const layer = event.type === 'decision-made' ? 'assessor' : 'trainee'
      for (const j of event.body.judgements) {
        on(j)[layer] = { by: event.actorId, at: event.at, outcome: j.outcome, reason: j.reason }
        if ('supporting' in event.body) on(j).supporting = true
      }
      return enter(event.body.evidenceState)
    }
  }
}
