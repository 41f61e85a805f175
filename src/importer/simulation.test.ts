import { describe, expect, it } from 'vitest'
import { simulationIn } from './simulation.ts'

describe('what a unit says about simulation', () => {
  it.each([
    ['Simulation is not allowed.', 'not-allowed'],
    ['Simulation is never a way to meet this; simulation is not permitted.', 'not-allowed'],
    ['Whatever is simulated takes place in a realistic working environment (RWE).', 'rwe-only'],
    ['Simulation may be used for this unit.', 'allowed'],
    ['Evidence comes from the workplace.', null],
  ])('“%s” means %s [R21]', (text, permission) => {
    expect(simulationIn(text).permission).toBe(permission)
  })

  it('an exception names its criterion and its condition [R21]', () => {
    const text =
      'Simulation is not allowed except as follows. Simulation may be used for assessment criteria 2.4 (delays) if nothing else can be had.'
    expect(simulationIn(text)).toMatchObject({
      permission: 'exceptions',
      exceptions: [{ criterion: '2.4', condition: '(delays) if nothing else can be had' }],
    })
  })
})
