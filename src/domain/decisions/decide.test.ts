import { describe, expect, it } from 'vitest'
import { aCriterion, aPiece } from '#test/judged.ts'
import { Refusal } from '../refusal.ts'
import { type DecisionForm, type DecisionSituation, decide, obstaclesLeft } from './decide.ts'
import { type CriterionKey, type JudgedTick, type Judgement, keyOf, type Tick } from './layers.ts'

const registrationId = 'reg'
const ids = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']
const key = (criterionId: string): CriterionKey => ({ registrationId, criterionId })
const claim = (criterionId: string): Tick => ({
  ...key(criterionId),
  by: 'amina',
  byName: 'Amina',
  at: '2026-05-14T09:00:00.000Z',
})
const tick = (criterionId: string, by = 'tom'): JudgedTick => ({
  ...claim(criterionId),
  by,
  outcome: 'met',
  reason: null,
  decisionId: 'd',
  inQuestion: false,
})
const met = (criterionId: string): Judgement => ({ ...key(criterionId), outcome: 'met', reason: null })
const notYet = (criterionId: string): Judgement => ({
  ...key(criterionId),
  outcome: 'not-yet-met',
  reason: 'insufficient',
})

const criteriaOf = (...criteria: string[]) =>
  new Map(criteria.map(criterionId => [criterionId, aCriterion({ criterionId, kind: null })]))

const situation = (over: Partial<DecisionSituation> = {}): DecisionSituation => ({
  learnerId: 'amina',
  state: 'submitted',
  revision: 3,
  contentHash: 'h',
  authenticated: true,
  layers: { learner: ids.map(claim), trainee: [], assessor: [] },
  piece: aPiece(),
  elsewhere: new Set(),
  places: [{ registrationId, role: 'assessor', countersignerNamed: false, criteria: criteriaOf(...ids, '2.1') }],
  decider: { personId: 'ben' },
  ...over,
})
const form = (over: Partial<DecisionForm> = {}): DecisionForm => ({
  seenRevision: 3,
  seenContent: 'h',
  seen: { learner: ids.map(key), trainee: [] },
  judgements: ids.map(met),
  outcome: 'accepted',
  returnReason: null,
  feedback: 'Your reply shows how you balanced the promise with what the shop could do.',
  acceptances: [],
  justifications: [],
  correction: null,
  ...over,
})
const codeOf = (work: () => unknown): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a qualified assessor decides', () => {
  it('may differ from the learner in either direction: confirm what was not claimed, refuse what was [R4]', () => {
    const decided = decide(
      situation(),
      form({ judgements: [...ids.slice(0, 5).map(met), notYet('1.6'), met('2.1')] }),
      'assessor',
    )
    expect(decided).toMatchObject({ evidenceState: 'accepted', as: 'assessor', layer: 'assessor' })
  })

  it.each<[string, Partial<DecisionSituation>, Partial<DecisionForm>]>([
    ['decisions/own-work', { decider: { personId: 'amina' } }, {}],
    ['decisions/not-waiting', { state: 'draft' }, {}],
    ['decisions/not-waiting', { state: 'accepted' }, {}],
    ['decisions/changed-meanwhile', { revision: 4 }, {}],
    ['decisions/changed-meanwhile', { contentHash: 'other' }, {}],
    ['decisions/nothing-judged', {}, { judgements: [] }],
    ['decisions/criterion-not-yours', {}, { judgements: [...ids.map(met), met('9.9')] }],
    ['decisions/judged-twice', {}, { judgements: [...ids.map(met), notYet('1.1')] }],
    ['decisions/claim-without-a-word', {}, { judgements: ids.slice(1).map(met) }],
    [
      'decisions/reason-missing',
      {},
      { judgements: ids.map(c => ({ ...notYet(c), reason: null })), outcome: 'returned', returnReason: 'unclear' },
    ],
    ['decisions/feedback-missing', {}, { feedback: 'Good.' }],
    ['decisions/return-reason-missing', {}, { outcome: 'returned', judgements: ids.map(notYet) }],
    ['decisions/returned-though-all-met', {}, { outcome: 'returned', returnReason: 'unclear' }],
    ['decisions/accepted-though-nothing-met', {}, { judgements: ids.map(notYet) }],
  ])('is refused with %s', (code, given, said) => {
    expect(codeOf(() => decide(situation(given), form(said), 'assessor'))).toBe(code)
    expect(codeOf(() => decide(situation(), form(), 'assessor'))).toBeNull()
  })

  it('judges otherwise than what stands only by saying what was wrong, also while the evidence still waits [R9]', () => {
    const [first = '', ...rest] = ids
    const stands = { learner: ids.map(claim), trainee: [], assessor: ids.map(id => tick(id, 'olga')) }
    const given = situation({ state: 'under-review', layers: stands })
    const said = { judgements: [notYet(first), ...rest.map(met)] }
    const correct = (correction: string | null) =>
      codeOf(() => decide(given, form({ ...said, correction }), 'assessor'))
    expect(correct(null)).toBe('decisions/correction-unexplained')
    expect(correct('Oops')).toBe('decisions/correction-unexplained')
    expect(correct('The letter is of the year before.')).toBeNull()
    expect(
      codeOf(() => decide(given, form(), 'assessor')),
      'the same again overrules nothing',
    ).toBeNull()
  })

  it('is shown the difference when ticks changed while the page was open [R5]', () => {
    const layers = { learner: [...ids.slice(1), '2.1'].map(claim), trainee: [], assessor: [] }
    try {
      decide(situation({ revision: 5, layers }), form(), 'assessor')
      expect.unreachable()
    } catch (error) {
      expect((error as Refusal).details.difference).toMatchObject({
        learner: { added: [key('2.1')], removed: [key('1.1')] },
      })
    }
  })

  it("leaves the evidence under review while another registration's claim waits for its own assessor [R72]", () => {
    const elsewhere: Tick = { ...claim('4.1'), registrationId: 'other' }
    const decided = decide(
      situation({ layers: { learner: [...ids.map(claim), elsewhere], trainee: [], assessor: [] } }),
      form(),
      'assessor',
    )
    expect(decided.evidenceState).toBe('under-review')
    expect(decided.judgements).toHaveLength(6)
  })
})

