import { expect, it } from 'vitest'
import type { StandingState } from '../progress/standing.ts'
import type { TreeUnit } from '../qualifications/tree.ts'
import { carriedCriteria, checkMove, type Move, previewMove } from './moving.ts'

const unit = (id: string, code: string, texts: string[], mandatory = true): TreeUnit => ({
  ...{ id, code, reference: null, number: code, title: `Unit ${code}`, level: 2, credit: 3, group: null, theme: null },
  ...{ mandatory, knowledgeOnly: false, criterionCount: texts.length },
  outcomes: [
    {
      ...{ id: `${id}-1`, number: '1', kind: 'learning-outcome', title: null },
      criteria: texts.map((text, at) => ({
        ...{ id: `${id}-1.${at + 1}`, number: `1.${at + 1}`, kind: null, verb: null, plural: false, text, parts: [] },
      })),
    },
  ],
})
const states: Record<string, StandingState> = { 'a-1.1': 'confirmed', 'b-1.1': 'confirmed', 'b-1.2': 'confirmed' }
const preview = (chosen: TreeUnit[], newer: TreeUnit[]) => previewMove(chosen, newer, id => states[id] ?? 'none')

const kept = unit('a', 'A/111/2222', ['Explain one', 'Explain two'])
const before = unit('b', 'B/111/2222', ['Greet customers', 'Deal with complaints'], false)
const after = unit(
  'b2',
  'B/111/2222',
  ['greet  customers.', 'Deal with complaints by telephone', 'Write it down'],
  false,
)

it('a unit with the same content carries over whole; a reworded criterion of another is lost and named [R27]', () => {
  const { units, confirmed, begun, newCriteria, unitIds } = preview([kept, before], [kept, after])
  expect(units[0]).toMatchObject({ identical: true, carried: 2, lost: [] })
  expect(units[1]).toMatchObject({ identical: false, becomes: { unitId: 'b2' }, carried: 1 })
  expect(units[1]?.lost).toEqual([
    { criterionId: 'b-1.2', number: '1.2', text: 'Deal with complaints', state: 'confirmed' },
  ])
  expect([confirmed, begun]).toEqual([
    { carried: 2, lost: 1 },
    { carried: 2, lost: 1 },
  ])
  expect(newCriteria).toBe(2)
  expect(unitIds).toEqual(['a', 'b2'])
})

it('a local code names another unit in another version, and a new mandatory unit is named [R20] [R27]', () => {
  const { units, newMandatory, unitIds } = preview(
    [unit('c', '7', ['Greet customers'])],
    [unit('d', '7', ['Greet customers'])],
  )
  expect(units[0]).toMatchObject({ becomes: null, carried: 0, lost: [{ number: '1.1', state: 'none' }] })
  expect(newMandatory).toEqual([{ unitId: 'd', number: '7', title: 'Unit 7' }])
  expect(unitIds).toEqual(['d'])
})

const move = (more: Partial<Move> = {}) => {
  const [chosen, newer] = [
    [kept, before],
    [kept, after],
  ]
  const { confirmed, begun, unitIds } = preview(chosen, newer)
  const stateOf = (id: string) => states[id] ?? 'none'
  const nothingElse = { undecided: [], along: new Set<string>(), left: 0 }
  return checkMove({ chosen, newer, unitIds, stateOf, ...nothingElse, seen: { confirmed, begun, left: 0 }, ...more })
}
const refused = (more: Partial<Move>) => {
  try {
    return move(more)
  } catch (refusal) {
    const { code, details } = refusal as { code: string; details: unknown }
    return [code, details]
  }
}

it('what carries over are pairs of criteria in the same words, in the same unit stored once or in its successor [R27] [R21]', () => {
  const pairs = [
    ...[
      { from: 'a-1.1', to: 'a-1.1' },
      { from: 'a-1.2', to: 'a-1.2' },
    ],
    { from: 'b-1.1', to: 'b2-1.1' },
  ]
  expect(carriedCriteria([kept, before], [kept, after])).toEqual(pairs)
  expect(move()).toEqual(pairs)
})

it('a move that would lose begun work in silence is refused, naming it [R27]', () => {
  const heading = { unitId: 'b2', number: 'B/111/2222', title: 'Unit B/111/2222' }
  expect(refused({ unitIds: ['a'] })).toEqual(['moves/units-left-out', { units: [heading] }])
  const undecided = [
    { criterionId: 'b-1.2', evidenceId: 'e', number: 11 },
    { criterionId: 'b-1.2', evidenceId: 'f', number: 9 },
    { criterionId: 'b-1.1', evidenceId: 'g', number: 3 },
  ]
  expect(refused({ unitIds: ['a'], along: new Set(['b2']) }), 'a plan, say').toEqual([
    ...['moves/units-left-out', { units: [heading] }],
  ])
  expect(refused({ undecided })).toEqual(['moves/evidence-waits', { evidence: [9, 11] }])
  const figures = { confirmed: { carried: 2, lost: 1 }, begun: { carried: 2, lost: 1 }, left: 0 }
  const seen = { ...figures, confirmed: { carried: 3, lost: 0 } }
  expect(refused({ seen })).toEqual(['moves/changed-meanwhile', figures])
  expect(refused({ left: 1 })).toEqual(['moves/changed-meanwhile', { ...figures, left: 1 }])
})
