import { describe, expect, it } from 'vitest'
import { evidenceTypes } from '../evidence/evidence.ts'
import { acceptedNowhere, changeOfMethods, requireAccepted, switchedOffBy } from './methods.ts'

describe('the kinds of evidence that a qualification accepts', () => {
  it('are all of them while nobody has said otherwise [R69]', () => {
    expect(switchedOffBy([])).toEqual(new Map())
  })
  it('each carry the reason of the change that switched them off, not of the last change [R69]', () => {
    const [first, second] = [
      { switchedOff: ['case-study', 'minutes'], reason: 'first' },
      { switchedOff: [], reason: 'second' },
    ] as const
    const third = { switchedOff: ['minutes'], reason: 'third' } as const
    const fourth = { switchedOff: ['minutes', 'case-study'], reason: 'fourth' } as const
    expect([...switchedOffBy([first])]).toEqual([
      ['case-study', first],
      ['minutes', first],
    ])
    expect([...switchedOffBy([fourth, third, second, first])]).toEqual([
      ['case-study', fourth],
      ['minutes', third],
    ])
    expect([...switchedOffBy([fourth, third])].at(-1)).toEqual(['minutes', third])
  })
  it('stop a kind only where none of the learner’s qualifications accepts it [R69]', () => {
    const stopped = [
      [[], false],
      [[[]], false],
      [[['minutes']], true],
      [[['minutes'], []], false],
      [[['minutes', 'case-study'], ['minutes']], true],
    ] as const
    for (const [kindsOff, expected] of stopped) expect(acceptedNowhere('minutes', kindsOff)).toBe(expected)
    expect(() => requireAccepted('minutes', [['minutes']])).toThrow('methods/not-accepted')
    expect(() => requireAccepted('observation', [['minutes']])).not.toThrow()
  })
  it('change by what is new only, and one at least is left [R69]', () => {
    expect(changeOfMethods(['minutes'], ['observation', 'case-study'])).toEqual({
      switchedOff: ['observation', 'case-study'],
      switchedOn: ['minutes'],
    })
    expect(() => changeOfMethods(['minutes'], ['minutes'])).toThrow('methods/nothing-changed')
    expect(() => changeOfMethods([], evidenceTypes)).toThrow('methods/none-left')
  })
})
