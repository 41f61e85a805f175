import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { type EvidenceFacts, type Judged, type Standing, standingOf } from '#domain/progress/standing.ts'
import type { Db } from '#platform/db/query.ts'
import {
  type ListFactsRow,
  listFacts,
  listLockedProgress,
  updateTotals,
  updateWaiting,
  upsertStandings,
} from './queries.ts'

/**
 * Brings the standing of these criteria into step with their claims and decisions, in the same transaction as the change.
 * Call it after every write to claims, decisions or the state of an evidence version.
 */
export async function updateProgress(db: Db, criteria: CriterionKey[], at: string): Promise<void> {
  if (criteria.length === 0) return
  const touched = [...new Set(criteria.map(k => k.registrationId))].sort()
  const registrationIds = (await listLockedProgress(db, { registrationIds: touched })).map(r => r.registrationId)
  const keys = [...new Map(criteria.map(k => [keyOf(k), k])).values()].filter(k =>
    registrationIds.includes(k.registrationId),
  )
  if (keys.length === 0) return
  const rows = await listFacts(db, {
    registrationIds: keys.map(k => k.registrationId),
    criterionIds: keys.map(k => k.criterionId),
  })
  const facts = Map.groupBy(rows, keyOf)
  await upsertStandings(db, { standings: keys.map(k => standingRow(k, facts.get(keyOf(k)) ?? [])) })
  await updateTotals(db, { registrationIds, at })
  await updateQueue(db, rows)
}

/** Brings the queue into step: every version that says something about the criteria touched is looked at again. */
async function updateQueue(db: Db, rows: ListFactsRow[]): Promise<void> {
  const touched = [...new Map(rows.map(r => [`${r.registrationId}/${r.evidenceId}/${r.version}`, r])).values()]
  await updateWaiting(db, {
    registrationIds: touched.map(t => t.registrationId),
    evidenceIds: touched.map(t => t.evidenceId),
    versions: touched.map(t => t.version),
  })
}

/** The ticks of all layers on one version, put together again. */
function factsOf(rows: readonly ListFactsRow[]): EvidenceFacts[] {
  const facts = new Map<string, EvidenceFacts>()
  for (const { evidenceId, version, state, submittedAt, layer, by, at, outcome, reason } of rows) {
    const id = `${evidenceId}/${version}`
    const fact = facts.get(id) ?? {
      evidenceId,
      version,
      state,
      submittedAt,
      claim: null,
      trainee: null,
      assessor: null,
      question: null,
    }
    facts.set(id, fact)
    if (layer === 'learner') fact.claim = { by, at }
    else if (layer === 'question') fact.question = { by, at }
    else fact[layer as 'trainee' | 'assessor'] = { by, at, outcome, reason } as Judged
  }
  return [...facts.values()]
}

function standingRow(key: CriterionKey, facts: ListFactsRow[]) {
  const s: Standing = standingOf(factsOf(facts))
  return {
    registration_id: key.registrationId,
    criterion_id: key.criterionId,
    state: s.state,
    reason: s.reason,
    evidence_id: s.evidence?.evidenceId ?? null,
    version: s.evidence?.version ?? null,
    since: s.since,
    claimed_by: s.claimed?.by ?? null,
    claimed_at: s.claimed?.at ?? null,
    provisional_by: s.provisional?.by ?? null,
    provisional_at: s.provisional?.at ?? null,
    provisional_outcome: s.provisional?.outcome ?? null,
    decided_by: s.decided?.by ?? null,
    decided_at: s.decided?.at ?? null,
    decided_outcome: s.decided?.outcome ?? null,
    decided_reason: s.decided?.reason ?? null,
  }
}
