import { expect, it } from 'vitest'
import { sampleSpecification as read } from '#cast/qualification.ts'
import { type Correction, corrected, standingCorrection, withCorrection, withoutCorrection } from './corrections.ts'

const correction = (path: string, to: unknown, id = path): Correction => ({
  ...{ id, path, to, from: null, by: 'grace', at: '2026-05-14T09:30:00.000Z' },
})
const title = 'units/0/title'

it('a correction is kept apart: what was read stays, and says what it was [R22]', () => {
  const before = structuredClone(read)
  const corrections = withCorrection(read, [], correction(title, 'Serve people'))
  expect(corrections[0]?.from).toBe(before.units[0]?.title)
  expect(corrected(read, corrections).units[0]?.title).toBe('Serve people')
  expect(read).toEqual(before)
})

it('a second correction of the same place replaces the first, and going back to what was read ends it', () => {
  const first = withCorrection(read, [], correction(title, 'One', 'a'))
  const second = withCorrection(read, first, correction(title, 'Two', 'b'))
  expect(second).toEqual([{ ...correction(title, 'Two', 'b'), from: read.units[0]?.title }])
  expect(withCorrection(read, second, correction(title, read.units[0]?.title, 'c'))).toEqual([])
})

it('a criterion that was missed is added, and undoing that takes its own corrections first', () => {
  const path = 'units/0/outcomes/0/criteria'
  const criteria = read.units[0]?.outcomes[0]?.criteria ?? []
  const added = withCorrection(read, [], correction(path, [...criteria, { ...criteria[0], number: '1.99' }], 'a'))
  const both = withCorrection(read, added, correction(`${path}/${criteria.length}/text`, 'Explain', 'b'))
  expect(corrected(read, both).units[0]?.outcomes[0]?.criteria.at(-1)).toMatchObject({
    number: '1.99',
    text: 'Explain',
  })
  expect(() => withoutCorrection(read, both, 'a')).toThrow('qualifications/correction-needed')
  expect(withoutCorrection(read, withoutCorrection(read, both, 'b'), 'a')).toEqual([])
})

it('after a criterion was taken out, a correction belongs to the criterion that stands there now', () => {
  const path = 'units/0/outcomes/0/criteria'
  const criteria = read.units[0]?.outcomes[0]?.criteria ?? []
  const first = withCorrection(read, [], correction(`${path}/1/text`, 'Of the second', 'a'))
  const shorter = corrected(read, first).units[0]?.outcomes[0]?.criteria.slice(1)
  const second = withCorrection(read, first, correction(path, shorter, 'b'))
  expect(standingCorrection(second, `${path}/1/text`)).toBeUndefined()
  const third = withCorrection(read, second, correction(`${path}/1/text`, 'Of the third', 'c'))
  expect(
    corrected(read, third)
      .units[0]?.outcomes[0]?.criteria.slice(0, 2)
      .map(c => c.text),
  ).toEqual(['Of the second', 'Of the third'])
  expect(standingCorrection(third, `${path}/1/text`)).toMatchObject({ id: 'c', from: criteria[2]?.text })
})

it('a corrected unit number is put wherever the unit stands, in the rules too', () => {
  const from = read.units[0]?.id as string
  const after = corrected(read, withCorrection(read, [], correction('units/0/id', 'A/299/0000')))
  expect(JSON.stringify(after.qualifications)).not.toContain(from)
  expect(after.qualifications[0]?.units[0]?.unit).toBe('A/299/0000')
  expect(after.qualifications[0]?.rules[0]).toMatchObject({ require: expect.arrayContaining(['A/299/0000']) })
})

it.each(['units/999/title', 'units/0/titel', 'units/-1/title', 'units/0/__proto__/x', 'report/0/code', 'format', ''])(
  'nothing can be corrected at %j',
  path => expect(() => withCorrection(read, [], correction(path, 'x'))).toThrow('qualifications/no-such-place'),
)
