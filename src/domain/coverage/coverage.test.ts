import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StandingState } from '../progress/standing.ts'
import type { EvidenceRequirement } from '../qualifications/specification.ts'
import { type CoverageFacts, type CoverageTick, type CoveredUnit, coverageOf, enforcements } from './coverage.ts'
import type { CountedOccasion } from './occasions.ts'
import { noDemand, readingOf } from './reading.ts'

const evidence = { id: 'e', number: 7, version: 1 }
const criteria = ['1.1', '2.1', '2.2'].map(number => ({
  ...{ id: number, number, verb: null, plural: false, text: '', parts: [] },
  kind: number === '1.1' ? ('knowledge' as const) : ('performance' as const),
}))
const requirement = (over: Partial<EvidenceRequirement>): EvidenceRequirement => ({
  ...{ number: '1', text: 'Serve:', kind: 'must', quantifier: 'all', atLeast: null },
  items: ['a', 'b', 'c'].map(code => ({ code, text: `case ${code}` })),
  ...over,
})
const spread = requirement({
  number: '2',
  text: 'Done over a sufficient period with different customers on different occasions.',
  items: [],
})

const unitWith = (...requirements: EvidenceRequirement[]): CoveredUnit => ({
  outcomes: [{ id: 'o', number: '1', kind: 'learning-outcome', title: null, criteria }],
  requirements,
  reading: readingOf(requirements, null),
})
const occasion = (day: string, customer = '', over: Partial<CountedOccasion> = {}): CountedOccasion => ({
  ...{ number: 1, day, customer, setting: 'real-job', channel: null, seenBy: '', evidence, type: 'observation' },
  criteria: ['2.1', '2.2'],
  ...over,
})
const tick = (item: string, layer: CoverageTick['layer'] = 'assessor'): CoverageTick => ({
  ...{ requirement: '1', item, thing: '', layer, day: '2011-05-17', evidence },
})
const all = (state: StandingState) => new Map(criteria.map(c => [c.id, state]))
const facts = (over: Partial<CoverageFacts> = {}): CoverageFacts => ({
  ...{ standings: all('confirmed'), preconditions: [], records: [], enforcement: 'mandatory', reviewed: true },
  occasions: [occasion('2011-05-17', 'A'), occasion('2011-06-15', 'B')],
  ticks: ['a', 'b', 'c'].map(i => tick(i)),
  ...over,
})
const codes = (unit: CoveredUnit, given: Partial<CoverageFacts>) => coverageOf(unit, facts(given)).gaps.map(g => g.code)

