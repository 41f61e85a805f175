import { describe, expect, it } from 'vitest'
import {
  type EvidenceFacts,
  type Holders,
  judgingMoveOf,
  nextMoveOf,
  standingOf,
  totalsOf,
  type UncountedReason,
  type Waiting,
} from './standing.ts'

const at = (minute: number) => `2026-05-14T09:${String(minute).padStart(2, '0')}:00.000Z`
const claim = { by: 'amina', at: at(1) }
const met = (by: string, minute: number) => ({ by, at: at(minute), outcome: 'met' as const, reason: null })
const notYet = (by: string, minute: number) => ({
  by,
  at: at(minute),
  outcome: 'not-yet-met' as const,
  reason: 'insufficient' as const,
})
const facts = (over: Partial<EvidenceFacts>): EvidenceFacts => ({
  evidenceId: 'e1',
  version: 1,
  state: 'submitted',
  submittedAt: at(2),
  claim,
  trainee: null,
  assessor: null,
  question: null,
  ...over,
})

it('what was confirmed on a diary counts only as long as the evidence does that it bears out [R80]', () => {
  const diary = facts({ evidenceId: 'e2', state: 'accepted', assessor: met('ben', 9), supporting: true })
  const own = (over: Partial<EvidenceFacts>) => [facts({ state: 'accepted', assessor: met('ben', 4), ...over }), diary]
  expect(standingOf(own({}))).toMatchObject({ state: 'confirmed', evidence: { evidenceId: 'e1' } })
  expect(standingOf(own({ question: { by: 'carol', at: at(12) } }))).toMatchObject({ reason: 'in-question' })
  expect(standingOf(own({ assessor: notYet('ben', 13) }))).toMatchObject({ state: 'returned', reason: 'not-yet-met' })
  expect(standingOf([{ ...diary, assessor: null }])).toMatchObject({ state: 'claimed', reason: 'not-assessed' })
})

describe('why does it not count yet? [R10]', () => {
  it.each<[string, EvidenceFacts[], string, string | null]>([
    ['no evidence', [], 'none', 'no-evidence'],
    ['claimed on a draft', [facts({ state: 'draft', submittedAt: null })], 'claimed', 'not-submitted'],
    ['claimed but not assessed', [facts({})], 'claimed', 'not-assessed'],
    ['opened by the assessor, still not assessed', [facts({ state: 'under-review' })], 'claimed', 'not-assessed'],
    [
      "a trainee's tick not countersigned [R7]",
      [facts({ state: 'under-review', trainee: met('tom', 3) })],
      'provisional',
      'not-countersigned',
    ],
    [
      "a trainee's not-yet waits for the countersigner too",
      [facts({ state: 'under-review', trainee: notYet('tom', 3) })],
      'claimed',
      'not-countersigned',
    ],
    ['returned', [facts({ state: 'returned', assessor: notYet('ben', 4) })], 'returned', 'returned'],
    [
      'evidence accepted, this criterion not yet',
      [facts({ state: 'accepted', assessor: notYet('ben', 4) })],
      'returned',
      'not-yet-met',
    ],
    ['withdrawn evidence says nothing', [facts({ state: 'withdrawn' })], 'none', 'no-evidence'],
    [
      'confirmed by a qualified assessor counts [R2]',
      [facts({ state: 'accepted', assessor: met('ben', 4) })],
      'confirmed',
      null,
    ],
    [
      'confirmed though never claimed [R4]',
      [facts({ state: 'accepted', claim: null, assessor: met('ben', 4) })],
      'confirmed',
      null,
    ],
    [
      'in question: confirmed, doubted, and not counting until it is answered',
      [facts({ state: 'accepted', assessor: met('ben', 4), question: { by: 'carol', at: at(6) } })],
      'claimed',
      'in-question',
    ],
    [
      'met stands although the rest of the evidence was returned',
      [facts({ state: 'returned', assessor: met('ben', 4) })],
      'confirmed',
      null,
    ],
  ])('%s', (_, given, state, reason) => {
    expect(standingOf(given)).toMatchObject({ state, reason })
  })

  it('the piece nearest to counting speaks, and one confirmation is enough', () => {
    const returned = facts({ evidenceId: 'a', state: 'returned', assessor: notYet('ben', 4) })
    const draft = facts({ evidenceId: 'b', state: 'draft', submittedAt: null })
    const waiting = facts({ evidenceId: 'c' })
    const confirmed = facts({ evidenceId: 'd', state: 'accepted', assessor: met('ben', 5) })
    expect(standingOf([returned, draft]).evidence?.evidenceId).toBe('b')
    expect(standingOf([draft, waiting, returned]).evidence?.evidenceId).toBe('c')
    expect(standingOf([confirmed, draft, waiting, returned])).toMatchObject({
      state: 'confirmed',
      evidence: { evidenceId: 'd' },
    })
  })
})

