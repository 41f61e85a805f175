import { describe, expect, it } from 'vitest'
import { commandVerb, kindOf, mostOf } from './criterion-words.ts'

describe('what a criterion says about itself', () => {
  it.each([
    ['Explain why nets are mended', 'explain'],
    ['explain why nets are mended', 'explain'],
    ['Critically evaluate two nets', 'evaluate'],
    ['Co-ordinate the crew', 'co-ordinate'],
    ['the limits of your own role', null],
    ['', null],
  ])('the command verb of “%s” is %s [R29]', (text, verb) => {
    expect(commandVerb(text)).toBe(verb)
  })

  it.each([
    ['Understand nets', 'Mend a net', 'knowledge'],
    ['know how nets are made', 'identify twine', 'knowledge'],
    ['Be able to mend nets', 'Explain the repair', 'performance'],
    ['Mending nets', 'Describe a net', 'knowledge'],
    ['Mending nets', 'Sew the net', 'performance'],
    [null, 'quickly and well', null],
  ] as const)('under the outcome “%s”, “%s” asks for %s [R28]', (title, text, kind) => {
    expect(kindOf(title, text)).toBe(kind)
  })

  it('where the outcome has lost its title, most of its criteria say what it asks for [R28]', () => {
    const most = mostOf(['Sew the net', 'Explain the repair', 'Hang it up to dry'])
    expect(kindOf(null, 'Explain the repair', most)).toBe('performance')
  })
})