describe('with a trainee in the loop', () => {
  const layers = { learner: ids.map(claim), trainee: ids.map(c => tick(c)), assessor: [] }
  const place = (role: 'assessor' | 'countersigner' | 'trainee-assessor', countersignerNamed = true) => [
    { registrationId, role, countersignerNamed, criteria: criteriaOf(...ids) },
  ]

  it("a trainee's decision is provisional whatever it says, and leaves the evidence under review [R7]", () => {
    expect(
      decide(situation({ decider: { personId: 'tom' }, places: place('trainee-assessor') }), form(), 'trainee'),
    ).toMatchObject({ layer: 'trainee', evidenceState: 'under-review' })
  })

  it('a trainee cannot put a decision into the assessor layer, nor an assessor into theirs [R7]', () => {
    expect(
      codeOf(() =>
        decide(situation({ decider: { personId: 'tom' }, places: place('trainee-assessor') }), form(), 'assessor'),
      ),
    ).toBe('decisions/criterion-not-yours')
    expect(codeOf(() => decide(situation({ places: place('assessor') }), form(), 'trainee'))).toBe(
      'decisions/criterion-not-yours',
    )
  })

  it('only the named countersigner confirms what the trainee judged; without one the assessor does [R7]', () => {
    const saw = form({ seen: { learner: ids.map(key), trainee: ids.map(met) } })
    expect(codeOf(() => decide(situation({ layers, places: place('assessor') }), saw, 'assessor'))).toBe(
      'decisions/needs-countersigner',
    )
    expect(codeOf(() => decide(situation({ layers, places: place('countersigner') }), saw, 'assessor'))).toBeNull()
    expect(codeOf(() => decide(situation({ layers, places: place('assessor', false) }), saw, 'assessor'))).toBeNull()
  })

  it('nobody countersigns their own provisional decision, even when qualified since [R7]', () => {
    const own = { ...layers, trainee: ids.map(c => tick(c, 'ben')) }
    expect(codeOf(() => decide(situation({ layers: own, places: place('countersigner') }), form(), 'assessor'))).toBe(
      'decisions/own-provisional-decision',
    )
  })
})

