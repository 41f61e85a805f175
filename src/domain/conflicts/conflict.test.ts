import { expect, it } from 'vitest'
import { bars, type ConflictFacts, checkConflictMove, conflictState } from './conflict.ts'

const facts = (over: Partial<ConflictFacts> = {}): ConflictFacts => ({ managedByWay: null, endedAt: null, ...over })

it.each([
  ['declared', facts(), 'declared', true],
  ['managed by another assessor: the person stays away', facts({ managedByWay: 'other-assessor' }), 'managed', true],
  ['managed by sampling everything: they may judge', facts({ managedByWay: 'full-sampling' }), 'managed', false],
  ['ended', facts({ endedAt: '2026-05-14T09:00:00.000Z' }), 'ended', false],
] as const)('a conflict of interest %s', (_, given, state, barring) => {
  expect([conflictState(given), bars(given)]).toEqual([state, barring])
})

it('is managed anew as often as needed, and once ended stays ended', () => {
  for (const managedByWay of [null, 'other-assessor', 'full-sampling'] as const)
    for (const verb of ['manage', 'end'] as const)
      expect(() => checkConflictMove(facts({ managedByWay }), 'lead-iqa', verb)).not.toThrow()
  expect(() => checkConflictMove(facts({ endedAt: '2026-05-14T09:00:00.000Z' }), 'lead-iqa', 'manage')).toThrow(
    'conflicts/ended',
  )
})
