import { describe, expect, it } from 'vitest'
import type { EvidenceRequirement } from '../qualifications/specification.ts'
import { noDemand, readingOf } from './reading.ts'

const must = (text: string, items: string[] = []): EvidenceRequirement => ({
  ...{ number: '1', text, kind: 'must', quantifier: 'all', atLeast: null },
  items: items.map((words, at) => ({ code: String.fromCharCode(97 + at), text: words })),
})
const read = (...texts: (string | EvidenceRequirement)[]) =>
  readingOf(
    texts.map(t => (typeof t === 'string' ? must(t) : t)),
    null,
  )
const demandOf = (text: string) => read(text).demand
const roleOf = (text: string) => read(text).requirements[0]

describe('on how many occasions a unit wants competence shown', () => {
  it.each<[string, object]>([
    [
      'You must have done it over a sufficient period with different customers on different occasions.',
      { days: 2, customers: 2 },
    ],
    ['You must have done it over a sufficient period of time.', { days: 2 }],
    ['Evidence must come from ordinary work, on different days.', { days: 2 }],
    ['It must have been seen on at least three occasions.', { days: 3 }],
    ['Messages must have gone to at least three different customers.', { customers: 3 }],
    ['There must be at least two complaints, each from somebody else.', {}],
    ['There must be at least three problems, each with a different customer.', { customers: 3 }],
    ['Progress must be shown over at least eight weeks.', { period: 56 }],
    ['Where the work is simulated, the assessor must observe on more than one day.', { observations: 2 }],
    ['You must keep to the procedures of your organisation.', {}],
  ])('%s [R91]', (text, found) => {
    expect(demandOf(text)).toEqual({ ...noDemand, ...found })
  })

  it('stays unknown where the words speak of it and do not say enough [R91]', () => {
    expect(demandOf('The learner must have done this regularly.')).toEqual({ ...noDemand, known: false })
  })

  it('is read off what the unit says of simulation too [R101]', () => {
    const text = 'Such evidence must be gathered by the assessor observing the learner on more than one occasion.'
    expect(readingOf([], { permission: 'rwe-only', text, exceptions: [] }).demand).toEqual({
      ...noDemand,
      observations: 2,
    })
  })

  it('is nothing where a unit has no evidence requirements of its own [R84]', () => {
    expect(readingOf([], null)).toEqual({ requirements: [], demand: noDemand })
  })
})

describe('how a requirement is met', () => {
  it('what may be is not counted [R94]', () => {
    expect(read({ ...must('Customers may be internal.'), kind: 'may' }).requirements[0]?.role).toBe('nothing')
  })

  it('by ticks, by occasions, by where it was done [R83] [R92]', () => {
    expect(read(must('Serve customers:', ['busy', 'quiet'])).requirements[0]?.role).toBe('ticks')
    expect(roleOf('Evidence must come from work, on different days.')?.role).toBe('occasions')
    expect(roleOf('Evidence must be gathered under workplace conditions, knowledge too.')?.role).toBe('setting')
    expect(roleOf('Simulation is not allowed.')?.role).toBe('setting')
  })

  it('by a record of who somebody is to the learner, from the list that the unit gives [R96]', () => {
    expect(
      roleOf('An ‘appropriate person’ must be your manager, your team leader, your mentor or somebody in personnel.'),
    ).toMatchObject({
      role: 'person',
      record: 'appropriate-person',
      people: ['line-manager', 'supervisor', 'mentor', 'training'],
    })
    expect(
      roleOf('Feedback on your work must involve your line manager, and your evidence must show it.'),
    ).toMatchObject({
      record: 'manager-feedback',
      people: ['line-manager'],
    })
    expect(roleOf('You must prove that you have supervisory responsibility for the team.')).toMatchObject({
      role: 'person',
      record: 'line-management',
      people: [],
    })
  })

  it('by a record of a plan, agreed with a person from that list [R97]', () => {
    const { requirements } = read(
      'An appropriate person must be your supervisor or your mentor.',
      'Your personal development plan must be put on record and agreed with an appropriate person.',
    )
    expect(requirements[1]).toMatchObject({
      role: 'plan',
      record: 'development-plan',
      people: ['supervisor', 'mentor'],
    })
  })
})
