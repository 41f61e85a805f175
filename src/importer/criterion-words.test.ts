import { describe, expect, it } from 'vitest'
import { commandVerb, isPlural, kindOf, mostOf } from './criterion-words.ts'

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

  it.each([
    ['Identify ways to keep twine dry', true],
    ['Describe the features and benefits of a net', true],
    ['Explain the nature of problems at sea', true],
    ['Describe a range of knots', true],
    ['Explain the importance of dry twine', false],
    ['Explain how fishers mend nets', false],
    ['Describe the mending process', false],
    ['Describe verbal and non-verbal signals', true],
    ['Explain the cost and regulatory implications of mending', true],
    ['Identify the nature and cause of problems at sea', true],
    ['Describe two health and safety laws affecting the quay', true],
    ['Describe the different methods accepted by buyers', true],
    ['list hazards found beside a lock', true],
    ['Explain the net’s structure and lines of descent', true],
    ['State the address of the business', false],
    ['Explain the basis on which twine is chosen', false],
    ['Review own progress', false],
    ['Obtain access to the quay', false],
    ['Analyse the success of the business', false],
    ['Identify customers’ familiarity with twine', false],
    ['Explain the purpose and scope of mending', false],
    ['Speak clearly, politely and always in turn', false],
    ['Use a means of escape', false],
  ])('“%s” asks for more than one example: %s [R30]', (text, plural) => {
    expect(isPlural(text)).toBe(plural)
  })
})
