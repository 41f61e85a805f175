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
  deleteWaitingVersion,
  insertAllStandings,
  type ListFactsRow,
  type ListSpokenRow,
  listFacts,
  listLockedProgress,
  listLockedProgressOfLearner,
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

/** The registrations that have not ended, locked, and what speaks for each criterion that was asked about, where anything does. */
export type Held = { registrationIds: string[]; asked: ReadonlySet<string>; spoken: Map<string, Spoken> }

/**
 * Locks all that this learner's decisions may move, and says what speaks for these criteria. For whoever knows beforehand what
 * will be judged, so that nothing needs to be asked between the judging and the writing.
 */
export async function holdProgress(db: Db, learnerId: string, criteria: readonly CriterionKey[]): Promise<Held> {
  const [rows, spoken] = await together([listLockedProgressOfLearner(db, { learnerId }), spokenFor(db, criteria)])
  return { registrationIds: rows.map(r => r.registrationId), asked: new Set(criteria.map(keyOf)), spoken }
}

/**
 * The same where the caller knows all that the version says now: the other evidence on a criterion is only read where this
 * version spoke for it and now says less. In: every criterion that the version says or said something about, and what is
 * `held` of them already. What it writes is answered with the commit.
 */
export async function updateProgressAfter(
  db: Db,
  { evidenceId, version, state, learnerId }: VersionKey & { state: EvidenceFacts['state']; learnerId: string },
  all: readonly Said[],
  at: string,
  held?: Held,
): Promise<void> {
  const { registrationIds, asked, spoken } = held ?? (await holdProgress(db, learnerId, all))
  const said = all.filter(s => registrationIds.includes(s.registrationId))
  const touched = [...new Set(said.map(s => s.registrationId))]
  const unasked = said.filter(s => !asked.has(keyOf(s)))
  if (unasked.length > 0) for (const [key, one] of await spokenFor(db, unasked)) spoken.set(key, one)
  const standings: Kept[] = []
  const unclear: CriterionKey[] = []
  for (const { facts, ...key } of said) {
    const after = facts ? standingAfter(spoken.get(keyOf(key)) ?? nothingYet, facts) : 'ask-all'
    if (after === 'ask-all') unclear.push(key)
    else if (after !== 'as-before') standings.push({ ...key, standing: after })
  }
  if (unclear.length > 0) standings.push(...standingsFrom(unclear, await factsOn(db, unclear)))
  const over = !isWaiting(state)
  withoutWaiting(db, [
    ...openStandings(
      db,
      standings.filter(s => !spoken.has(keyOf(s))),
    ),
    keep(db, standings, touched, at),
    over
      ? deleteWaitingVersion(db, { evidenceId, version })
      : updateWaiting(db, {
          registrationIds: touched,
          evidenceIds: touched.map(() => evidenceId),
          versions: touched.map(() => version),
        }),
  ])
}

const spokenFor = async (db: Db, keys: readonly CriterionKey[]): Promise<Map<string, Spoken>> =>
  new Map(
    (
      await listSpoken(db, {
        registrationIds: [...new Set(keys.map(k => k.registrationId))],
        criterionIds: keys.map(k => k.criterionId),
      })
    ).map(r => [keyOf(r), spokenOf(r)]),
  )

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

/** Writes the standings, moves the sums of the registrations by what changed, and marks the day. */
function keep(db: Db, kept: readonly Kept[], touched: string[], at: string): Sent<number> {
  const says = new Map<string, ReturnType<typeof saidIn> & { which: number }>()
  const which = kept.map(({ standing }) => {
    const said = saidIn(standing)
    const text = JSON.stringify(said)
    const known = says.get(text) ?? { ...said, which: says.size }
    says.set(text, known)
    return known.which
  })
  return updateStandings(db, { says: [...says.values()], ...columnsOf(kept), which, touched, at })
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

const spokenOf = ({ reason, evidenceId, version, since }: ListSpokenRow): Spoken => ({
  reason,
  since,
  evidence: evidenceId && version ? { evidenceId, version } : null,
})
