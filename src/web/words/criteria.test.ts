import { expect, it } from 'vitest'
import { asksText } from './criteria.ts'

it('says in plain words what a criterion asks for: its kind, how deep its verb goes, and whether one is enough and which words ask for more [R28, R29, R30]', () => {
  expect(
    asksText({ kind: 'knowledge', verb: 'explain', plural: true, text: 'Explain ways to keep twine dry' }),
  ).toMatch(/^Knowledge\. “Explain”: Say how or why.*Asks for more than one: “ways”\.$/)
  expect(asksText({ kind: 'performance', verb: 'follow', plural: false, text: 'Follow the rules' })).toMatch(
    /^Performance\. “Follow”: Do it at work/,
  )
  expect(asksText({ kind: null, verb: 'whittle', plural: false, text: 'Whittle' })).toBe('')
})
