import { expect, it } from 'vitest'
import { differenceOf } from '#domain/decisions/difference.ts'
import type { Assessment } from './form.ts'
import { asSeen, seenOf } from './seen.ts'

const tick = (criterionId: string) => ({ registrationId: 'r', criterionId, by: 'a', byName: 'Amina', at: 't' })
const judged = (criterionId: string, decisionId: string) => ({
  ...tick(criterionId),
  decisionId,
  outcome: 'met' as const,
  reason: null,
})
const assessment = (revision: number, claims: string[], trainee: string[], decisions: string[]) =>
  ({
    evidence: { revision, contentHash: 'abc', learner: { id: 'a', name: 'Amina' }, submittedAt: 't' },
    layers: {
      learner: claims.map(tick),
      trainee: trainee.map(c => judged(c, 'p')),
      assessor: decisions.map((d, i) => judged(`${i}`, d)),
    },
  }) as unknown as Assessment

it('after a reload the screen shows what was seen before, so that the change is told and not slipped in', () => {
  const before = assessment(3, ['1.1', '1.2'], ['1.1'], ['old'])
  const now = assessment(5, ['1.2', '1.3'], ['1.1', '1.2'], ['old', 'new'])
  const shown = asSeen(now, seenOf(before))
  expect(seenOf(shown)).toEqual(seenOf(before))
  expect(differenceOf(shown.layers, now.layers)).toEqual({
    learner: {
      added: [{ registrationId: 'r', criterionId: '1.3' }],
      removed: [{ registrationId: 'r', criterionId: '1.1' }],
    },
    trainee: { added: [{ registrationId: 'r', criterionId: '1.2', outcome: 'met', reason: null }], removed: [] },
  })
})

it('shows what stands where nothing was typed yet, or nothing changed', () => {
  const now = assessment(3, ['1.1'], [], [])
  expect(asSeen(now, null)).toBe(now)
  expect(asSeen(now, seenOf(now))).toBe(now)
})
