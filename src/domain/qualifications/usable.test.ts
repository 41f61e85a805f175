import { expect, it } from 'vitest'
import { sampleSpecification as sample } from '#cast/qualification.ts'
import { corrected } from './corrections.ts'
import { faultsOf } from './usable.ts'

const after = (...changes: [path: string, to: unknown][]) =>
  faultsOf(
    corrected(
      sample,
      changes.map(([path, to]) => ({ path, to })),
    ),
  ).map(fault => [fault.code, fault.unit ?? fault.qualification, fault.number])

it('the sample centre’s specification has no fault', () => expect(faultsOf(sample)).toEqual([]))

it('every fault is named, with where it is [R22]', () => {
  const [first] = sample.units
  const criteria = first?.outcomes[0]?.criteria ?? []
  expect(
    after(
      ['qualifications/1/number', sample.qualifications[0]?.number],
      ['units/0/title', ' '],
      ['units/0/outcomes/0/criteria', [...criteria, { ...criteria[0], text: '' }]],
      ['units/1/outcomes', [...(sample.units[1]?.outcomes ?? []), { ...sample.units[1]?.outcomes[0], criteria: [] }]],
    ),
  ).toEqual([
    ['qualification-twice', sample.qualifications[0]?.number, null],
    ['unit-without-title', first?.id, null],
    ['criterion-without-text', first?.id, '1.1'],
    ['criterion-twice', first?.id, '1.1'],
    ['outcome-twice', sample.units[1]?.id, '1'],
  ])
  expect(after(['qualifications/1/units', []], ['qualifications/1/title', '']).map(([code]) => code)).toEqual([
    'qualification-without-title',
    'qualification-without-units',
  ])
})
