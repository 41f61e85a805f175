import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { isWaiting } from '#domain/evidence/evidence.ts'
import { isSupporting } from '#domain/evidence/kinds.ts'
import {
  type EvidenceFacts,
  type Judged,
  nothingYet,
  type Spoken,
  type Standing,
  standingAfter,
  standingOf,
} from '#domain/progress/standing.ts'
import type { Said } from '#domain/progress/version-says.ts'
import { type Db, type Sent, together, withoutWaiting } from '#platform/db/query.ts'
import {
  insertAllStandings,
  type ListFactsRow,
  type ListSpokenRow,
  listFacts,
  listLockedProgress,
  listSpoken,
  updateStandings,
  updateWaiting,
} from './queries.ts'

type VersionKey = { evidenceId: string; version: number }

/**
 * Brings the standing of these criteria into step with their claims and decisions, in the same transaction as the change.
 * Call it after every write to claims, decisions or the state of an evidence version. Where it was one version that
 * `changed`, the queue is told of that one; otherwise of every version that says something about the criteria.
 */
export async function updateProgress(
  db: Db,
  criteria: readonly CriterionKey[],
  at: string,
  changed?: VersionKey,
): Promise<void> {
  if (criteria.length === 0) return
  const registrationIds = await locked(db, criteria)
  const touched = criteria.filter(k => registrationIds.includes(k.registrationId))
  const keys = [...new Map(touched.map(k => [keyOf(k), k])).values()]
  if (keys.length === 0) return
  const facts = await factsOn(db, keys)
  await together([...openStandings(db, keys), keep(db, standingsFrom(keys, facts), registrationIds, at)])
  const told = changed ? registrationIds.map(registrationId => ({ registrationId, ...changed })) : facts
  const versions = [...new Map(told.map(t => [`${t.registrationId}/${t.evidenceId}/${t.version}`, t])).values()]
  await updateWaiting(db, {
    registrationIds: versions.map(v => v.registrationId),
    evidenceIds: versions.map(v => v.evidenceId),
    versions: versions.map(v => v.version),
  })
}

/** What of a learner's progress a decision may move: the registrations that have not ended, locked, and what speaks for criteria. */
export type Held = {
  registrationIds: readonly string[]
  /** By key; null where nothing was ever said of the criterion. What was not asked about is missing. */
  spoken: ReadonlyMap<string, Spoken | null>
}

/**
 * The same where the caller knows all that the version says now: the other evidence on a criterion is only read where this
 * version spoke for it and now says less. In: every criterion that the version says or said something about. What it writes is
 * answered with the commit.
 */
export async function updateProgressAfter(
  db: Db,
  { evidenceId, version, state }: VersionKey & { state: EvidenceFacts['state'] },
  all: readonly Said[],
  at: string,
  held: Held,
): Promise<void> {
  const said = all.filter(s => held.registrationIds.includes(s.registrationId))
  const touched = [...new Set(said.map(s => s.registrationId))]
  const spoken = await spokenFor(db, said, held.spoken)
  const standings: Kept[] = []
  const unclear: CriterionKey[] = []
  for (const { facts, ...key } of said) {
    const after = facts ? standingAfter(spoken.get(keyOf(key)) ?? nothingYet, facts) : 'ask-all'
    if (after === 'ask-all') unclear.push(key)
    else if (after !== 'as-before') standings.push({ ...key, standing: after })
  }
  if (unclear.length > 0) standings.push(...standingsFrom(unclear, await factsOn(db, unclear)))
  const unopened = standings.filter(s => !spoken.get(keyOf(s)))
  withoutWaiting(db, [
    ...openStandings(db, unopened),
    keep(db, standings, touched, at, isWaiting(state) ? null : { evidenceId, version }),
    ...(isWaiting(state)
      ? [
          updateWaiting(db, {
            registrationIds: touched,
            evidenceIds: touched.map(() => evidenceId),
            versions: touched.map(() => version),
          }),
        ]
      : []),
  ])
}

