import { describe, expect, it } from 'vitest'
import { type StandingShown, unitsText, whySentence } from './progress.ts'

const amina = { id: 'a', name: 'Amina Yusuf' }
const tom = { id: 't', name: 'Tom Ellis' }
const ben = { id: 'b', name: 'Ben Carter' }
const claimed = { by: amina, at: '2026-05-14T09:00:00.000Z' }
const judged = (by: typeof ben, day: number) => ({
  by,
  at: `2026-05-${day}T12:00:00.000Z`,
  outcome: 'met' as const,
  reason: null,
})
const notYet = (by: typeof ben, day: number) => ({
  ...judged(by, day),
  outcome: 'not-yet-met' as const,
  reason: 'insufficient' as const,
})

const standing = (over: Partial<StandingShown>): StandingShown => ({
  state: 'claimed',
  reason: 'not-assessed',
  since: '2026-05-14T10:00:00.000Z',
  evidence: { id: 'e', number: 14, version: 1 },
  claimed,
  provisional: null,
  decided: null,
  mover: { role: 'assessor', person: ben },
  ...over,
})

describe('why a criterion does not count, in the same words for every role [R10]', () => {
  const mover = { role: 'learner' as const, person: amina }
  it.each<[string, Partial<StandingShown>, string]>([
    [
      'no-evidence',
      { state: 'none', reason: 'no-evidence', since: null, evidence: null, claimed: null, mover },
      'Does not count yet: no evidence has been put to it; it is the move of the learner, Amina Yusuf.',
    ],
    [
      'not-submitted',
      { reason: 'not-submitted', mover },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Does not count yet: evidence 14 is still a draft; waiting since 14 May 2026 for the learner, Amina Yusuf, to submit it.',
    ],
    [
      'not-assessed',
      {},
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Does not count yet: waiting for the assessor, Ben Carter, since 14 May 2026.',
    ],
    [
      'not-assessed, with nobody named',
      { mover: { role: 'assessor', person: null } },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Does not count yet: waiting for an assessor, whom a centre administrator has to name, since 14 May 2026.',
    ],
    [
      'not-countersigned',
      {
        state: 'provisional',
        reason: 'not-countersigned',
        since: '2026-05-15T12:00:00.000Z',
        provisional: judged(tom, 15),
        mover: { role: 'countersigner', person: ben },
      },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Judged provisionally as met by Tom Ellis on 15 May 2026. Does not count yet: waiting for the countersigner, Ben Carter, since 15 May 2026.',
    ],
    [
      'not-yet-met',
      {
        state: 'returned',
        reason: 'not-yet-met',
        since: '2026-05-16T12:00:00.000Z',
        decided: notYet(ben, 16),
        mover,
      },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Judged not yet met by Ben Carter on 16 May 2026 (not enough to show it). Does not count yet: waiting since 16 May 2026 for the learner, Amina Yusuf, to show it with other evidence.',
    ],
    [
      'returned',
      { state: 'returned', reason: 'returned', since: '2026-05-16T12:00:00.000Z', decided: notYet(ben, 16), mover },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Judged not yet met by Ben Carter on 16 May 2026 (not enough to show it). Does not count yet: evidence 14 went back; waiting since 16 May 2026 for the learner, Amina Yusuf, to improve it and submit it again.',
    ],
    [
      'it counts, countersigned',
      { state: 'confirmed', reason: null, provisional: judged(tom, 15), decided: judged(ben, 16), mover: null },
      'Claimed by Amina Yusuf on evidence 14 on 14 May 2026. Judged provisionally as met by Tom Ellis on 15 May 2026. Countersigned and confirmed by Ben Carter on 16 May 2026. It counts.',
    ],
    [
      'it counts, though nobody claimed it [R4]',
      { state: 'confirmed', reason: null, claimed: null, decided: judged(ben, 16), mover: null },
      'Evidence 14 was put to it; Amina Yusuf did not claim it. Confirmed by Ben Carter on 16 May 2026. It counts.',
    ],
  ])('%s', (_, over, sentence) => {
    expect(whySentence(standing(over), amina)).toBe(sentence)
  })
})

it('units stand in the order of their numbers', () => {
  expect([unitsText('10, 9, 1'), unitsText('3'), unitsText(null)]).toEqual(['units 1, 9 and 10', 'unit 3', ''])
})
