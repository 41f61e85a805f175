import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moreThanOneAsked } from './more-than-one.ts'

/** Invented sentences; the first word is the verb, where the text opens with one. */
const asked = (text: string, verb: string | null = text.split(' ')[0]?.toLowerCase() ?? null) =>
  moreThanOneAsked({ text, verb })

describe('what asks for more than one', () => {
  it.each([
    ['Describe two knots that hold in wet twine', 'two knots'],
    ['Show at least three different ways to coil a line', 'three different ways'],
    ['Give two or more reasons for a dry locker', 'two or more reasons'],
    ['Explain more than one way to splice', 'more than one way'],
    ['Describe a range of knots', 'range of knots'],
    ['Mend nets in a variety of weathers', 'variety of weathers'],
    ['Describe the different methods accepted by buyers', 'different methods'],
    ['Explain the use of different twines', 'different twines'],
    ['Explain how to use different mending needles', 'different mending needles'],
    ['Describe the type of floats that deep nets need', 'type of floats'],
    ['Describe the types and sizes of floats', 'types and sizes of floats'],
    ['Identify the nature and cause of faults at sea', 'nature and cause of faults'],
    ['Tell the crew the nature of problems found', 'nature of problems'],
  ])('is said outright: “%s” by “%s” [R30]', (text, words) => {
    expect(asked(text)).toBe(words)
  })

  it.each([
    ['Identify ways to keep twine dry', 'ways'],
    ['Describe verbal and non-verbal signals', 'signals'],
    ['Explain the benefits of a dry locker', 'benefits'],
    ['Explain the costs and likely savings of a new net', 'costs'],
    ['Explain to buyers the reasons for a late landing', 'reasons'],
    ['Agree with the crew the areas that want mending', 'areas'],
    ['Give examples of how a net tears', 'examples'],
    ['Provide the skipper with reports of tears', null],
    ['Use the log to identify patterns in the tears', 'patterns'],
    ['Identify which lockers leak', 'which lockers'],
    ['Say what tools to carry', 'what tools'],
    ['Use aids such as a chart to make a point clear', 'aids'],
    ['Find buyers for a late catch', 'buyers'],
    ['Describe the strengths and weaknesses of ways of mending', 'ways'],
  ])('is an open list: “%s” by “%s” [R30]', (text, words) => {
    expect(asked(text)).toBe(words)
  })

  it.each([
    ['Fulfil promises made to buyers', 'promises'],
    ['Deal with complaints about wet nets', 'complaints'],
    ['Answer and deal with calls from the quay', 'calls'],
    ['Carry out repairs at sea', 'repairs'],
    ['Select and use appropriate stitches to close a tear', 'stitches'],
    ['Make use of chances to sell', 'chances'],
    ['Respond promptly to orders', 'orders'],
    ['Follow up complaints about wet nets', 'complaints'],
    ['Set up trials of a new net', 'trials'],
  ])('is something that comes one at a time: “%s” by “%s” [R30]', (text, words) => {
    expect(asked(text)).toBe(words)
  })

  it('is found in a text that opens with no verb', () => {
    expect(moreThanOneAsked({ text: 'hazards found beside a lock', verb: null })).toBe('hazards')
    expect(moreThanOneAsked({ text: 'How crews form their view of the weather', verb: null })).toBeNull()
  })
})

describe('what does not ask for more than one', () => {
  it.each([
    ['one thing, whatever else is plural', 'Explain the importance of dry twine for nets'],
    ['one thing, whatever else is plural', 'Describe the mending process'],
    ['one thing, whatever else is plural', 'Mend a net in a different way'],
    ['one account', 'Explain how fishers mend nets'],
    ['one account', 'Ensure that tears are closed'],
    ['one account', 'Listen to what buyers say'],
    ['one account', 'Explain what the harbour asks of its guests'],
    ['people', 'Welcome strangers on board'],
    ['what only narrows the thing down', 'Describe the limits that send tears to different menders'],
    ['laid down as a whole', 'Follow the harbour’s procedures'],
    ['laid down as a whole', 'Adhere to policies and legal and ethical requirements'],
    ['laid down as a whole', 'Describe their own responsibilities on the quay'],
    ['laid down as a whole', 'Follow safe practices on the quay'],
    ['a fixed expression', 'Describe the features and benefits of a net'],
    ['a fixed expression', 'Explain the advantages and disadvantages of tarred twine'],
    ['a fixed expression', 'Share information and ideas with the crew'],
    ['one set', 'Agree objectives with the skipper'],
    ['people', 'Welcome visitors on board'],
    ['people', 'Keep buyers informed of the landing'],
    ['not counted', 'Meet customers’ needs'],
    ['not counted', 'Promote products and/or services'],
    ['not counted', 'Write the results down'],
    ['a comparison', 'Explain the differences between tarred and bare twine'],
    ['left open', 'Resolve any problems with the winch'],
    ['left open', 'State the purpose(s) of the call'],
    ['an idiom', 'Take steps to keep twine dry'],
    ['a time', 'Keep watch for two hours'],
    ['a genitive', 'Identify customers’ familiarity with twine'],
    ['no plural at all', 'State the address of the business'],
    ['no plural at all', 'Review own progress and explain the basis of it'],
    ['no plural at all', 'Speak clearly, politely and always in turn'],
    ['no plural at all', 'Use a means of escape'],
    ['no plural at all', ''],
  ])('is %s: “%s” [R30]', (_, text) => {
    expect(asked(text)).toBeNull()
  })

  it('whatever the text, the words are its own [R30]', () => {
    const word = fc.constantFrom('different', 'ways', 'two', 'of', 'a', 'the', 'types', 'and', 'net’s', 'which', 'any')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), words => {
        const text = words.join(' ')
        const found = asked(text, 'identify')
        if (found !== null) expect(text.replaceAll('’', "'").toLowerCase()).toContain(found.toLowerCase())
      }),
    )
  })
})
