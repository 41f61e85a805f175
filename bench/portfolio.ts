import type { Judgement } from '#domain/decisions/layers.ts'
import { type EvidenceFacts, standingOf, totalsOf } from '#domain/progress/standing.ts'
import type { Rows } from './copy.ts'
import type { Random } from './random.ts'

export type Criterion = { id: string; unitId: string }
export type Staff = { assessorId: string; iqaId: string; traineeId: string | null }
/** How much there is: the full portfolio of the design, or a thin one for those who only fill the centre. */
export type Size = { judged: number; twenty: number; waiting: number; drafts: number; empty: number }
export const full: Size = { judged: 83, twenty: 1, waiting: 0, drafts: 13, empty: 3 }
export const thin: Size = { judged: 3, twenty: 0, waiting: 0, drafts: 0, empty: 0 }

/** Evidence with 20 claims that waits for a decision, and all that saving one needs. */
export type Waiting = { evidenceId: string; registrationId: string; criterionIds: string[]; contentHash: string }
export type Made = {
  registrationId: string
  learnerId: string
  size: Size
  waiting: Waiting | null
  lastActivity: string
}

/** Judged, waiting with twenty claims or with six, still a draft, or a draft with nothing claimed yet. */
type Kind = 'judged' | 'twenty' | 'waiting' | 'draft' | 'empty'

type Making = {
  rows: Rows
  random: Random
  centreId: string
  versionId: string
  criteria: readonly Criterion[]
  staff: Staff
  learnerId: string
  size: Size
}

const day = 86_400_000
const end = Date.UTC(2026, 9, 1)

/** Writes one learner's portfolio: evidence with claims, judgements, events, and the progress that follows from them. */
export function makePortfolio(making: Making): Made {
  const { rows, random, centreId, criteria, learnerId, size } = making
  const registrationId = random.id()
  const started = end - (120 + random.whole(240)) * day
  const at = (share: number) => new Date(started + (end - started) * share + random.whole(1000)).toISOString()
  register(making, registrationId, at(0))

  // Learners are at different stages: those who have reached further spread their evidence over more criteria.
  const reached = criteria.slice(0, Math.min(criteria.length, size === full ? 40 + random.whole(121) : 12))
  const facts = new Map<string, EvidenceFacts[]>()
  const numbers = new Map<string, number>()
  const kinds = [
    ...Array<Kind>(size.judged).fill('judged'),
    ...Array<Kind>(size.twenty).fill('twenty'),
    ...Array<Kind>(size.waiting).fill('waiting'),
    ...Array<Kind>(size.drafts).fill('draft'),
    ...Array<Kind>(size.empty).fill('empty'),
  ]
  const pieces = kinds.length
  rows.add('portfolios (centre_id, learner_id, last_number)', centreId, learnerId, pieces)
  let waiting: Waiting | null = null
  let lastActivity = at(0)
  for (const [i, kind] of kinds.entries()) {
    const n = i + 1
    const claimed =
      kind === 'empty' ? [] : random.some(kind === 'judged' ? reached : criteria, kind === 'twenty' ? 20 : 6)
    const piece = makePiece(
      making,
      registrationId,
      n,
      kind,
      claimed,
      at((n - 0.9) / pieces),
      at((n - 0.6) / pieces),
      at((n - 0.3) / pieces),
    )
    numbers.set(piece.evidenceId, n)
    for (const [criterionId, fact] of piece.facts) facts.set(criterionId, [...(facts.get(criterionId) ?? []), fact])
    if (kind === 'twenty')
      waiting = {
        evidenceId: piece.evidenceId,
        registrationId,
        criterionIds: claimed.map(c => c.id),
        contentHash: piece.contentHash,
      }
    lastActivity = piece.lastActivity
  }
  makeProgress(making, registrationId, facts, numbers, lastActivity)
  return { registrationId, learnerId, size, waiting, lastActivity }
}