describe('the coverage of a unit', () => {
  const unit = unitWith(requirement({}), spread)

  it('is whole when every criterion, requirement and occasion is there', () => {
    expect(coverageOf(unit, facts())).toMatchObject({ ready: true, gaps: [], requirements: { of: 2, satisfied: 2 } })
  })

  it('shows a gap for an item that no evidence covers, with what is missing and whose move it is [R92]', () => {
    const { ready, gaps } = coverageOf(unit, facts({ ticks: [tick('a'), tick('b')] }))
    expect(ready).toBe(false)
    expect(gaps).toMatchObject([
      {
        code: 'requirement-open',
        mover: 'learner',
        details: { requirement: '1', items: [{ code: 'c', text: 'case c' }], short: 1 },
      },
    ])
  })

  it('does not count what the learner or a trainee ticked, and says that it waits for an assessor [R7] [R92]', () => {
    for (const layer of ['learner', 'trainee'] as const)
      expect(coverageOf(unit, facts({ ticks: [tick('a'), tick('b'), tick('c', layer)] })).gaps).toMatchObject([
        { code: 'requirement-waiting', mover: 'assessor', blocks: true },
      ])
  })

  it('one occasion is not enough where the unit demands several, and two days with one customer are not [R90]', () => {
    expect(codes(unit, { occasions: [occasion('2011-05-17', 'A'), occasion('2011-05-17', 'B')] })).toEqual([
      'days-short',
      'criteria-on-one-day',
    ])
    expect(
      codes(unit, { occasions: [occasion('2011-05-17', 'customer A'), occasion('2011-06-15', 'Customer  a')] }),
    ).toEqual(['customers-short'])
    expect(codes(unitWith(requirement({})), { occasions: [occasion('2011-05-17')] })).toEqual([])
  })

  it('a worksheet is no occasion: only what was done counts [R81] [R90]', () => {
    expect(
      codes(unit, { occasions: [occasion('2011-05-17', 'A'), occasion('2011-06-15', 'B', { criteria: ['1.1'] })] }),
    ).toEqual(['days-short', 'customers-short', 'criteria-on-one-day'])
  })

  it('nor is what only tells or bears out, whatever the source leaves unsaid of the criterion [R80] [R81] [R90]', () => {
    const unsaid = {
      ...unit,
      outcomes: unit.outcomes.map(o => ({ ...o, criteria: criteria.map(c => ({ ...c, kind: null })) })),
    }
    const two = (type: CountedOccasion['type']) => [occasion('2011-05-17', 'A'), occasion('2011-06-15', 'B', { type })]
    for (const type of ['questioning', 'worksheet', 'work-diary'] as const)
      expect(codes(unsaid, { occasions: two(type) }), type).toContain('days-short')
    expect(codes(unsaid, { occasions: two('work-product') })).not.toContain('days-short')
    expect(codes(unsaid, { occasions: two(null) })).not.toContain('days-short')
  })

  it('keeps every day on which a criterion was shown [R51] [R89]', () => {
    const days = ['2011-07-08', '2011-05-17', '2011-06-15', '2011-05-17']
    expect(coverageOf(unit, facts({ occasions: days.map(d => occasion(d)) })).days['2.1']).toEqual([
      '2011-05-17',
      '2011-06-15',
      '2011-07-08',
    ])
  })

  it('the same gap warns where requirements are advice and blocks where they are the rule; unsaid is the rule [R95]', () => {
    const short = { ticks: [tick('a')] }
    expect(coverageOf(unit, facts({ ...short, enforcement: 'advisory' }))).toMatchObject({
      ready: true,
      gaps: [{ code: 'requirement-open', blocks: false }],
    })
    for (const enforcement of ['mandatory', null] as const)
      expect(coverageOf(unit, facts({ ...short, enforcement }))).toMatchObject({
        ready: false,
        gaps: [{ blocks: true }],
      })
  })

  it('no advice lets an open criterion pass', () => {
    const open = {
      standings: new Map([...all('confirmed'), ['2.2', 'claimed' as const], ['1.1', 'returned' as const]]),
    }
    expect(coverageOf(unit, facts({ ...open, enforcement: 'advisory' }))).toMatchObject({
      ready: false,
      gaps: [
        { code: 'criteria-open', mover: 'learner', details: { criteria: ['1.1'] } },
        { code: 'criteria-waiting', mover: 'assessor', details: { criteria: ['2.2'] } },
      ],
    })
  })

  it('a sentence that informs is not counted [R94]', () => {
    const may = requirement({ number: '3', kind: 'may', text: 'It may be by telephone.', items: [] })
    expect(coverageOf(unitWith(requirement({}), may), facts())).toMatchObject({ ready: true, requirements: { of: 1 } })
  })

  it('asks for a person of the list, and says so where another one is on record [R96]', () => {
    const feedback = unitWith(requirement({ number: '3', text: 'Feedback must involve your line manager.', items: [] }))
    const record = {
      id: 'r',
      kind: 'manager-feedback' as const,
      person: 'Helen',
      day: '2011-05-17',
      preconditionId: null,
    }
    expect(codes(feedback, {})).toEqual(['record-missing'])
    expect(codes(feedback, { records: [{ ...record, relationship: 'colleague' }] })).toEqual(['record-of-other-person'])
    expect(codes(feedback, { records: [{ ...record, relationship: 'line-manager' }] })).toEqual([])
  })

  it('asks for a plan on record, agreed with one of those whom the unit names [R97]', () => {
    const plan = unitWith(
      requirement({ number: '3', text: 'An appropriate person must be your supervisor or your mentor.', items: [] }),
      requirement({ number: '4', text: 'Your development plan must be on record and agreed with them.', items: [] }),
    )
    const appropriate = { id: 'a', kind: 'appropriate-person' as const, person: 'Helen', preconditionId: null }
    const agreed = { ...appropriate, id: 'r', kind: 'development-plan' as const }
    const day = '2011-05-17'
    const named = { ...appropriate, relationship: 'mentor' as const, day }
    expect(codes(plan, {})).toEqual(['record-missing', 'record-missing'])
    expect(codes(plan, { records: [named, { ...agreed, relationship: 'colleague', day }] })).toEqual([
      'record-of-other-person',
    ])
    expect(codes(plan, { records: [named, { ...agreed, relationship: 'supervisor', day }] })).toEqual([])
  })

  it('is whole by its criteria alone where a unit has no evidence requirements [R84]', () => {
    expect(coverageOf(unitWith(), facts({ ticks: [], occasions: [] }))).toMatchObject({
      ready: true,
      requirements: { of: 0 },
    })
    expect(coverageOf(unitWith(), facts({ standings: all('claimed'), ticks: [], occasions: [] })).ready).toBe(false)
  })

  it('a precondition blocks until it is proved, whatever else is advice; proof of line management is such a proof [R31] [R96]', () => {
    const preconditions = [{ id: 'p', kind: 'supervisory-responsibility' as const, text: 'You lead a team.' }]
    const record = { id: 'r', person: 'Helen', relationship: null, day: '2011-05-17' }
    const given = { preconditions, enforcement: 'advisory' as const }
    expect(coverageOf(unit, facts(given))).toMatchObject({ ready: false, gaps: [{ code: 'precondition-unproved' }] })
    for (const kind of ['line-management', 'precondition'] as const)
      expect(codes(unit, { ...given, records: [{ ...record, kind, preconditionId: 'p' }] })).toEqual([])
  })

  it('where any of it was simulated, observing on one day blocks even where requirements are advice [R101]', () => {
    const simulated = { ...unit, reading: { ...unit.reading, demand: { ...noDemand, observations: 2 } } }
    const seen = (day: string) => occasion(day, 'A', { setting: 'realistic-working-environment' })
    const given = { enforcement: 'advisory' as const, occasions: [seen('2011-05-17'), seen('2011-05-17')] }
    expect(coverageOf(simulated, facts(given))).toMatchObject({
      ready: false,
      gaps: [{ code: 'observations-short', blocks: true, details: { have: 1, need: 2 } }],
    })
    expect(codes(simulated, { ...given, occasions: [seen('2011-05-17'), seen('2011-05-18')] })).toEqual([])
    expect(codes(simulated, { ...given, occasions: [occasion('2011-05-17')] })).toEqual([])
  })

  it('waits for a named person where the unit speaks of occasions and does not say how many [R91]', () => {
    const vague = unitWith(requirement({ number: '3', text: 'You must have done this regularly.', items: [] }))
    expect(codes(vague, { ticks: [{ ...tick(''), requirement: '3' }] })).toEqual(['demand-unknown'])
  })

  it('is ready exactly when no gap blocks, and more evidence never opens a gap', () => {
    const day = fc.constantFrom('2011-05-17', '2011-06-15', '2011-07-08')
    const occasions = fc.array(fc.record({ day, customer: fc.constantFrom('', 'A', 'B') }), { maxLength: 5 })
    const ticks = fc.array(
      fc.record({
        item: fc.constantFrom('a', 'b', 'c'),
        layer: fc.constantFrom('learner' as const, 'assessor' as const),
      }),
    )
    fc.assert(
      fc.property(occasions, ticks, fc.constantFrom(...enforcements), (o, t, enforcement) => {
        const given = {
          enforcement,
          occasions: o.map(x => occasion(x.day, x.customer)),
          ticks: t.map(x => tick(x.item, x.layer)),
        }
        const less = coverageOf(
          unit,
          facts({ ...given, occasions: given.occasions.slice(1), ticks: given.ticks.slice(1) }),
        )
        const more = coverageOf(unit, facts(given))
        expect(more.ready).toBe(!more.gaps.some(g => g.blocks))
        expect(Number(more.ready)).toBeGreaterThanOrEqual(Number(less.ready))
      }),
    )
  })
})
