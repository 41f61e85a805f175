import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EvidenceRequirement, quantifiers } from '../qualifications/specification.ts'
import { asksWhich, type ItemTick, stateOfRequirement } from './quantifiers.ts'

type Asked = Pick<EvidenceRequirement, 'quantifier' | 'atLeast' | 'items'>

const lettered = (...amounts: (number | undefined)[]): Asked['items'] =>
  amounts.map((atLeast, at) => ({
    code: String.fromCharCode(97 + at),
    text: '',
    ...(atLeast === undefined ? {} : { atLeast }),
  }))
const on = (...written: string[]): ItemTick[] =>
  written.map(w => ({ item: /^\w?/.exec(w)?.[0] ?? '', thing: w.split(':')[1] ?? '' }))

describe('a requirement is satisfied', () => {
  it.each<[string, Asked, ItemTick[], number]>([
    [
      'all: the last item is missing',
      { quantifier: 'all', atLeast: null, items: lettered(undefined, undefined, undefined) },
      on('a', 'b'),
      1,
    ],
    [
      'all: every item',
      { quantifier: 'all', atLeast: null, items: lettered(undefined, undefined) },
      on('a', 'b', 'a'),
      0,
    ],
    ['all: the sentence itself', { quantifier: 'all', atLeast: null, items: [] }, on(''), 0],
    ['all: nothing yet', { quantifier: 'all', atLeast: null, items: [] }, [], 1],
    [
      'two of these groups: one group twice is one',
      { quantifier: 'at-least', atLeast: 2, items: lettered(...Array(5)) },
      on('c', 'c'),
      1,
    ],
    ['two of these groups', { quantifier: 'at-least', atLeast: 2, items: lettered(...Array(5)) }, on('c', 'e'), 0],
    [
      'two media, not listed: the same name twice is one',
      { quantifier: 'at-least', atLeast: 2, items: [] },
      on(':E-mail', ':e-mail '),
      1,
    ],
    ['two media', { quantifier: 'at-least', atLeast: 2, items: [] }, on(':E-mail', ':Intranet'), 0],
    ['two media: no name is no medium', { quantifier: 'at-least', atLeast: 2, items: [] }, on('', ''), 2],
    [
      'informal, and two formal methods: one is not two',
      { quantifier: 'all', atLeast: null, items: lettered(undefined, 2) },
      on('a', 'b:survey'),
      1,
    ],
    [
      'informal, and two formal methods',
      { quantifier: 'all', atLeast: null, items: lettered(undefined, 2) },
      on('a', 'b:survey', 'b:interview'),
      0,
    ],
    [
      'two changes, each with its parts: parts of different changes do not add up',
      { quantifier: 'each', atLeast: 2, items: lettered(undefined, undefined) },
      on('a:rota', 'b:rota', 'a:menu', 'b:door'),
      1,
    ],
    [
      'two changes, each with its parts',
      { quantifier: 'each', atLeast: 2, items: lettered(undefined, undefined) },
      on('a:rota', 'b:rota', 'a:menu', 'b:menu'),
      0,
    ],
  ])('%s [R93]', (_, asked, ticks, short) => {
    expect(stateOfRequirement(asked, ticks)).toMatchObject({ satisfied: short === 0, short })
  })

  it('and says which change lacks which part [R93]', () => {
    const asked: Asked = { quantifier: 'each', atLeast: 2, items: lettered(undefined, undefined, undefined) }
    expect(stateOfRequirement(asked, on('a:rota', 'b:rota', 'c:rota', 'b:menu'))).toEqual({
      satisfied: false,
      short: 1,
      open: [],
      begun: [{ thing: 'menu', lacks: ['a', 'c'] }],
    })
  })

  it('only where different things are counted must a tick say which one', () => {
    expect(asksWhich({ quantifier: 'at-least', atLeast: 2, items: lettered(undefined) }, 'a')).toBe(false)
    expect(asksWhich({ quantifier: 'at-least', atLeast: 2, items: [] }, '')).toBe(true)
    expect(asksWhich({ quantifier: 'each', atLeast: 2, items: lettered(undefined) }, 'a')).toBe(true)
    expect(asksWhich({ quantifier: 'all', atLeast: null, items: lettered(undefined, 2) }, 'b')).toBe(true)
    expect(asksWhich({ quantifier: 'all', atLeast: null, items: lettered(undefined, 2) }, 'a')).toBe(false)
  })
})

/** Every way of choosing so many of them. */
const choices = <T>(of: readonly T[], n: number): T[][] =>
  n === 0 ? [[]] : of.flatMap((one, at) => choices(of.slice(at + 1), n - 1).map(rest => [one, ...rest]))

/** The same meaning, read aloud: "there are so many, all different, of which every one …". */
function readAloud({ quantifier, atLeast, items }: Asked, ticks: readonly ItemTick[]): boolean {
  const names = ['rota', 'menu', 'door']
  const said = (item: string, thing?: string) =>
    ticks.some(t => t.item === item && (thing === undefined || t.thing.trim().toLowerCase() === thing))
  const covered = ({ code, atLeast: n = 1 }: Asked['items'][number]) =>
    n < 2 ? said(code) : choices(names, n).some(some => some.every(name => said(code, name)))
  const need = atLeast ?? 1
  if (items.length === 0)
    return quantifier === 'all'
      ? ticks.length > 0
      : choices(names, need).some(some => some.every(name => ticks.some(t => t.thing.trim().toLowerCase() === name)))
  if (quantifier === 'all') return items.every(i => covered(i))
  if (quantifier === 'each')
    return choices(names, need).some(some => some.every(name => items.every(i => said(i.code, name))))
  return choices(items, Math.min(need, items.length)).some(some => some.every(i => covered(i)))
}

it('whatever is asked and whatever is ticked, the answer is that of reading the sentence out [R93]', () => {
  const asked = fc.record({
    quantifier: fc.constantFrom(...quantifiers),
    atLeast: fc.constantFrom(null, 1, 2, 3),
    items: fc
      .array(fc.constantFrom<number | undefined>(undefined, undefined, 1, 2), { maxLength: 4 })
      .map(amounts => lettered(...amounts)),
  })
  const ticks = fc.array(
    fc.record({
      item: fc.constantFrom('a', 'b', 'c', 'd'),
      thing: fc.constantFrom('', 'rota', 'Menu ', 'door', 'menu'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(asked, ticks, (one, given) => {
      const state = stateOfRequirement(one, given)
      expect(state.satisfied).toBe(readAloud(one, given))
      expect(state.short === 0).toBe(state.satisfied)
      // What is said to be short is enough: never more is asked for than the sentence says.
      expect(state.short).toBeLessThanOrEqual(Math.max(one.atLeast ?? 1, one.items.length, 1))
    }),
    { numRuns: 2000 },
  )
})
