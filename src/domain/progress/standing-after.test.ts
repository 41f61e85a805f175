import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EvidenceFacts, standingAfter, standingOf } from './standing.ts'
import { versionSays } from './version-says.ts'

const minute = fc.integer({ min: 0, max: 59 })
const at = (m: number) => `2026-05-14T09:${String(m).padStart(2, '0')}:00.000Z`
const judged = fc.record({
  by: fc.constantFrom('ben', 'tom'),
  at: minute.map(at),
  outcome: fc.constantFrom('met' as const, 'not-yet-met' as const),
  reason: fc.constant(null),
})
const says = fc.record({
  state: fc.constantFrom<EvidenceFacts['state']>(
    'draft',
    'submitted',
    'under-review',
    'accepted',
    'returned',
    'withdrawn',
  ),
  submittedAt: fc.option(minute.map(at)),
  claim: fc.option(fc.record({ by: fc.constant('amina'), at: minute.map(at) })),
  trainee: fc.option(judged),
  assessor: fc.option(judged),
  question: fc.option(fc.record({ by: fc.constant('carol'), at: minute.map(at) })),
  supporting: fc.boolean(),
})

/** Each piece has its own second, so that no two speak of the same moment: then either may speak. */
function piece(evidenceId: string, second: number, said: Omit<EvidenceFacts, 'evidenceId' | 'version'>): EvidenceFacts {
  const own = (text: string) => text.replace(':00.000Z', `:0${second}.000Z`)
  const moved = <T extends { at: string } | null>(word: T): T => word && { ...word, at: own(word.at) }
  return {
    ...{ evidenceId, version: 1, state: said.state, submittedAt: said.submittedAt && own(said.submittedAt) },
    ...{ claim: moved(said.claim), trainee: moved(said.trainee) },
    ...{ assessor: moved(said.assessor), question: moved(said.question), supporting: said.supporting ?? false },
  }
}

describe('the standing after one version says something else', () => {
  it('is what all the evidence together says, or asks for all of it [R11]', () => {
    fc.assert(
      fc.property(fc.array(says, { minLength: 1, maxLength: 5 }), says, (all, change) => {
        const facts = all.map((f, i) => piece(`e${i}`, i, f))
        const changed = piece('e0', 9, change)
        const before = standingOf(facts)
        const answer = standingAfter(before, changed)
        if (answer === 'ask-all') return
        expect(answer === 'as-before' ? before : answer).toEqual(standingOf([changed, ...facts.slice(1)]))
      }),
      { numRuns: 2000 },
    )
  })

  it('a confirmation is never asked about twice, and a lesser word about what another piece confirmed changes nothing', () => {
    const facts = (over: Partial<EvidenceFacts>): EvidenceFacts => ({
      ...{ evidenceId: 'e1', version: 1, state: 'accepted', submittedAt: at(2) },
      ...{ claim: { by: 'amina', at: at(1) }, trainee: null, assessor: null, question: null, ...over },
    })
    const met = { by: 'ben', at: at(5), outcome: 'met' as const, reason: null }
    const claimed = standingOf([facts({ state: 'submitted' })])
    expect(standingAfter(claimed, facts({ assessor: met }))).toMatchObject({ state: 'confirmed' })
    const confirmed = standingOf([facts({ assessor: met })])
    expect(standingAfter(confirmed, facts({ evidenceId: 'e2', state: 'submitted' }))).toBe('as-before')
    expect(standingAfter(confirmed, facts({ state: 'withdrawn', assessor: met }))).toBe('ask-all')
  })
})

it('a version says of each criterion who claimed it and who judged it, the newest word of a layer in place of the earlier', () => {
  const key = (criterionId: string) => ({ registrationId: 'r', criterionId })
  const tick = (criterionId: string, by: string) => ({ ...key(criterionId), by, byName: by, at: at(1) })
  const version = { evidenceId: 'e1', version: 2, state: 'accepted' as const, submittedAt: at(2) }
  const layers = {
    learner: [tick('a', 'amina')],
    trainee: [{ ...tick('a', 'tom'), outcome: 'met' as const, reason: null, decisionId: 'd', inQuestion: false }],
    assessor: [],
  }
  const word = { outcome: 'not-yet-met' as const, reason: 'unclear' as const }
  const judgements = [
    { ...key('a'), ...word },
    { ...key('b'), ...word },
  ]
  const said = versionSays(version, layers, { layer: 'assessor', judgements, by: 'ben', at: at(3) })
  const assessor = { by: 'ben', at: at(3), ...word }
  expect(said.map(s => [s.criterionId, s.facts?.claim?.by, s.facts?.trainee?.by, s.facts?.assessor])).toEqual([
    ['a', 'amina', 'tom', assessor],
    ['b', undefined, undefined, assessor],
  ])
  const doubted = { ...tick('c', 'ben'), outcome: 'met' as const, reason: null, decisionId: 'd', inQuestion: true }
  expect(versionSays(version, { ...layers, assessor: [doubted] }).map(s => [s.criterionId, s.facts === null])).toEqual([
    ['a', false],
    ['c', true],
  ])
})
