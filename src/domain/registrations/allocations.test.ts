import { expect, it } from 'vitest'
import type { Role } from '../people/roles.ts'
import { type Allocations, type PlaceStanding, problemsOfAllocations, withCountersigner } from './allocations.ts'

const roles: Record<string, Role[]> = {
  amina: ['learner', 'assessor', 'iqa', 'mentor'],
  ben: ['assessor', 'iqa'],
  jo: ['trainee-assessor', 'assessor'],
  ruth: ['lead-iqa'],
  sunita: ['assessor'],
  nia: ['assessor'],
  olga: ['assessor', 'mentor', 'iqa'],
}

/** Nia's records say nothing of this qualification; Olga is the learner's sister. */
const standing = (id: string): PlaceStanding => ({
  gaps: id === 'nia' ? [{ gap: 'outside-level', level: 3, levels: [2] }] : [],
  conflicted: id === 'olga',
})

it.each<[string, Allocations, string[]]>([
  ['nobody yet', {}, []],
  ['a trainee with another as countersigner', { 'trainee-assessor': 'jo', countersigner: 'ben' }, []],
  ['a lead IQA as IQA', { assessor: 'ben', iqa: 'ruth' }, []],
  ['the learner in any place', { assessor: 'amina' }, ['assessor own-registration']],
  ['the learner as mentor', { mentor: 'amina' }, ['mentor own-registration']],
  ['somebody unknown', { iqa: 'nobody' }, ['iqa role-not-held']],
  ['a trainee alone', { 'trainee-assessor': 'jo' }, ['countersigner countersigner-needed']],
  [
    'a trainee who countersigns their own',
    { 'trainee-assessor': 'jo', countersigner: 'jo' },
    ['countersigner countersigner-is-trainee'],
  ],
  ['an IQA who assesses here', { assessor: 'ben', iqa: 'ben' }, ['iqa iqa-judges-here']],
  ['an IQA who countersigns here', { countersigner: 'ben', iqa: 'ben' }, ['iqa iqa-judges-here']],
  ['somebody outside their scope [R115]', { assessor: 'nia' }, ['assessor not-entitled']],
  ['somebody with a conflict of interest', { assessor: 'olga' }, ['assessor conflict-of-interest']],
  ['the same as IQA', { iqa: 'olga' }, ['iqa conflict-of-interest']],
  ['the same as mentor, who judges nothing', { mentor: 'olga' }, []],
])('%s [R7]', (_, named, expected) => {
  const found = problemsOfAllocations('amina', named, id => roles[id] ?? [], standing)
  expect(found.map(p => `${p.place} ${p.code.split('/')[1]}`)).toEqual(expected)
})

it('the assessor countersigns where a trainee is named and nobody else is', () => {
  expect(withCountersigner({ 'trainee-assessor': 'jo', assessor: 'sunita' }).countersigner).toBe('sunita')
  expect(withCountersigner({ 'trainee-assessor': 'jo', assessor: 'sunita', countersigner: 'ben' }).countersigner).toBe(
    'ben',
  )
  expect(withCountersigner({ assessor: 'sunita' }).countersigner).toBeUndefined()
})