describe('a correction', () => {
  const stands = {
    state: 'accepted' as const,
    layers: { learner: ids.map(claim), trainee: [], assessor: ids.map(c => tick(c, 'ben')) },
  }
  const why = 'I read the second page only afterwards: 1.6 is not shown in it.'
  const judgements = [...ids.slice(0, 5).map(met), notYet('1.6')]

  it('takes the place of a decision of a qualified assessor, says what was wrong, and is never a trainee’s [R9]', () => {
    const code = (over: Partial<DecisionForm>, layer: 'assessor' | 'trainee' = 'assessor') =>
      codeOf(() => decide(situation(stands), form({ judgements, ...over }), layer))
    expect(code({ correction: why })).toBeNull()
    expect(code({})).toBe('decisions/not-waiting')
    expect(code({ correction: 'Oops' })).toBe('decisions/correction-unexplained')
    expect(code({ correction: why }, 'trainee')).toBe('decisions/not-waiting')
    for (const state of ['draft', 'withdrawn'] as const)
      expect(
        codeOf(() => decide(situation({ ...stands, state }), form({ judgements, correction: why }), 'assessor')),
      ).toBe('decisions/not-waiting')
  })

  it('does not pass over a criterion in question: that is answered to whoever asked', () => {
    const doubted = {
      ...stands,
      layers: { ...stands.layers, assessor: ids.map(c => ({ ...tick(c, 'ben'), inQuestion: c === '1.6' })) },
    }
    const code = (given: Judgement[]) =>
      codeOf(() => decide(situation(doubted), form({ judgements: given, correction: why }), 'assessor'))
    expect(code(ids.map(met))).toBe('decisions/in-question')
    expect(code(ids.slice(0, 5).map(met))).toBeNull()
  })
})

describe('what stands in the way', () => {
  const criteria = new Map([
    ['1.1', aCriterion({ criterionId: '1.1', plural: true })],
    ['1.2', aCriterion({ criterionId: '1.2' })],
  ])
  const place = { registrationId, role: 'assessor' as const, countersignerNamed: false, criteria }
  const claims = { layers: { learner: ['1.1', '1.2'].map(claim), trainee: [], assessor: [] }, places: [place] }
  const both = { judgements: ['1.1', '1.2'].map(met) }
  const why = [{ ...key('1.1'), code: 'more-than-one-example' as const, text: 'Three replies are in it.' }]

  it('a plural criterion is confirmed on one piece only with a tick that it shows more than one, a reason why one is enough, or another piece confirmed for it [R30]', () => {
    expect(codeOf(() => decide(situation(claims), form(both), 'assessor'))).toBe('decisions/in-the-way')
    expect(codeOf(() => decide(situation(claims), form({ ...both, justifications: why }), 'assessor'))).toBeNull()
    const empty = why.map(j => ({ ...j, text: '  ' }))
    expect(codeOf(() => decide(situation(claims), form({ ...both, justifications: empty }), 'assessor'))).toBe(
      'decisions/in-the-way',
    )
    const ticked = empty.map(j => ({ ...j, ticked: true }))
    expect(codeOf(() => decide(situation(claims), form({ ...both, justifications: ticked }), 'assessor'))).toBeNull()
    const elsewhere = new Set([keyOf(key('1.1'))])
    expect(codeOf(() => decide(situation({ ...claims, elsewhere }), form(both), 'assessor'))).toBeNull()
    const refused = { judgements: [notYet('1.1'), met('1.2')] }
    expect(codeOf(() => decide(situation(claims), form(refused), 'assessor'))).toBeNull()
  })

  it('a tick answers only where a tick says as much as words [R30] [R77]', () => {
    const recorded = situation({ ...claims, piece: aPiece({ recorded: true }) })
    const ticks = ['more-than-one-example', 'not-said-clear'].map(code => ({
      ...{ ...key('1.1'), code: code as 'not-said-clear', text: '', ticked: true },
    }))
    const [left] = obstaclesLeft(recorded, form({ judgements: [met('1.1')], justifications: ticks }))
    expect([left?.number, left?.obstacles.map(o => o.code)]).toEqual(['1.1', ['not-said-clear']])
  })

  it('no words turn a workbook into a deed, in either layer [R81]', () => {
    const worksheet = situation({ ...claims, piece: aPiece({ type: 'worksheet' }) })
    const left = obstaclesLeft(worksheet, form({ ...both, justifications: why }))
    expect(left.map(l => [l.criterionId, l.obstacles.map(o => o.code)])).toEqual([
      ['1.1', ['performance-needs-performance']],
      ['1.2', ['performance-needs-performance']],
    ])
    const trainee = {
      ...claims,
      piece: aPiece({ type: 'worksheet' }),
      places: [{ ...place, role: 'trainee-assessor' as const }],
    }
    expect(codeOf(() => decide(situation(trainee), form(both), 'trainee'))).toBe('decisions/in-the-way')
  })
})

