import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { clock, type Pin, type Place, placeFits, placeText, requirePins, samePin } from './pins.ts'

const key = { registrationId: 'r', criterionId: '1.1' }
const area = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
const page: Place = { kind: 'page', page: 2 }
const passage: Place = { kind: 'passage', page: null, text: 'rang the depot first', occurrence: 1 }
const moment: Place = { kind: 'time', from: 94.4, to: null }
const whole: Place = { kind: 'whole' }
const codeOf = (does: () => void): string | null => {
  try {
    does()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : 'other'
  }
}

describe('a place', () => {
  it.each([
    ['pdf', [page, { ...passage, page: 1 }, { kind: 'area', page: 1, ...area }, whole]],
    ['image', [{ kind: 'area', page: null, ...area }, whole]],
    ['audio', [moment, { kind: 'time', from: 1, to: 2 }, whole]],
    ['video', [moment, whole]],
    ['text', [passage, whole]],
    ['statement', [passage, whole]],
    ['document', [whole]],
  ] as const)('in a file of the kind %s is one that such a file has', (media, fitting) => {
    const all: Place[] = [page, passage, { ...passage, page: 1 }, moment, whole, { kind: 'time', from: 1, to: 2 }]
    all.push({ kind: 'area', page: null, ...area }, { kind: 'area', page: 1, ...area })
    expect(all.filter(p => placeFits(p, media))).toHaveLength(media === 'video' ? 3 : fitting.length)
    for (const p of fitting) expect(placeFits(p as Place, media)).toBe(true)
  })
  it('does not run over the edge, nor end before it begins', () => {
    expect(placeFits({ kind: 'area', page: null, ...area, x: 0.8 }, 'image')).toBe(false)
    expect(placeFits({ kind: 'area', page: null, ...area, y: 0.7 }, 'image')).toBe(false)
    expect(placeFits({ kind: 'time', from: 2, to: 2 }, 'audio')).toBe(false)
  })
  it('is printed as short as an index prints it', () => {
    const all: Place[] = [
      page,
      passage,
      { kind: 'area', page: 3, ...area },
      moment,
      { kind: 'time', from: 94, to: 3727 },
    ]
    expect([...all, whole].map(placeText)).toEqual([
      ...['p. 2', '“rang the depot first”', 'p. 3, an area', '1:34', '1:34–1:02:07', 'all of it'],
    ])
    expect(placeText({ ...passage, text: 'word '.repeat(40) } as Place).length).toBeLessThan(65)
    expect([clock(0), clock(59.9), clock(3600)]).toEqual(['0:00', '0:59', '1:00:00'])
  })
})

it('pins hang on ticks, and on files of the version', () => {
  const pin: Pin = { ...key, fileId: 'f', place: page }
  const things = [{ fileId: 'f', media: 'pdf' as const }]
  expect(codeOf(() => requirePins([pin], [key], things))).toBeNull()
  expect(codeOf(() => requirePins([pin], [], things))).toBe('pins/not-ticked')
  expect(codeOf(() => requirePins([{ ...pin, fileId: 'g' }], [key], things))).toBe('pins/no-such-place')
  expect(codeOf(() => requirePins([{ ...pin, place: moment }], [key], things))).toBe('pins/no-such-place')
  expect(samePin(pin, { ...pin, place: { page: 2, kind: 'page' } })).toBe(true)
  expect(samePin(pin, { ...pin, place: { page: 3, kind: 'page' } })).toBe(false)
})
