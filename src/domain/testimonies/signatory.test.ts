import { expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { flagsOf, requireNotLearner, signedInAs } from './signatory.ts'

const asked = { learnerId: 'amina', askedBy: 'ben', email: 'denise@shop.example' }
const who = (personId: string, email = `${personId}@cast.example`) => ({ personId, email })

it.each([
  [who('amina'), 'learner'],
  [who('ben'), 'asker'],
  [who('alan'), 'another'],
  [who('denise', 'Denise+work@shop.example'), null],
  // Whoever asked is not taken for the witness by an address.
  [who('ben', 'denise@shop.example'), 'asker'],
])('%j is %s to the request [R110]', (person, as) => {
  expect(signedInAs(person, asked)).toBe(as)
})

it('the learner’s browser signs nothing; nobody’s and anybody else’s does [R110]', () => {
  const code = (person: ReturnType<typeof who> | null) => {
    try {
      requireNotLearner(person, asked)
      return null
    } catch (error) {
      return (error as Refusal).code
    }
  }
  expect(code(who('amina'))).toBe('testimonies/learner-signed-in')
  for (const person of [null, who('ben'), who('alan')]) expect(code(person)).toBeNull()
})

it('tells each browser once, the learner’s first, and the network last [R110]', () => {
  const opened = [who('alan'), who('ben'), who('amina'), who('denise', 'denise@shop.example'), who('alan')]
  expect(flagsOf({ opened, learnersNetwork: true }, asked)).toEqual([
    { code: 'browser-of-learner', personId: 'amina' },
    { code: 'browser-of-asker', personId: 'ben' },
    { code: 'browser-of-another', personId: 'alan' },
    { code: 'network-of-learner', personId: null },
  ])
  expect(flagsOf({ opened: [], learnersNetwork: false }, asked)).toEqual([])
  // The learner asked: it is the learner's browser, and said so.
  expect(flagsOf({ opened: [who('amina')], learnersNetwork: false }, { ...asked, askedBy: 'amina' })).toEqual([
    { code: 'browser-of-learner', personId: 'amina' },
  ])
})
