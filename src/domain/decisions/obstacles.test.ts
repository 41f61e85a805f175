import { describe, expect, it } from 'vitest'
import { aCriterion, aPiece } from '#test/judged.ts'
import { type EvidenceType, evidenceTypes } from '../evidence/evidence.ts'
import { planNeededFor } from '../planning/plan-entry.ts'
import { type JudgedCriterion, type JudgedPiece, obstaclesTo } from './obstacles.ts'

const criterion = aCriterion
const planFor = (type: EvidenceType | null): JudgedPiece['planned'] =>
  type && planNeededFor[type] ? { kind: planNeededFor[type], visibleFrom: '2026-05-01', withdrawn: false } : null
const codes = (c: JudgedCriterion, type: EvidenceType | null, elsewhere = false) =>
  obstaclesTo(c, aPiece({ type, planned: planFor(type) }), elsewhere).map(o => o.code)
const typesWith = (c: JudgedCriterion, code: string, elsewhere = false) =>
  evidenceTypes.filter(type => codes(c, type, elsewhere).includes(code as never))

describe('what kind of evidence may meet which criterion', () => {
  it('workbooks, questions and case studies do not show that something was done, whatever else there is [R81]', () => {
    const knowing = ['questioning', 'case-study', 'worksheet']
    expect(typesWith(criterion(), 'performance-needs-performance')).toEqual(knowing)
    expect(typesWith(criterion(), 'performance-needs-performance', true)).toEqual(knowing)
  })
  it('what was seen at work can show that something is known, and so can a worksheet [R85]', () => {
    expect(evidenceTypes.filter(t => codes(criterion({ kind: 'knowledge' }), t).length > 0)).toEqual(
      typesWith(criterion(), 'only-supporting'),
    )
  })
  it('diaries, minutes and training records bear out other evidence and never suffice alone [R80]', () => {
    expect(typesWith(criterion(), 'only-supporting')).toEqual(['training-record', 'work-diary', 'minutes'])
    expect(typesWith(criterion(), 'only-supporting', true)).toEqual([])
  })
  it('a criterion of unknown kind, or evidence of unknown kind, is not refused for it', () => {
    expect(codes(criterion({ kind: null }), 'worksheet')).toEqual([])
    expect(codes(criterion(), null)).toEqual([])
  })
})

it('a kind that the qualification does not accept confirms nothing there, and nothing else is told of it [R69]', () => {
  const off = criterion({ plural: true, kindsOff: ['professional-discussion'] })
  expect(obstaclesTo(off, aPiece({ type: 'professional-discussion', planned: null }), true)).toEqual([
    { code: 'kind-not-allowed', mend: 'other-evidence', details: { type: 'professional-discussion' } },
  ])
  expect([codes(off, 'observation', true), codes(off, null, true)]).toEqual([[], []])
})

it('a criterion that asks for more than one wants a second piece, a tick or a word why one is enough, and says which words ask [R30]', () => {
  const plural = criterion({ plural: true, text: 'Identify ways to mend a net', verb: 'identify' })
  expect(obstaclesTo(plural, aPiece({ type: 'observation' }), false)).toEqual([
    { code: 'more-than-one-example', mend: 'say-why', details: { words: 'ways' } },
  ])
  const twice = [
    { criteria: null, setting: null },
    { criteria: [plural.criterionId], setting: null },
  ]
  expect(obstaclesTo(plural, aPiece({ occasions: twice }), false)).toEqual([])
  expect(
    obstaclesTo(
      plural,
      aPiece({
        occasions: [
          { criteria: null, setting: null },
          { criteria: ['1.2'], setting: null },
        ],
      }),
      false,
    ),
  ).toHaveLength(1)
  expect(codes(plural, 'observation', true)).toEqual([])
})

it('a discussion without a plan made beforehand confirms nothing, and no words help [R78]', () => {
  const unplanned = aPiece({ type: 'professional-discussion', planned: null })
  expect(obstaclesTo(criterion(), unplanned, true)).toEqual([
    {
      code: 'not-planned',
      mend: 'other-evidence',
      details: { type: 'professional-discussion', fault: 'no-plan' },
    },
  ])
  expect(obstaclesTo(criterion(), aPiece({ type: 'professional-discussion' }), false)).toEqual([])
})

it('what is kept elsewhere is confirmed only after somebody saw it there [R71]', () => {
  const keptCodes = (kept: JudgedPiece['kept']) => obstaclesTo(criterion(), aPiece({ kept }), false).map(o => o.code)
  expect(keptCodes({ seen: false })).toEqual(['not-seen-where-kept'])
  expect([keptCodes({ seen: true }), keptCodes(null)]).toEqual([[], []])
})

describe('what a testimony, an observation or a discussion tells', () => {
  const telling = { unsaid: [], bare: false, knowledge: true }
  const found = (over: Partial<JudgedPiece>, kind: JudgedCriterion['kind'] = 'performance') =>
    obstaclesTo(criterion({ kind }), aPiece(over), false)
  it('is affirmed by the assessor, and what it leaves unsaid is pointed out [R79]', () => {
    expect(found({ telling: { ...telling, unsaid: ['why'], bare: true } })).toEqual([
      { code: 'not-said-told', mend: 'say-why', details: { unsaid: ['why'], bare: true } },
    ])
    expect(found({ telling: null })).toEqual([])
  })
  it('shows knowledge only where the record says which, or the assessor does [R85]', () => {
    const silent = { telling: { ...telling, knowledge: false } }
    expect(found(silent, 'knowledge').map(o => o.code)).toEqual(['not-said-told', 'knowledge-not-said'])
    expect(found(silent).map(o => o.code)).toEqual(['not-said-told'])
    expect(found({ telling }, 'knowledge').map(o => o.code)).toEqual(['not-said-told'])
  })
})
