import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptanceOf } from './accepting.ts'
import { type CriterionKey, type JudgedTick, keyOf, type Layers, type Outcome, type Tick } from './layers.ts'

const ids = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']
const key = (criterionId: string): CriterionKey => ({ registrationId: 'reg', criterionId })
const claim = (criterionId: string): Tick => ({ ...key(criterionId), by: 'amina', byName: 'Amina', at: '2026-05-14' })
const judged = (criterionId: string, byName: string, outcome: Outcome, inQuestion = false): JudgedTick => ({
  ...claim(criterionId),
  ...{ by: byName.toLowerCase(), byName, outcome, reason: null, decisionId: 'd', inQuestion },
})
const layers = (over: Partial<Layers> = {}): Layers => ({ learner: ids.map(claim), trainee: [], assessor: [], ...over })
const here = (said: Record<string, Outcome>) => new Map(Object.entries(said).map(([c, o]) => [keyOf(key(c)), o]))
const numbers = (keys: CriterionKey[]) => keys.map(k => k.criterionId)

describe('accept all', () => {
  it('copies exactly the ticks of that layer, whatever they are, and nothing else [R5]', () => {
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (claimed, trained) => {
        const given = layers({
          learner: claimed.map(claim),
          trainee: trained.map(c => judged(c, 'Tom', c > '1.3' ? 'met' : 'not-yet-met')),
        })
        expect(numbers(acceptanceOf(given, 'learner').accepts)).toEqual(claimed)
        expect(numbers(acceptanceOf(given, 'trainee').accepts)).toEqual(trained.filter(c => c > '1.3'))
      }),
    )
  })

  it.each<[string, Layers, 'learner' | 'trainee', Record<string, Outcome>, [string, string, Outcome, string][]]>([
    [
      'their own “not yet” in this form',
      layers(),
      'learner',
      { '1.2': 'not-yet-met' },
      [['1.2', 'judged-here', 'not-yet-met', '']],
    ],
    ['their own “met” in this form', layers(), 'learner', { '1.2': 'met' }, [['1.2', 'judged-here', 'met', '']]],
    [
      'a saved judgement that stands, met or not',
      layers({ assessor: [judged('1.1', 'Olga', 'met'), judged('1.2', 'Olga', 'not-yet-met')] }),
      'learner',
      {},
      [
        ['1.1', 'stands', 'met', 'Olga'],
        ['1.2', 'stands', 'not-yet-met', 'Olga'],
      ],
    ],
    [
      'what is in question, whatever was chosen',
      layers({ assessor: [judged('1.3', 'Olga', 'met', true)] }),
      'learner',
      { '1.3': 'met' },
      [['1.3', 'in-question', 'met', 'Olga']],
    ],
    [
      'what the trainee judged not yet met, and their own word on a trainee’s tick',
      layers({ trainee: [...ids.slice(0, 5).map(c => judged(c, 'Tom', 'met')), judged('1.6', 'Tom', 'not-yet-met')] }),
      'trainee',
      { '1.2': 'not-yet-met' },
      [
        ['1.2', 'judged-here', 'not-yet-met', ''],
        ['1.6', 'trainee-not-yet', 'not-yet-met', 'Tom'],
      ],
    ],
  ])('leaves alone %s, and says so [R5] [R6]', (_what, given, layer, said, left) => {
    const { accepts, leaves } = acceptanceOf(given, layer, here(said))
    expect(leaves.map(l => [l.criterionId, l.why, l.outcome, l.by])).toEqual(left)
    expect(numbers(accepts)).toEqual(ids.filter(c => !left.some(([criterion]) => criterion === c)))
  })
})
