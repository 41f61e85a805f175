import { expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { remarked } from './marks.ts'
import {
  allAnswered,
  answersFor,
  criteriaAskedFor,
  questionsFor,
  requireAskable,
  requireSameQuestions,
  unanswered,
} from './worksheet.ts'

const questions = [
  { text: 'What does a customer expect?', criterionIds: ['a', 'b'] },
  { text: 'Why does it matter?', criterionIds: ['b'] },
]
const codeOf = (does: () => void) => {
  try {
    does()
    return null
  } catch (error) {
    return (error as Refusal).code
  }
}

it('a worksheet asks only for criteria of its unit that writing can show [R81]', () => {
  const kinds = (b: 'knowledge' | 'performance' | null) => new Map([['a', null] as const, ['b', b] as const])
  expect(codeOf(() => requireAskable(questions, kinds('knowledge')))).toBeNull()
  expect(codeOf(() => requireAskable(questions, kinds('performance')))).toBe('worksheets/asks-for-performance')
  expect(codeOf(() => requireAskable(questions, new Map([['a', null]])))).toBe('worksheets/not-of-this-unit')
  expect(criteriaAskedFor(questions)).toEqual(['a', 'b'])
})

it('a learner answers the questions of a worksheet and changes none of them', () => {
  const begun = unanswered(questions)
  expect(allAnswered(begun)).toBe(false)
  const answered = begun.map(q => ({ ...q, answer: 'Because they come back.' }))
  expect(codeOf(() => requireSameQuestions(begun, answered))).toBeNull()
  expect(allAnswered(answered)).toBe(true)
  const code = 'worksheets/questions-stay'
  expect(codeOf(() => requireSameQuestions(begun, answered.slice(1)))).toBe(code)
  expect(
    codeOf(() =>
      requireSameQuestions(
        begun,
        answered.map(q => ({ ...q, question: 'What?' })),
      ),
    ),
  ).toBe(code)
})

it('begun once, a worksheet is gone on with; it is begun anew only when an answer was accepted as not yet enough [R82]', () => {
  const one = { evidenceId: 'e', number: 7, version: 1, state: 'draft' as const, registrationIds: ['r'], notYet: false }
  expect(answersFor([], 'r')).toEqual({ newest: null, begun: null, draft: null })
  expect(answersFor([one], 'r')).toEqual({ newest: one, begun: one, draft: one })
  expect(answersFor([one], 'other')).toEqual({ newest: null, begun: null, draft: one })
  const judged = (state: 'accepted' | 'returned', notYet: boolean) => answersFor([{ ...one, state, notYet }], 'r').begun
  expect(judged('accepted', false)).not.toBeNull()
  expect(judged('returned', true)).not.toBeNull()
  expect(judged('accepted', true)).toBeNull()
})

it('whoever revokes a criterion marks again what was asked for with it; the other marks stay, and confirming again leaves all [R82]', () => {
  expect(questionsFor(questions, ['a'])).toEqual([1])
  expect(questionsFor(questions, ['b'])).toEqual([1, 2])
  const standing = [1, 2].map(question => ({ question, enough: true, comment: '' }))
  const second = { question: 2, enough: false, comment: 'Why?' }
  expect(remarked(standing, [2], [second])).toEqual([standing[0], second])
  expect(remarked(standing, [], [])).toEqual([])
  expect(codeOf(() => remarked(standing, [1, 2], [second]))).toBe('decisions/worksheet-unmarked')
  expect(codeOf(() => remarked(standing, [2], [...standing, second]))).toBe('decisions/marks-do-not-fit')
})