function register(
  { rows, random, centreId, versionId, criteria, staff, learnerId }: Making,
  id: string,
  when: string,
): void {
  rows.add(
    'registrations (centre_id, id, learner_id, version_id, registered_on, registered_at, registered_by)',
    centreId,
    id,
    learnerId,
    versionId,
    when.slice(0, 10),
    when,
    staff.iqaId,
  )
  for (const unitId of new Set(criteria.map(c => c.unitId)))
    rows.add('registration_units (centre_id, registration_id, unit_id, chosen_at)', centreId, id, unitId, when)
  const places: [string, string][] = [
    ['assessor', staff.assessorId],
    ['iqa', staff.iqaId],
  ]
  if (staff.traineeId) places.push(['trainee-assessor', staff.traineeId], ['countersigner', staff.assessorId])
  for (const [role, personId] of places)
    rows.add(
      'allocations (centre_id, id, registration_id, person_id, role, allocated_at, allocated_by)',
      centreId,
      random.id(),
      id,
      personId,
      role,
      when,
      staff.iqaId,
    )
}

function makePiece(
  making: Making,
  registrationId: string,
  number: number,
  kind: Kind,
  claimed: Criterion[],
  claimedAt: string,
  submittedAt: string,
  judgedAt: string,
) {
  const { rows, random, centreId, learnerId, staff } = making
  const evidenceId = random.id()
  const contentHash = `${random.id()}${random.id()}`.replaceAll('-', '')
  const submitted = kind === 'judged' || kind === 'twenty' || kind === 'waiting'
  const layer = kind === 'judged' ? 'assessor' : submitted && staff.traineeId ? 'trainee' : null
  const judgements: Judgement[] = layer
    ? claimed.map(c => {
        const met = random.whole(10) > 0
        return {
          registrationId,
          criterionId: c.id,
          outcome: met ? ('met' as const) : ('not-yet-met' as const),
          reason: met ? null : ('insufficient' as const),
        }
      })
    : []
  const state: EvidenceFacts['state'] =
    kind === 'judged'
      ? judgements.some(j => j.outcome === 'met')
        ? 'accepted'
        : 'returned'
      : layer
        ? 'under-review'
        : submitted
          ? 'submitted'
          : 'draft'
  const since = layer ? judgedAt : submitted ? submittedAt : claimedAt
  rows.add(
    'evidence (centre_id, id, learner_id, number, kind, created_by, created_at)',
    centreId,
    evidenceId,
    learnerId,
    number,
    'statement',
    learnerId,
    claimedAt,
  )
  rows.add(
    'evidence_versions (centre_id, evidence_id, version, learner_id, state, revision, title, description, shown_on, setting, statement_text, declared_at, declared_by, created_by, created_at, submitted_at, submitted_by, state_since, content_hash, return_reason)',
    ...[
      centreId,
      evidenceId,
      1,
      learnerId,
      state,
      1,
      `What I did on shift ${number}`,
      'How a customer was helped, and what came of it.',
      claimedAt.slice(0, 10),
      'real-job',
    ],
    ...['I was at the desk when …', submitted ? submittedAt : null, submitted ? learnerId : null, learnerId, claimedAt],
    ...[
      submitted ? submittedAt : null,
      submitted ? learnerId : null,
      since,
      submitted ? contentHash : null,
      state === 'returned' ? 'insufficient' : null,
    ],
  )
  if (submitted)
    rows.add(
      'evidence_authentications (centre_id, evidence_id, version, person_id, role, statement, given_at)',
      ...[centreId, evidenceId, 1, learnerId, 'learner', 'own-work', submittedAt],
    )
  for (const c of claimed)
    rows.add(
      'claims (centre_id, id, registration_id, criterion_id, evidence_id, version, claimed_by, claimed_at)',
      centreId,
      random.id(),
      registrationId,
      c.id,
      evidenceId,
      1,
      learnerId,
      claimedAt,
    )
  if (submitted)
    event(submittedAt, learnerId, 'learner', 'evidence-submitted', {
      version: 1,
      contentHash,
      criteria: claimed.map(c => ({ registrationId, criterionId: c.id })),
    })
  const by = layer === 'trainee' ? (staff.traineeId as string) : staff.assessorId
  if (layer) decide(layer, by)
  const judged = new Map(
    judgements.map(j => [j.criterionId, { by, at: judgedAt, outcome: j.outcome, reason: j.reason }]),
  )
  const facts = claimed.map((c): [string, EvidenceFacts] => [
    c.id,
    {
      ...{
        evidenceId,
        version: 1,
        state,
        submittedAt: submitted ? submittedAt : null,
        claim: { by: learnerId, at: claimedAt },
      },
      trainee: (layer === 'trainee' && judged.get(c.id)) || null,
      assessor: (layer === 'assessor' && judged.get(c.id)) || null,
      question: null,
    },
  ])
  return { evidenceId, contentHash, facts, lastActivity: since }

  function decide(layer: string, by: string) {
    const decisionId = random.id()
    const outcome = judgements.some(j => j.outcome === 'met') ? 'accepted' : 'returned'
    const feedback = 'You met these by the way you listened and wrote it up; next, show it with a second customer.'
    const as = layer === 'trainee' ? 'trainee-assessor' : 'assessor'
    rows.add(
      'decisions (centre_id, id, evidence_id, version, layer, outcome, return_reason, feedback, content_hash, decided_by, decided_as, decided_at, request_id)',
      ...[
        centreId,
        decisionId,
        evidenceId,
        1,
        layer,
        outcome,
        outcome === 'returned' ? 'insufficient' : null,
        feedback,
        contentHash,
        by,
        as,
        judgedAt,
        random.id(),
      ],
    )
    for (const j of judgements)
      rows.add(
        'decision_criteria (centre_id, decision_id, registration_id, criterion_id, evidence_id, version, layer, outcome, reason)',
        centreId,
        decisionId,
        registrationId,
        j.criterionId,
        evidenceId,
        1,
        layer,
        j.outcome,
        j.reason,
      )
    const type = layer === 'trainee' ? 'provisional-decision-made' : 'decision-made'
    event(judgedAt, by, as, type, {
      decisionId,
      version: 1,
      outcome,
      evidenceState: state,
      returnReason: null,
      feedback,
      contentHash,
      judgements,
      acceptances: [],
    })
  }

  function event(at: string, actorId: string, as: string, type: string, body: object) {
    rows.add(
      'events (centre_id, at, actor_id, actor_role, type, learner_id, registration_id, subject_id, body)',
      centreId,
      at,
      actorId,
      as,
      type,
      learnerId,
      registrationId,
      evidenceId,
      JSON.stringify(body),
    )
  }
}