/** What speaks for each of these: as it is known, and asked where it is not, as of a criterion judged that nobody claimed. */
async function spokenFor(
  db: Db,
  keys: readonly CriterionKey[],
  known: Held['spoken'],
): Promise<ReadonlyMap<string, Spoken | null>> {
  const unasked = keys.filter(k => !known.has(keyOf(k)))
  if (unasked.length === 0) return known
  const found = (await listSpoken(db, columnsOf(unasked))).map(r => [keyOf(r), spokenOf(r)] as const)
  return new Map([...known, ...found])
}

/** The registrations touched that have not ended, locked in one order, so that two who need the same never wait crosswise. */
async function locked(db: Db, keys: readonly CriterionKey[]): Promise<string[]> {
  const registrationIds = [...new Set(keys.map(k => k.registrationId))].sort()
  return (await listLockedProgress(db, { registrationIds })).map(r => r.registrationId)
}

type Kept = CriterionKey & { standing: Standing }

/** Everything that any evidence says about them. */
const factsOn = (db: Db, keys: readonly CriterionKey[]): Promise<ListFactsRow[]> =>
  listFacts(db, { registrationIds: keys.map(k => k.registrationId), criterionIds: keys.map(k => k.criterionId) })

function standingsFrom(keys: readonly CriterionKey[], rows: readonly ListFactsRow[]): Kept[] {
  const facts = Map.groupBy(rows, keyOf)
  return keys.map(({ registrationId, criterionId }) => ({
    registrationId,
    criterionId,
    standing: standingOf(factsOf(facts.get(keyOf({ registrationId, criterionId })) ?? [])),
  }))
}

/** A place for the standing of each, where there is none yet. */
const openStandings = (db: Db, keys: readonly CriterionKey[]): Sent<unknown>[] =>
  keys.length === 0 ? [] : [insertAllStandings(db, columnsOf(keys))]

/**
 * Writes the standings, moves the sums of the registrations by what changed, and marks the day. A version that has been
 * `settled` waits for nobody any more.
 */
function keep(
  db: Db,
  kept: readonly Kept[],
  touched: string[],
  at: string,
  settled: VersionKey | null = null,
): Sent<number> {
  const says = new Map<string, ReturnType<typeof saidIn> & { which: number }>()
  const which = kept.map(({ standing }) => {
    const said = saidIn(standing)
    const text = JSON.stringify(said)
    const known = says.get(text) ?? { ...said, which: says.size }
    says.set(text, known)
    return known.which
  })
  return updateStandings(db, {
    ...{ says: [...says.values()], ...columnsOf(kept), which, touched, at },
    ...{ settledEvidenceId: settled?.evidenceId ?? null, settledVersion: settled?.version ?? null },
  })
}

const columnsOf = (keys: readonly CriterionKey[]) => ({
  registrationIds: keys.map(k => k.registrationId),
  criterionIds: keys.map(k => k.criterionId),
})

/** What is absent stays out of the text that travels, and is null in the row. */
function saidIn(s: Standing) {
  return {
    state: s.state,
    reason: s.reason ?? undefined,
    evidence_id: s.evidence?.evidenceId,
    version: s.evidence?.version,
    since: s.since ?? undefined,
    claimed_by: s.claimed?.by,
    claimed_at: s.claimed?.at,
    provisional_by: s.provisional?.by,
    provisional_at: s.provisional?.at,
    provisional_outcome: s.provisional?.outcome,
    decided_by: s.decided?.by,
    decided_at: s.decided?.at,
    decided_outcome: s.decided?.outcome,
    decided_reason: s.decided?.reason ?? undefined,
  }
}

/** The ticks of all layers on one version, put together again. */
function factsOf(rows: readonly ListFactsRow[]): EvidenceFacts[] {
  const facts = new Map<string, EvidenceFacts>()
  for (const { evidenceId, version, state, submittedAt, type, layer, by, at, outcome, reason } of rows) {
    const id = `${evidenceId}/${version}`
    const fact = facts.get(id) ?? {
      evidenceId,
      version,
      state,
      submittedAt,
      supporting: isSupporting(type),
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

export const spokenOf = ({ reason, evidenceId, version, since }: Omit<ListSpokenRow, keyof CriterionKey>): Spoken => ({
  reason,
  since,
  evidence: evidenceId && version ? { evidenceId, version } : null,
})