describe('accept all', () => {
  const acceptance = (over = {}) => ({
    layer: 'learner' as const,
    shown: ids.map(key),
    exceptions: [],
    rationale: 'Seen together at the counter',
    ...over,
  })

  it('stays editable before saving: what was taken out again is named as an exception [R5]', () => {
    const judgements = [...ids.slice(0, 5).map(met), notYet('1.6')]
    expect(
      codeOf(() =>
        decide(situation(), form({ judgements, acceptances: [acceptance({ exceptions: [key('1.6')] })] }), 'assessor'),
      ),
    ).toBeNull()
    expect(codeOf(() => decide(situation(), form({ judgements, acceptances: [acceptance()] }), 'assessor'))).toBe(
      'decisions/acceptance-differs',
    )
  })

  it('claims no criterion that the assessor judged otherwise, none whose judgement stands, and none in question [R5] [R6]', () => {
    const own = [...ids.slice(0, 5).map(met), notYet('1.6')]
    const claims = (shown: string[], layers = situation().layers, judgements = own) =>
      codeOf(() =>
        decide(
          situation({ layers }),
          form({ judgements, acceptances: [acceptance({ shown: shown.map(key) })] }),
          'assessor',
        ),
      )
    expect(claims(ids)).toBe('decisions/acceptance-differs')
    expect(claims(ids.slice(0, 5))).toBeNull()
    const stands = { ...situation().layers, assessor: [tick('1.1', 'olga')] }
    expect(claims(ids.slice(0, 5), stands)).toBe('decisions/acceptance-differs')
    expect(claims(ids.slice(1, 5), stands)).toBeNull()
    const doubted = { ...situation().layers, assessor: [{ ...tick('1.1', 'olga'), inQuestion: true }] }
    expect(claims(ids.slice(1, 5), doubted, own.slice(1))).toBeNull()
  })

  it('accepts nothing that was not a tick of that layer, and wants one rationale [R6]', () => {
    expect(
      codeOf(() =>
        decide(
          situation(),
          form({
            judgements: [...ids, '2.1'].map(met),
            acceptances: [acceptance({ shown: [...ids, '2.1'].map(key) })],
          }),
          'assessor',
        ),
      ),
    ).toBe('decisions/acceptance-differs')
    expect(codeOf(() => decide(situation(), form({ acceptances: [acceptance({ rationale: ' ' })] }), 'assessor'))).toBe(
      'decisions/acceptance-without-rationale',
    )
  })
})

it('nothing is decided on evidence for which nobody has given their word [R88]', () => {
  expect(codeOf(() => decide(situation({ authenticated: false }), form(), 'assessor'))).toBe(
    'decisions/not-authenticated',
  )
  expect(codeOf(() => decide(situation({ authenticated: true }), form(), 'assessor'))).toBe(null)
})
