import { describe, expect, it } from 'vitest'
import { type EvidenceFacts, moverOf, standingOf, totalsOf } from './standing.ts'

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

it('the next move is named, and depends on who is allocated [R10]', () => {
  const both = { trainee: true, countersigner: true }
  const alone = { trainee: false, countersigner: false }
  expect(moverOf('not-assessed', both)).toBe('trainee-assessor')
  expect(moverOf('not-assessed', alone)).toBe('assessor')
  expect(moverOf('not-countersigned', both)).toBe('countersigner')
  expect(moverOf('not-countersigned', alone)).toBe('assessor')
  expect([moverOf('in-question', both), moverOf('in-question', alone)]).toEqual(['countersigner', 'assessor'])
  for (const reason of ['no-evidence', 'not-submitted', 'not-yet-met', 'returned'] as const)
    expect(moverOf(reason, both)).toBe('learner')
})

it('claimed, provisional and confirmed are never mixed [R2]', () => {
  const standings = [
    facts({}),
    facts({ trainee: met('tom', 3), state: 'under-review' }),
    facts({ state: 'accepted', assessor: met('ben', 4) }),
  ].map(f => standingOf([f]))
  expect(totalsOf(10, standings)).toEqual({ criteria: 10, claimed: 1, provisional: 1, confirmed: 1, returned: 0 })
})
