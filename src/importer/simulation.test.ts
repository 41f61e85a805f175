import { describe, expect, it } from 'vitest'
import { simulationIn } from './simulation.ts'

describe('what a unit says about simulation', () => {
  it.each([
    ['Simulation is not allowed.', 'not-allowed'],
    ['Simulation is never a way to meet this; simulation is not permitted.', 'not-allowed'],
    ['Whatever is simulated takes place in a realistic working environment (RWE).', 'rwe-only'],
    ['Simulation may be used for this unit.', 'allowed'],
    ['Simulation is also allowed, but ideally it is based on a realistic working environment.', 'allowed'],
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

  it('tells a ban of performance evidence from a ban of any, with its exception [R102]', () => {
    expect(simulationIn('Simulation is not allowed for any evidence here.').performanceOnly).toBeUndefined()
    expect(simulationIn('Simulation is not allowed for any performance evidence.')).toMatchObject({
      permission: 'not-allowed',
      performanceOnly: true,
    })
    expect(
      simulationIn('Simulation is not allowed for performance evidence except where an alarm is rehearsed.'),
    ).toMatchObject({ permission: 'exceptions', performanceOnly: true, exceptions: [] })
  })

  it('reads what is said of realistic working environments, with placements where they are named [R103]', () => {
    const permitted = 'Evidence from a realistic working environment or a work placement is permissible.'
    const forbidden = 'Evidence gathered in a realistic working environment is not permissible here.'
    expect(simulationIn('', ['Show that you can.', permitted])).toEqual({
      ...{ permission: null, text: null, exceptions: [] },
      environment: { permission: 'allowed', placement: true, text: permitted },
    })
    expect(simulationIn('', [`${forbidden} Nor is anything else.`]).environment).toEqual({
      ...{ permission: 'not-allowed', placement: false, text: forbidden },
    })
    expect(simulationIn('', ['Show that you can.']).environment).toBeUndefined()
  })
})
