import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { type EvidenceFacts, type Judged, type Standing, standingOf } from '#domain/progress/standing.ts'
import type { Db } from '#platform/db/query.ts'
import {
  deleteJudged,
  insertWaiting,
  type ListFactsRow,
  listFacts,
  lockRegistrationsProgress,
  updateTotals,
  upsertStandings,
} from './queries.ts'

/**
 * Brings the standing of these criteria into step with their claims and decisions, in the same transaction as the change.
 * Call it after every write to claims, decisions or the state of an evidence version.
 */
export async function updateProgress(db: Db, criteria: CriterionKey[], at: string): Promise<void> {
  if (criteria.length === 0) return
  const keys = [...new Map(criteria.map(k => [keyOf(k), k])).values()]
  const registrationIds = [...new Set(keys.map(k => k.registrationId))].sort()
  await lockRegistrationsProgress(db, { registrationIds })
  const rows = await listFacts(db, {
    registrationIds: keys.map(k => k.registrationId),
    criterionIds: keys.map(k => k.criterionId),
  })
  const facts = Map.groupBy(rows, keyOf)
  await upsertStandings(db, { standings: keys.map(k => standingRow(k, facts.get(keyOf(k)) ?? [])) })
  await updateTotals(db, { registrationIds, at })
  await updateWaiting(db, rows)
}

/** Brings the queue into step: every version that says something about the criteria touched is looked at again. */
async function updateWaiting(db: Db, rows: ListFactsRow[]): Promise<void> {
  const touched = [...new Map(rows.map(r => [`${r.registrationId}/${r.evidenceId}/${r.version}`, r])).values()]
  const keys = {
    registrationIds: touched.map(t => t.registrationId),
    evidenceIds: touched.map(t => t.evidenceId),
    versions: touched.map(t => t.version),
  }
  await deleteJudged(db, keys)
  await insertWaiting(db, keys)
}

function toFacts(row: ListFactsRow): EvidenceFacts {
  return {
    evidenceId: row.evidenceId,
    version: row.version,
    state: row.state,
    submittedAt: row.submittedAt,
    claim: row.claimedBy && row.claimedAt ? { by: row.claimedBy, at: row.claimedAt } : null,
    trainee: judged(row.provisionalBy, row.provisionalAt, row.provisionalOutcome, row.provisionalReason),
    assessor: judged(row.decidedBy, row.decidedAt, row.decidedOutcome, row.decidedReason),
  }
}

const judged = (by: string | null, at: string | null, outcome: string | null, reason: string | null): Judged | null =>
  by && at && outcome ? { by, at, outcome: outcome as Judged['outcome'], reason: reason as Judged['reason'] } : null

function standingRow(key: CriterionKey, facts: ListFactsRow[]) {
  const s: Standing = standingOf(facts.map(toFacts))
  return {
    registration_id: key.registrationId,
    criterion_id: key.criterionId,
    state: s.state,
    reason: s.reason,
    evidence_id: s.evidence?.evidenceId ?? null,
    evidence_number: facts.find(f => f.evidenceId === s.evidence?.evidenceId)?.evidenceNumber ?? null,
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
