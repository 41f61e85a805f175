/**
 * Where one criterion stands for one learner, and if it does not count, why not and whose move it is: the answer to
 * "why does my progress not move, though I ticked everything?" (R2, R7, R10).
 */

import type { Outcome, ReturnReason } from '../decisions/layers.ts'
import type { AllocationRole } from '../people/roles.ts'
import type { Instant } from '../time.ts'

/** Never mixed: a criterion is in one of them only, and only `confirmed` counts. What is in question counts as claimed. */
export const standingStates = ['none', 'claimed', 'provisional', 'returned', 'confirmed'] as const
export type StandingState = (typeof standingStates)[number]

/** Why a criterion does not count yet (R10). */
export const uncountedReasons = [
  'no-evidence',
  'not-submitted',
  'not-assessed',
  'not-countersigned',
  /** It was confirmed, and somebody who samples or verifies doubts it. */
  'in-question',
  'not-yet-met',
  'returned',
] as const
export type UncountedReason = (typeof uncountedReasons)[number]

export type Signed = { by: string; at: Instant }
export type Judged = Signed & { outcome: Outcome; reason: ReturnReason | null }

/** What one version of one piece of evidence says about the criterion. */
export type EvidenceFacts = {
  evidenceId: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  /** When the version was last submitted; null while it is a draft. */
  submittedAt: Instant | null
  /** Of a kind that is never enough by itself: what is confirmed on it bears out other evidence, and that speaks (R80). */
  supporting?: boolean
  claim: Signed | null
  trainee: Judged | null
  assessor: Judged | null
  /** Who doubts the assessor's word, while nobody has answered. */
  question: Signed | null
}

export type Standing = {
  state: StandingState
  /** Null exactly when the criterion counts. */
  reason: UncountedReason | null
  /** The evidence version that the standing rests on. */
  evidence: { evidenceId: string; version: number } | null
  since: Instant | null
  claimed: Signed | null
  provisional: Judged | null
  decided: Judged | null
}

export const nothingYet: Standing = {
  state: 'none',
  reason: 'no-evidence',
  evidence: null,
  since: null,
  claimed: null,
  provisional: null,
  decided: null,
}

/**
 * The standing of a criterion from all the evidence put to it. One qualified assessor's "met" is enough to count, on evidence
 * that may stand alone; otherwise the piece that is nearest to counting speaks, and of equals the latest.
 */
export function standingOf(facts: readonly EvidenceFacts[]): Standing {
  let best = nothingYet
  for (const fact of facts) {
    const standing = standingOn(fact)
    if (standing && nearness(standing, best) > 0) best = standing
  }
  return best
}

/**
 * The standing of a criterion after one version says something else, from what stood before and without the other evidence:
 * `'as-before'` when another piece still speaks, `'ask-all'` when this version spoke and now says less, so that any other
 * may be nearer. What it answers is what `standingOf` would answer from everything; a test compares them.
 */
export function standingAfter(before: Spoken, says: EvidenceFacts): Standing | 'as-before' | 'ask-all' {
  const now = standingOn(says) ?? nothingYet
  const nearer = nearness(now, before)
  const spoke = before.evidence?.evidenceId === says.evidenceId && before.evidence.version === says.version
  if (spoke) return nearer < 0 ? 'ask-all' : now
  return nearer > 0 ? now : 'as-before'
}

/** As much of a standing as it takes to say which of two is nearer to counting. */
export type Spoken = Pick<Standing, 'reason' | 'evidence' | 'since'>

function standingOn(fact: EvidenceFacts): Standing | null {
  if (fact.state === 'withdrawn') return null
  const says = (state: StandingState, reason: UncountedReason | null, since: Instant): Standing => ({
    state,
    reason,
    since,
    evidence: { evidenceId: fact.evidenceId, version: fact.version },
    claimed: fact.claim,
    provisional: fact.trainee,
    decided: fact.assessor,
  })
  if (fact.assessor?.outcome === 'met' && fact.supporting) return null
  if (fact.assessor?.outcome === 'met' && fact.question) return says('claimed', 'in-question', fact.question.at)
  if (fact.assessor?.outcome === 'met') return says('confirmed', null, fact.assessor.at)
  if (fact.assessor) return says('returned', fact.state === 'accepted' ? 'not-yet-met' : 'returned', fact.assessor.at)
  if (fact.trainee)
    return says(fact.trainee.outcome === 'met' ? 'provisional' : 'claimed', 'not-countersigned', fact.trainee.at)
  if (!fact.claim) return null
  if (fact.state === 'draft') return says('claimed', 'not-submitted', fact.claim.at)
  return says('claimed', 'not-assessed', fact.submittedAt ?? fact.claim.at)
}

const steps: Record<UncountedReason, number> = {
  'no-evidence': 0,
  returned: 1,
  'not-yet-met': 1,
  'not-submitted': 2,
  'not-assessed': 3,
  'not-countersigned': 4,
  'in-question': 5,
}

