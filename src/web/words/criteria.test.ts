import { expect, it } from 'vitest'
import { asksText } from './criteria.ts'

it('says in plain words what a criterion asks for: its kind, how deep its verb goes, and whether one example is enough [R28, R29, R30]', () => {
  expect(asksText({ kind: 'knowledge', verb: 'explain', plural: true })).toMatch(
    /^Knowledge\. “Explain”: Say how or why.*More than one example is asked for\.$/,
  )
  expect(asksText({ kind: 'performance', verb: 'follow', plural: false })).toMatch(
    /^Performance\. “Follow”: Do it at work/,
  )
  expect(asksText({ kind: null, verb: 'whittle', plural: false })).toBe('')
})