/** The projection, by the same rule that the code follows; a check at the end compares with what the code writes. */
function makeProgress(
  { rows, centreId, criteria }: Making,
  registrationId: string,
  facts: Map<string, EvidenceFacts[]>,
  numbers: Map<string, number>,
  lastActivity: string,
) {
  const unitOf = new Map(criteria.map(c => [c.id, c.unitId]))
  const standings = [...facts].map(([criterionId, of]) => ({ criterionId, s: standingOf(of) }))
  for (const { criterionId, s } of standings)
    rows.add(
      'criterion_progress (centre_id, registration_id, criterion_id, unit_id, state, reason, evidence_id, evidence_number, version, since, claimed_by, claimed_at, provisional_by, provisional_at, provisional_outcome, decided_by, decided_at, decided_outcome, decided_reason)',
      ...[
        centreId,
        registrationId,
        criterionId,
        unitOf.get(criterionId) ?? null,
        s.state,
        s.reason,
        s.evidence?.evidenceId ?? null,
      ],
      ...[
        s.evidence ? (numbers.get(s.evidence.evidenceId) ?? null) : null,
        s.evidence?.version ?? null,
        s.since,
        s.claimed?.by ?? null,
        s.claimed?.at ?? null,
      ],
      ...[s.provisional?.by ?? null, s.provisional?.at ?? null, s.provisional?.outcome ?? null],
      ...[s.decided?.by ?? null, s.decided?.at ?? null, s.decided?.outcome ?? null, s.decided?.reason ?? null],
    )
  const t = totalsOf(
    criteria.length,
    standings.map(x => x.s),
  )
  rows.add(
    'registration_progress (centre_id, registration_id, criteria, claimed, provisional, confirmed, returned, last_activity)',
    centreId,
    registrationId,
    t.criteria,
    t.claimed,
    t.provisional,
    t.confirmed,
    t.returned,
    lastActivity,
  )
}