const holders = (trainee: boolean | null, assessor: boolean | null, countersigner: boolean | null): Holders => ({
  ...(trainee === null ? {} : { 'trainee-assessor': { personId: 'tom', able: trainee } }),
  ...(assessor === null ? {} : { assessor: { personId: 'ben', able: assessor } }),
  ...(countersigner === null ? {} : { countersigner: { personId: 'olga', able: countersigner } }),
})
const move = (reason: UncountedReason, who: Holders, tickedBy: string | null = 'tom') =>
  Object.values(nextMoveOf(reason, who, tickedBy)).join(' ')

it('the next move is named, and depends on who is allocated [R10]', () => {
  expect(move('not-assessed', holders(true, null, true))).toBe('not-assessed trainee-assessor')
  expect(move('not-assessed', {})).toBe('not-assessed assessor')
  expect(move('not-countersigned', holders(true, null, true))).toBe('not-countersigned countersigner')
  expect(move('not-countersigned', holders(null, true, null))).toBe('not-countersigned assessor')
  expect(move('in-question', holders(true, true, true))).toBe('in-question countersigner')
  expect(move('in-question', holders(null, true, true))).toBe('in-question assessor')
  for (const reason of ['no-evidence', 'not-submitted', 'not-yet-met', 'returned'] as const)
    expect(move(reason, holders(true, true, true))).toBe(`${reason} learner`)
})

it('when authority lapses it becomes the assessor’s, the countersigner’s or an administrator’s move [R10] [R115]', () => {
  expect(move('not-assessed', holders(false, true, true))).toBe('not-assessed assessor')
  expect(move('not-assessed', holders(false, false, true))).toBe('not-assessed countersigner')
  expect(move('not-assessed', holders(false, false, false))).toBe('needs-entitled-assessor centre-administrator')
  expect(move('not-assessed', holders(null, false, null))).toBe('needs-entitled-assessor centre-administrator')
  expect(move('in-question', holders(null, false, true))).toBe('in-question countersigner')
  expect(move('in-question', holders(true, false, false))).toBe('needs-entitled-assessor centre-administrator')
  expect(move('not-countersigned', holders(true, true, false))).toBe('needs-entitled-assessor centre-administrator')
  expect(move('not-countersigned', holders(null, false, null))).toBe('needs-entitled-assessor centre-administrator')
})

it('ticks never wait for their own maker, promoted since or not [R7]', () => {
  expect(move('not-countersigned', holders(null, true, true), 'olga')).toBe(
    'needs-entitled-assessor centre-administrator',
  )
  expect(move('not-countersigned', holders(null, true, true), 'ben')).toBe('not-countersigned countersigner')
})

describe('a queue', () => {
  const waits = (more: Partial<Waiting> = {}): Waiting => ({
    ...{ questioned: false, since: '2026-05-04T09:00:00.000Z', ticks: 6, provisional: 0, provisionalAt: null },
    ...{ ownTicks: false, ...more },
  })
  const judged = { provisional: 4, provisionalAt: '2026-05-06T09:00:00.000Z' }
  const queuesOf = (waiting: Waiting, who: Holders) =>
    ['tom', 'ben', 'olga'].map(person => judgingMoveOf(waiting, who, person)?.kind ?? null)

  it('holds what is this person’s move and nothing else, by the rule that the matrix tells [R10] [R115]', () => {
    expect(queuesOf(waits(), holders(true, true, true))).toEqual(['judge-provisionally', null, null])
    expect(queuesOf(waits(), holders(false, true, true))).toEqual([null, 'judge', null])
    expect(queuesOf(waits(), holders(false, false, true))).toEqual([null, null, 'judge'])
    expect(queuesOf(waits(), holders(false, false, false))).toEqual([null, null, null])
    expect(queuesOf(waits(judged), holders(true, true, true))).toEqual([null, null, 'countersign'])
    expect(queuesOf(waits(judged), holders(true, true, null))).toEqual([null, 'countersign', null])
    expect(queuesOf(waits({ questioned: true }), holders(null, true, true))).toEqual([null, 'answer-question', null])
  })

  it('counts what waits for a countersigner from the trainee’s last word, and never shows ticks to their own maker [R7]', () => {
    const who = holders(null, true, null)
    expect(judgingMoveOf(waits(judged), who, 'ben')).toEqual({
      kind: 'countersign',
      since: judged.provisionalAt,
      ticks: 4,
    })
    expect(judgingMoveOf(waits({ ...judged, ownTicks: true }), who, 'ben')).toBeNull()
  })
})

it('claimed, provisional and confirmed are never mixed [R2]', () => {
  const standings = [
    facts({}),
    facts({ trainee: met('tom', 3), state: 'under-review' }),
    facts({ state: 'accepted', assessor: met('ben', 4) }),
  ].map(f => standingOf([f]))
  expect(totalsOf(10, standings)).toEqual({ criteria: 10, claimed: 1, provisional: 1, confirmed: 1, returned: 0 })
})
