import { expect, it } from 'vitest'
import type { JudgedTick } from '../decisions/layers.ts'
import { requireQuestionable } from './question.ts'

const criterion = { registrationId: 'r', criterionId: 'c' }
const tick = (by: string): JudgedTick => ({
  ...{ ...criterion, by, byName: by, at: '2026-05-14T09:30:00.000Z', decisionId: 'd' },
  ...{ outcome: 'met', reason: null, inQuestion: false },
})
const question = (personId: string, trainee: JudgedTick[] = []) =>
  requireQuestionable(
    { layers: { trainee, assessor: [tick('Ben')] }, open: new Set(), by: { personId } },
    [criterion],
    'The e-mail is dated before she started.',
  )

it('nobody questions what they decided, or ticked as a trainee before somebody else countersigned it [R7]', () => {
  expect(() => question('Carol', [tick('Tom')])).not.toThrow()
  expect(() => question('Ben')).toThrow('questions/own-decision')
  expect(() => question('Tom')).not.toThrow()
  expect(() => question('Tom', [tick('Tom')])).toThrow('questions/own-decision')
})