const rank = ({ reason }: Spoken): number => (reason === null ? 6 : steps[reason])

/** Above zero when the first is nearer to counting, or as near and later. */
function nearness(one: Spoken, other: Spoken): number {
  const by = rank(one) - rank(other)
  if (by !== 0) return by
  const [a, b] = [one.since ?? '', other.since ?? '']
  return a > b ? 1 : a < b ? -1 : 0
}

/** Why it does not count as it is told: what stands in the record, or that nobody named is entitled to judge it today (R115). */
export const toldReasons = [...uncountedReasons, 'needs-entitled-assessor'] as const
export type ToldReason = (typeof toldReasons)[number]

export const movers = ['learner', 'trainee-assessor', 'assessor', 'countersigner', 'centre-administrator'] as const
export type Mover = (typeof movers)[number]

type JudgingPlace = Exclude<AllocationRole, 'iqa' | 'mentor'>

/** Who is named in the places that judge, and whether they may today: role held, authority on the day, no conflict. */
export type Holders = Partial<Record<JudgingPlace, { personId: string; able: boolean }>>

/**
 * Whose move makes the criterion count, given who is named on the registration and may judge today (R10, R115). Where a
 * trainee may not, it falls to the assessor, then to the countersigner; where nobody may, to an administrator, who names
 * somebody. Nobody countersigns their own ticks, promoted since or not: `tickedBy` made those that wait (R7).
 */
export function nextMoveOf(
  reason: UncountedReason,
  holders: Holders,
  tickedBy: string | null,
): { reason: ToldReason; mover: Mover } {
  const stuck = { reason: 'needs-entitled-assessor', mover: 'centre-administrator' } as const
  if (reason === 'not-assessed') {
    const mover = (['trainee-assessor', 'assessor', 'countersigner'] as const).find(place => holders[place]?.able)
    if (mover) return { reason, mover }
    return holders['trainee-assessor'] || holders.assessor ? stuck : { reason, mover: 'assessor' }
  }
  if (reason === 'not-countersigned') {
    const mover = holders.countersigner ? 'countersigner' : 'assessor'
    const holder = holders[mover]
    return holder && (!holder.able || holder.personId === tickedBy) ? stuck : { reason, mover }
  }
  if (reason === 'in-question') {
    const first = holders['trainee-assessor'] && holders.countersigner ? 'countersigner' : 'assessor'
    const mover = ([first, 'assessor', 'countersigner'] as const).find(place => holders[place]?.able)
    if (mover) return { reason, mover }
    return holders.assessor || holders.countersigner ? stuck : { reason, mover: 'assessor' }
  }
  return { reason, mover: 'learner' }
}

/** What waits for a judgement in one registration, or is in question there. `since`: submitted, or questioned. */
export type Waiting = {
  questioned: boolean
  since: Instant
  /** Claims that no qualified assessor has judged, or criteria in question. */
  ticks: number
  /** Of the claims, those that a trainee has judged, the last of them when. */
  provisional: number
  provisionalAt: Instant | null
  /** Whether this person made such a judgement themself. */
  ownTicks: boolean
}

export type JudgingMove = {
  kind: 'judge' | 'judge-provisionally' | 'countersign' | 'answer-question'
  since: Instant
  ticks: number
}

/** This person's move there, if it is theirs: the same answer for a queue as the matrix gives for a criterion (R7, R10, R115). */
export function judgingMoveOf(waiting: Waiting, holders: Holders, personId: string): JudgingMove | null {
  const { questioned, since, ticks, provisional, provisionalAt, ownTicks } = waiting
  const why = questioned ? 'in-question' : provisional > 0 ? 'not-countersigned' : 'not-assessed'
  const { mover } = nextMoveOf(why, holders, ownTicks ? personId : null)
  if (mover === 'learner' || mover === 'centre-administrator' || holders[mover]?.personId !== personId) return null
  if (questioned) return { kind: 'answer-question', since, ticks }
  if (provisional > 0) return { kind: 'countersign', since: provisionalAt ?? since, ticks: provisional }
  return { kind: mover === 'trainee-assessor' ? 'judge-provisionally' : 'judge', since, ticks }
}

export type Totals = { criteria: number; claimed: number; provisional: number; confirmed: number; returned: number }

/** The five figures out of a row that holds more. */
export const figuresOf = ({ criteria, claimed, provisional, confirmed, returned }: Totals): Totals => ({
  ...{ criteria, claimed, provisional, confirmed, returned },
})

/** The figures of matrix, reports and exports, from one place (R11). `none` is what remains of `criteria`. */
export function totalsOf(criteria: number, standings: Iterable<{ state: StandingState }>): Totals {
  const totals: Totals = { criteria, claimed: 0, provisional: 0, confirmed: 0, returned: 0 }
  for (const { state } of standings) if (state !== 'none') totals[state]++
  return totals
}
