import { describe, expect, it } from 'vitest'
import { asksOf, commandVerbs, depths, openingVerb, unknownOpenings } from './command-verbs.ts'

describe('command verbs', () => {
  it.each([
    ['Identify ways to help a customer', 'identify', 'recall'],
    ['Describe how the kettle is mended', 'describe', 'describe'],
    ['Explain why it matters', 'explain', 'explain'],
    ['discuss both sides', 'discuss', 'explain'],
    ['Critically evaluate the results', 'evaluate', 'judge'],
    ['To be able to follow the rules', 'follow', 'do'],
    ['a) Co-ordinate the work', null, null],
    ['“Co-ordinate the work”', 'co-ordinate', 'do'],
    ['Accurately record what was said', 'record', 'do'],
    ['The kettle is mended', null, null],
    ['', null, null],
  ])('%j opens with %s and asks for %s [R29]', (criterion, verb, depth) => {
    const found = openingVerb(criterion)
    expect([found?.verb ?? null, found?.depth ?? null]).toEqual([verb, depth])
  })

  it('knows the verbs that the moderators’ report dwells on, each with its own depth or its own words [R29]', () => {
    const named = ['explain', 'describe', 'discuss', 'follow', 'identify'].map(verb => asksOf(verb)?.asks)
    expect(new Set(named).size).toBe(5)
  })

  it('says for every verb, once, what it asks for [R29]', () => {
    expect(commandVerbs.length).toBeGreaterThan(200)
    expect(new Set(commandVerbs.map(({ verb }) => verb)).size).toBe(commandVerbs.length)
    expect(new Set(commandVerbs.map(({ depth }) => depth))).toEqual(new Set(depths))
    for (const { verb, asks } of commandVerbs) expect([verb, asks.endsWith('.')]).toEqual([verb, true])
  })
})

it('criteria that open with no verb we know are listed by their first word, the most frequent first [R29]', () => {
  const criterion = (number: string, text: string, verb: string | null) => ({
    ...{ number, text, verb, kind: null, plural: false, parts: [] },
  })
  const criteria = [
    criterion('1.1', 'Explain why it matters', 'explain'),
    criterion('1.2', 'The kettle is mended', null),
    criterion('1.3', 'Whittle a spoon', null),
    criterion('1.4', 'the lid fits', null),
  ]
  const outcomes = [{ number: '1', kind: 'learning-outcome' as const, title: null, criteria }]
  expect(unknownOpenings([{ id: 'F2', outcomes }])).toEqual([
    {
      word: 'the',
      criteria: [
        { unit: 'F2', number: '1.2' },
        { unit: 'F2', number: '1.4' },
      ],
    },
    { word: 'whittle', criteria: [{ unit: 'F2', number: '1.3' }] },
  ])
})
