import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import {
  countsFrom,
  defaultKept,
  letterLimits,
  requireLetterRoom,
  requireUploadRoom,
  shareOf,
  type Usage,
  uploadLimits,
} from './quotas.ts'

const nothing: Usage = { uploads: 0, promised: 0, kept: 0 }
const refusalOf = (work: () => void): Refusal | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
const GB = 10 ** 9
const { person, centre } = uploadLimits
const asked = (size: number, own: Partial<Usage> = {}, all: Partial<Usage> = {}, kept = defaultKept) =>
  refusalOf(() => requireUploadRoom(size, { person: { ...nothing, ...own }, centre: { ...nothing, ...all } }, kept))
    ?.code ?? null

describe('an upload', () => {
  it.each<[string, Parameters<typeof asked>, string | null]>([
    ['into an empty centre', [5 * GB], null],
    ['as the last that a person may have open', [1, { uploads: person.uploads - 1 }], null],
    ['as one more than a person may have open', [1, { uploads: person.uploads }], 'quotas/uploads-person'],
    ['as one more than a centre may have open', [1, {}, { uploads: centre.uploads }], 'quotas/uploads-centre'],
    ['that reaches what a person may promise', [GB, { promised: person.promised - GB }], null],
    ['that passes it by a byte', [GB + 1, { promised: person.promised - GB }], 'quotas/promised-person'],
    ['that passes what a centre may promise', [2, {}, { promised: centre.promised - 1 }], 'quotas/promised-centre'],
    ['that reaches what is kept for a person', [GB, { kept: 18 * GB, promised: GB }], null],
    ['that passes it with what is promised', [GB + 1, { kept: 18 * GB, promised: GB }], 'quotas/kept-person'],
    ['that passes what is kept for a centre', [GB, {}, { kept: 198 * GB, promised: 1.5 * GB }], 'quotas/kept-centre'],
    [
      'where both limits are reached says what the person can change',
      [1, { uploads: person.uploads }, { uploads: centre.uploads }],
      'quotas/uploads-person',
    ],
  ])('%s', (_, given, code) => {
    expect(asked(...given)).toBe(code)
  })

  it('is refused with the limit, what is used, and how long unfinished uploads stay', () => {
    const used = { person: { ...nothing, uploads: person.uploads }, centre: nothing }
    expect(refusalOf(() => requireUploadRoom(1, used, defaultKept))?.details).toEqual({
      ...{ used: person.uploads, limit: person.uploads, days: 7 },
    })
  })

  it('the largest file fits into every default', () => {
    expect(asked(5 * 1024 ** 3)).toBeNull()
  })
})

describe('a letter', () => {
  const now = '2026-05-14T12:00:00.000Z'
  it('is refused when as many were written as the limit allows, until the oldest of those is past', () => {
    const written = ['2026-05-14T11:00:00.000Z', '2026-05-14T10:00:00.000Z', '2026-05-13T15:00:00.000Z']
    expect(refusalOf(() => requireLetterRoom('witness', written.slice(1)))).toBeNull()
    expect(refusalOf(() => requireLetterRoom('witness', written))).toMatchObject({
      code: 'quotas/letters-witness',
      details: { most: letterLimits.witness.most, until: '2026-05-14T15:00:00.000Z' },
    })
  })

  it('waits until enough are past, where more than the limit were written', () => {
    const written = ['2026-05-14T11:59:00.000Z', '2026-05-14T11:55:00.000Z', '2026-05-14T11:52:00.000Z']
    expect(refusalOf(() => requireLetterRoom('again', written))?.details.until).toBe('2026-05-14T12:05:00.000Z')
  })

  it('counts for as long as its limit says', () => {
    expect(countsFrom('witness', now)).toBe('2026-05-13T12:00:00.000Z')
    expect(countsFrom('again', now)).toBe('2026-05-14T11:50:00.000Z')
  })
})

it('a limit is never shown as more than full', () => {
  expect([shareOf(0, 10), shareOf(5, 10), shareOf(30, 10), shareOf(0, 0)]).toEqual([0, 0.5, 1, 1])
})
