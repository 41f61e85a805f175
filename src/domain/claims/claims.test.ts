import { expect, it } from 'vitest'
import { keyOf } from '../decisions/layers.ts'
import { changeOfClaims } from './claims.ts'

const key = (criterionId: string, registrationId = 'diploma') => ({ registrationId, criterionId })
const [a, b, c] = [key('1.1'), key('1.2'), key('1.3')]
const claimable = new Set([a, b, c, key('1.1', 'award')].map(keyOf))

it('ticking what is ticked and unticking what is not changes nothing, so that a retry is harmless [R1]', () => {
  expect(changeOfClaims([a], claimable, { claim: [a, b, b], unclaim: [c] })).toEqual({ claim: [b], unclaim: [] })
  expect(changeOfClaims([a, b], claimable, { claim: [a, b], unclaim: [a] })).toEqual({ claim: [], unclaim: [a] })
})

it('the same criterion is claimed for each registration on its own [R72]', () => {
  const award = key('1.1', 'award')
  expect(changeOfClaims([a], claimable, { claim: [award], unclaim: [] }).claim).toEqual([award])
})

it('a criterion outside the chosen units is refused, naming all of them; one that was given up may still be unticked', () => {
  const strange = [key('9.1'), key('1.2', 'award')]
  expect(() => changeOfClaims([], claimable, { claim: [a, ...strange], unclaim: [] })).toThrow(
    expect.objectContaining({ code: 'claims/not-chosen', details: { criteria: strange } }),
  )
  expect(changeOfClaims([key('9.1')], claimable, { claim: [], unclaim: [key('9.1')] }).unclaim).toHaveLength(1)
})
