import type { ResultOf } from '#contract/endpoint.ts'
import type { progressContract } from '#contract/progress.ts'
import { relationOf } from '#domain/evidence/relations.ts'
import {
  figuresOf,
  type Holders,
  type Judged,
  judgingMoveOf,
  nextMoveOf,
  type StandingState,
  totalsOf,
  type UncountedReason,
} from '#domain/progress/standing.ts'
import { headingOf } from '#domain/qualifications/title.ts'
import type { QualificationTree } from '#domain/qualifications/tree.ts'
import type {
  ListEvidenceOnCriterionRow,
  ListOtherMovesRow,
  ListOwnPlacesRow,
  ListStandingsRow,
  ListWaitingRow,
  SelectMatrixRow,
} from './queries.ts'

type Named = { id: string; name: string }

export function matrixView(registration: SelectMatrixRow, tree: QualificationTree, rows: ListStandingsRow[]) {
  const chosen = new Set(registration.unitIds ?? [])
  const byCriterion = new Map(rows.map(r => [r.criterionId, r]))
  const units = tree.units.filter(u => chosen.has(u.id))
  return {
    registrationId: registration.id,
    learner: { id: registration.learnerId, name: registration.learnerName },
    heading: headingOf(tree),
    qualification: { versionId: tree.versionId, title: tree.title, number: tree.number, version: tree.version },
    registeredOn: registration.registeredOn,
    endedAt: registration.withdrawnAt,
    lastActivity: registration.lastActivity,
    allocations: registration.allocations.map(a => ({
      role: a.role,
      person: { id: a.id, name: a.name },
      since: a.since,
    })),
    totals: figuresOf(registration),
    units: units.map(u => ({
      id: u.id,
      number: u.number,
      code: u.code,
      reference: u.reference,
      title: u.title,
      level: u.level,
      credit: u.credit,
      group: u.group,
      mandatory: u.mandatory,
      alwaysSampled: registration.alwaysSampled?.includes(u.id) ?? false,
      totals: totalsOf(
        u.criterionCount,
        u.outcomes.flatMap(o => o.criteria.flatMap(c => byCriterion.get(c.id) ?? [])) as { state: StandingState }[],
      ),
      outcomes: u.outcomes,
    })),
    standings: Object.fromEntries(
      rows.filter(r => r.state !== 'none').map(r => [r.criterionId, standingView(registration, r)]),
    ),
  }
}

export function criterionView(
  registration: SelectMatrixRow,
  row: ListStandingsRow | undefined,
  evidence: ListEvidenceOnCriterionRow[],
) {
  return {
    standing: standingView(registration, row),
    evidence: evidence.map(e => ({
      id: e.id,
      number: e.number,
      version: e.version,
      title: e.title,
      state: e.state,
      type: e.type,
      ownMethod: e.ownMethod,
      relation: relationOf(e.type),
      names: e.names,
      claimed: e.claimedBy && e.claimedAt ? { by: e.claimedBy, at: e.claimedAt } : null,
      judged: e.judged.map(j => ({
        ...j,
        at: new Date(j.at).toISOString(),
        carried: j.carried && { by: j.carried.by, at: new Date(j.carried.at).toISOString() },
      })),
    })),
  }
}

function standingView(registration: SelectMatrixRow, row: ListStandingsRow | undefined) {
  const named = (id: string | null): Named => ({ id: id as string, name: registration.names[id as string] ?? '' })
  const judged = (by: string | null, at: string | null, outcome: string | null, reason: string | null) =>
    by && at && outcome
      ? { by: named(by), at, outcome: outcome as Judged['outcome'], reason: reason as Judged['reason'] }
      : null
  const reason = (row ? row.reason : 'no-evidence') as UncountedReason | null
  const move = reason && moveView(registration, reason, row?.provisionalBy ?? null)
  return {
    state: (row?.state ?? 'none') as 'none',
    reason: move?.reason ?? null,
    since: row?.since ?? null,
    evidence:
      row?.evidenceId && row.evidenceNumber && row.version
        ? { id: row.evidenceId, number: row.evidenceNumber, version: row.version }
        : null,
    claimed: row?.claimedBy && row.claimedAt ? { by: named(row.claimedBy), at: row.claimedAt } : null,
    provisional: row ? judged(row.provisionalBy, row.provisionalAt, row.provisionalOutcome, null) : null,
    decided: row ? judged(row.decidedBy, row.decidedAt, row.decidedOutcome, row.decidedReason) : null,
    mover: move?.mover ?? null,
  }
}

function moveView(
  { allocations, learnerId, learnerName }: SelectMatrixRow,
  why: UncountedReason,
  tickedBy: string | null,
) {
  const holders: Holders = Object.fromEntries(allocations.map(a => [a.role, { personId: a.id, able: a.able }]))
  const { reason, mover: role } = nextMoveOf(why, holders, tickedBy)
  if (role === 'learner') return { reason, mover: { role, person: { id: learnerId, name: learnerName } } }
  const place = allocations.find(a => a.role === role)
  return { reason, mover: { role, person: place ? { id: place.id, name: place.name } : null } }
}

type Waits = ResultOf<(typeof progressContract)['GET /centres/:centreId/queue']>['items'][number]

/** What waits for this person, oldest first; whose move a judgement is follows from who is named there and may today. */
export function queueView(
  personId: string,
  places: ListOwnPlacesRow[],
  waiting: ListWaitingRow[],
  others: ListOtherMovesRow[],
): Waits[] {
  const placeOf = new Map(places.map(p => [p.registrationId, p]))
  const items: Waits[] = others.map(o => ({
    kind: o.kind as 'finish',
    since: o.since,
    learner: { id: o.learnerId, name: o.learnerName },
    evidence:
      o.evidenceId && o.number && o.version
        ? { id: o.evidenceId, number: o.number, version: o.version, title: o.title ?? '' }
        : null,
    registrationId: o.registrationId,
    ticks: o.ticks,
    units: o.units,
  }))
  for (const w of waiting) {
    const place = placeOf.get(w.registrationId)
    const move = place && judgingMoveOf(w, holdersOf(place), personId)
    if (!move) continue
    items.push({
      ...move,
      learner: { id: place.learnerId, name: place.learnerName },
      evidence: { id: w.evidenceId, number: w.number, version: w.version, title: w.title },
      registrationId: w.registrationId,
      units: w.units,
    })
  }
  return items.sort((a, b) => inOrder(a.since, b.since) || inOrder(a.evidence?.id ?? '', b.evidence?.id ?? ''))
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const holdersOf = (p: ListOwnPlacesRow): Holders => ({
  ...(p.traineeId ? { 'trainee-assessor': { personId: p.traineeId, able: p.traineeAble === true } } : {}),
  ...(p.assessorId ? { assessor: { personId: p.assessorId, able: p.assessorAble === true } } : {}),
  ...(p.countersignerId ? { countersigner: { personId: p.countersignerId, able: p.countersignerAble === true } } : {}),
})

export const ownPlaceView = (p: ListOwnPlacesRow) => ({
  registrationId: p.registrationId,
  learner: { id: p.learnerId, name: p.learnerName },
  title: p.title,
  totals: figuresOf(p),
  lastActivity: p.lastActivity,
})
