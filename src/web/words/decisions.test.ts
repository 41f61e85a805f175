import { expect, it } from 'vitest'
import type { ReasonToLeave } from '#domain/decisions/accepting.ts'
import { returnReasons } from '#domain/decisions/layers.ts'
import {
  acceptAllQuestion,
  acceptAllText,
  acceptAllWords,
  changeSentences,
  decisionsCodes,
  leftAloneSentences,
  returnReasonSentences,
} from './decisions.ts'

it('the prompt names whose ticks are accepted, and how many [R6] [R8]', () => {
  expect(acceptAllQuestion('learner')).toBe('Are you sure you wish to accept all of the learner ticks?')
  expect(acceptAllQuestion('trainee')).toBe('Are you sure you wish to accept all of the trainee assessor ticks?')
  const asked = { layer: 'learner' as const, count: 5, names: ['Amina Yusuf'] }
  expect(acceptAllText(asked)).toBe('Accept all learner ticks (5)')
  expect(acceptAllWords(asked)).toBe(
    '5 ticks by Amina Yusuf will be copied into your decision; you can still change them before you save.',
  )
})

it('the prompt lists what it leaves alone, each with whose judgement stays [R6]', () => {
  const left = (criterionId: string, why: ReasonToLeave, outcome: 'met' | 'not-yet-met', by = '') => ({
    ...{ registrationId: 'r', criterionId, why, outcome, by },
  })
  const names = (keys: readonly { criterionId: string }[]) => `${keys.map(k => k.criterionId).join(' and ')} in unit 1`
  expect(
    leftAloneSentences(
      [
        left('1.5', 'trainee-not-yet', 'not-yet-met', 'Jo'),
        left('1.2', 'judged-here', 'not-yet-met'),
        left('1.3', 'stands', 'met', 'Olga'),
        left('1.4', 'judged-here', 'not-yet-met'),
        left('1.6', 'in-question', 'met', 'Olga'),
      ],
      names,
    ),
  ).toEqual([
    '1.6 in unit 1. In question: answer the question first.',
    '1.2 and 1.4 in unit 1. Your judgement: not yet met. They stay.',
    '1.3 in unit 1. Saved by Olga: met. It stays.',
    '1.5 in unit 1. Jo judged: not yet met. Judge it yourself.',
  ])
})

it('a refusal names the criteria, the words that ask for more than one, and what to do [R30]', () => {
  const obstacles = [{ code: 'more-than-one-example', mend: 'say-why', details: { words: 'ways' } }]
  const criteria = ['1.6', '2.3'].map(number => ({ number, obstacles }))
  expect(decisionsCodes['decisions/in-the-way']({ criteria })).toBe(
    '1.6 and 2.3 cannot be confirmed like this. Asks for more than one: “ways”. This is the only evidence for it so far. ' +
      'Tick that more than one is shown, or say why one is enough.',
  )
})

it('every coded reason tells the learner what to do', () => {
  for (const reason of returnReasons) expect(returnReasonSentences[reason]).toMatch(/\. .+[.?]$/)
})

it('what changed meanwhile is said with the numbers of the criteria and by whom', () => {
  const key = (criterionId: string) => ({ registrationId: 'r', criterionId })
  const said = changeSentences({
    learnerName: 'Amina',
    traineeName: 'Jo',
    difference: {
      learner: { added: [key('1.3')], removed: [key('1.1'), key('1.2')] },
      trainee: { added: [{ ...key('2.1'), outcome: 'met' }], removed: [] },
    },
    decided: [{ ...key('2.2'), by: 'b', byName: 'Ben', at: '2026-05-14T09:00:00', outcome: 'met' }],
    contentChanged: false,
    names: keys => keys.map(k => k.criterionId).join(' and '),
  })
  expect(said).toEqual([
    'Amina added 1 tick: 1.3.',
    'Amina took away 2 ticks: 1.1 and 1.2.',
    'Jo judged provisionally met: 2.1.',
    'Ben decided on 14 May 2026, 09:00; met: 2.2.',
  ])
})
