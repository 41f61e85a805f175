import { expect, it } from 'vitest'
import { type Accreditation, checkAccreditation, registrationDays } from './accreditation.ts'

const none: Accreditation = {
  ...{ otherNumbers: [], accreditedFrom: null, accreditedTo: null },
  ...{ predecessorId: null, predecessorText: null },
}
const follows: Record<string, string> = { newest: 'newer', newer: 'old' }
const code = (qualificationId: string, next: Partial<Accreditation>, standing = none) => {
  try {
    checkAccreditation(qualificationId, standing, { ...none, ...next }, id => follows[id] ?? null)
    return null
  } catch (refusal) {
    return (refusal as { code: string }).code.split('/')[1]
  }
}

it.each<[string, string, Partial<Accreditation>, string | null]>([
  [
    'the day it begins may be the day it ends',
    'old',
    { accreditedFrom: '2011-05-01', accreditedTo: '2011-05-01' },
    null,
  ],
  ['an end before its beginning', 'old', { accreditedFrom: '2011-05-01', accreditedTo: '2011-04-30' }, 'out-of-order'],
  ['a predecessor in the catalogue', 'brandnew', { predecessorId: 'newest' }, null],
  ['itself', 'old', { predecessorId: 'old' }, 'follows-itself'],
  ['one that follows it at two removes', 'old', { predecessorId: 'newest' }, 'follows-itself'],
  ['two predecessors told for one', 'old', { predecessorId: 'newest', predecessorText: 'G9K0 22' }, 'two-predecessors'],
  ['nothing new', 'old', {}, 'nothing-changed'],
])('%s [R14]', (_, qualificationId, next, expected) => expect(code(qualificationId, next)).toBe(expected))

it('nobody is registered outside the days of accreditation, whatever the other dates say [R14] [R23]', () => {
  const days = (opens: string | null, lastRegistration: string | null) =>
    registrationDays(
      { opens, lastRegistration, lastCertification: null },
      { accreditedFrom: '2011-05-01', accreditedTo: '2016-04-30' },
    )
  expect(days(null, null)).toEqual({ opens: '2011-05-01', lastRegistration: '2016-04-30', lastCertification: null })
  expect(days('2011-09-01', '2015-08-31')).toMatchObject({ opens: '2011-09-01', lastRegistration: '2015-08-31' })
  expect(days('2011-01-01', '2020-08-31')).toMatchObject({ opens: '2011-05-01', lastRegistration: '2016-04-30' })
})
