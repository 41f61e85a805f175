import { describe, expect, it } from 'vitest'
import type { EvidenceRecord } from '../evidence/record-fields.ts'
import type { Refusal } from '../refusal.ts'
import {
  missingInTestimony,
  requireAnotherPerson,
  requireOpenLink,
  requireTestimony,
  statusOf,
  type Testimony,
} from './testimony.ts'

const record: EvidenceRecord = {
  relationship: 'Her shift supervisor',
  what: 'She took the returned kettle, checked the receipt and offered a swap or the money back.',
  where: 'The returns desk',
  how: 'Calmly, with the customer looking at the screen with her',
  why: 'The kettle leaked and the customer had no time',
  withWhom: 'A customer, and me at the next till',
  accurate: true,
}
const whole: Testimony = { record, day: '2026-05-14', telephone: '01632 960 001', signedName: 'Denise Okoro' }
const today = '2026-05-15'
const codeOf = (does: () => void) => {
  try {
    does()
    return null
  } catch (error) {
    return (error as Refusal).code
  }
}

it.each<[Partial<EvidenceRecord>, number]>([
  [{ qualifiedAssessor: true, currentExpertise: true, knowsStandards: true }, 1],
  [{ qualifiedAssessor: true, currentExpertise: true }, 2],
  [{ qualifiedAssessor: true, knowsStandards: true }, 2],
  [{ currentExpertise: true, knowsStandards: true }, 3],
  [{ knowsStandards: true }, 4],
  [{}, 4],
])('a witness who says %j has status %i [R109]', (said, status) => {
  expect(statusOf({ ...record, ...said })).toBe(status)
})

describe('what a testimony needs before it is signed', () => {
  it.each<[Partial<Testimony>, string[]]>([
    [{}, []],
    [{ telephone: ' ' }, ['telephone']],
    [{ day: null }, ['day']],
    [{ record: { ...record, where: '', withWhom: ' ' } }, ['where', 'withWhom']],
    [{ record: { ...record, accurate: false } }, ['accurate']],
    [{ signedName: '' }, ['signedName']],
  ])('%j misses %j [R55] [R79]', (over, missing) => {
    expect(missingInTestimony({ ...whole, ...over }, today)).toEqual(missing)
  })
  it('praise alone says nothing of what was done [R79]', () => {
    const praise = { ...whole, record: { ...record, what: 'She exceeded expectations.' } }
    expect(missingInTestimony(praise, today)).toEqual(['too-little'])
  })
  it('nothing is attested before it has happened [R146]', () => {
    expect(missingInTestimony({ ...whole, day: '2026-05-16' }, today)).toEqual(['day-to-come'])
    expect(missingInTestimony({ ...whole, day: today }, today)).toEqual([])
  })
})

it('expert status holds only with expertise, familiarity and one of the two roles [R56]', () => {
  const boxes = ['qualifiedAssessor', 'evaluatesPractice', 'currentExpertise', 'knowsStandards'] as const
  for (let ticks = 0; ticks < 16; ticks++) {
    const said = Object.fromEntries(boxes.map((box, i) => [box, Boolean(ticks & (1 << i))]))
    const holds = said.currentExpertise && said.knowsStandards && (said.qualifiedAssessor || said.evaluatesPractice)
    const given = { ...whole, record: { ...record, ...said } }
    expect(codeOf(() => requireTestimony('expert-witness', given, today))).toBe(
      holds ? null : 'testimonies/not-an-expert',
    )
    expect(codeOf(() => requireTestimony('witness-testimony', given, today))).toBeNull()
  }
})

it('a link works once, until it expires or is taken back [R110]', () => {
  const link = { expiresAt: '2026-06-04T09:00:00.000Z', cancelledAt: null, signedAt: null }
  const at = (now: string, over = {}) => codeOf(() => requireOpenLink({ ...link, ...over }, now))
  expect(at('2026-06-04T08:59:59.999Z')).toBeNull()
  expect(at('2026-06-04T09:00:00.000Z')).toBe('testimonies/expired')
  expect(at('2026-05-15T09:00:00.000Z', { cancelledAt: '2026-05-15T08:00:00.000Z' })).toBe('testimonies/taken-back')
  expect(at('2026-05-15T09:00:00.000Z', { signedAt: '2026-05-15T08:00:00.000Z' })).toBe('testimonies/signed-already')
})

it('nobody testifies for their own work', () => {
  expect(codeOf(() => requireAnotherPerson('AMINA@cast.example', ['amina@cast.example']))).toBe(
    'testimonies/own-address',
  )
  expect(codeOf(() => requireAnotherPerson('a.mina+x@googlemail.com', ['amina@gmail.com']))).toBe(
    'testimonies/own-address',
  )
  expect(codeOf(() => requireAnotherPerson('denise@shop.example', ['amina@cast.example']))).toBeNull()
})
