import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import { noRealDocuments, realText } from '#test/real-documents.ts'
import { readSpecification, type SpecificationReading } from './read-specification.ts'

const read = (text: string) => readSpecification(text, { name: 'any', sha256: '' })

/** What must hold for any text at all: no number twice, numbers in order, and no word that the text does not have. */
function expectSound(reading: SpecificationReading, text: string): void {
  if ('refusal' in reading) {
    expect(reading.refusal).toMatch(/^[A-Z].*\.$/)
    return
  }
  const printed = bare(text)
  const ids = reading.specification.units.map(unit => unit.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const unit of reading.specification.units) {
    const numbers = unit.outcomes.flatMap(outcome => outcome.criteria.map(criterion => criterion.number))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { criteria } of unit.outcomes) {
      const inOutcome = criteria.map(criterion => criterion.number).filter(number => /^\d/.test(number))
      expect(inOutcome).toEqual(inOutcome.toSorted(compareNumbers))
      for (const { text: words } of criteria) expect(printed).toContain(bare(words))
    }
  }
}

/** Letters and figures only: what is left of a text when white space, tags and Markdown are set aside. */
function bare(text: string): string {
  return text.replace(/<[^<>]*>/g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

const phrase = fc.constantFrom(
  'Explain why tides matter',
  'Describe two boats',
  'prepare the nets: a) small b) large',
  'Understand ropes',
  'Be able to sail',
  'Know the winds',
)
const number = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }))
const line = fc.oneof(
  fc.constantFrom(
    'Unit 1',
    'Unit 2: Row a boat',
    'A/506/2130 Mend nets - Mandatory Unit',
    'Title\tTie knots',
    'Level\t2',
  ),
  fc.constantFrom(
    'Learning Outcomes The learner will:\tAssessment Criteria The learner can:',
    'Assessment criteria',
    '',
  ),
  fc.constantFrom('Evidence Requirements', 'Simulation is not allowed.', 'Assessor signature:', 'Date:', 'Page 3'),
  fc.constantFrom('Unit\tAccreditation number\tLevel\tCredit', '1.\tTie knots\tF/506/2131\t2\t3', '601/3544/X'),
  fc.tuple(number, phrase).map(([[outcome, at], words]) => `${outcome}.${at} ${words}`),
  fc.tuple(number, phrase, phrase).map(([[o, at], one, two]) => `${o}.${at} ${one} ${o}.${at + 1} ${two}`),
  fc.tuple(number, phrase).map(([[outcome], words]) => `${outcome}. ${words}\t${outcome}.1 ${words} again`),
  phrase,
  phrase.map(words => `• ${words}`),
  phrase.map(words => `a) ${words}`),
  fc.string(),
)

describe('whatever the text', () => {
  it('nothing throws, no number stands twice, and every word is the document’s own [R18, R22]', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), lines => {
        const text = lines.join('\n')
        expectSound(read(text), text)
      }),
      { seed: 22, numRuns: 400 },
    )
  })

  it('rubbish gives one sentence [R22]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => expectSound(read(text), text)),
      { seed: 23, numRuns: 300 },
    )
  })
})

describe.skipIf(noRealDocuments)('the real documents, damaged further', () => {
  it('are read or refused, never wrongly numbered [R18, R22]', () => {
    const texts = ['001', '002', '004'].map(realText)
    const cut = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 500, max: 15_000 }),
      joined: fc.boolean(),
      dropped: fc.array(fc.nat(400), { maxLength: 40 }),
    })
    fc.assert(
      fc.property(cut, ({ text, from, length, joined, dropped }) => {
        const start = Math.floor(from * Math.max(0, text.length - length))
        const lines = text.slice(start, start + length).split('\n')
        const kept = lines.filter((_, at) => !dropped.includes(at))
        const damaged = joined ? kept.join(' ').replace(/ {2,}/g, '\n') : kept.join('\n')
        expectSound(read(damaged), damaged)
      }),
      { seed: 24, numRuns: 80 },
    )
  })
})

it('400 kB of text are read to their end, however they are made up [R22]', () => {
  const unit = (n: number) =>
    `Unit ${n}: Mend net ${n}\nLearning outcomes\n1. Understand net ${n}\n${Array.from({ length: 12 }, (_, at) => `1.${at + 1} Explain part ${at} of net ${n}`).join('\n')}\n`
  const criteriaIn = (text: string) => {
    const reading = read(text)
    if ('refusal' in reading) return null
    return reading.specification.units.flatMap(u => u.outcomes.flatMap(o => o.criteria)).length
  }
  expect(criteriaIn(Array.from({ length: 900 }, (_, at) => unit(at + 1)).join('\n'))).toBe(900 * 12)
  expect(criteriaIn(`Unit 1: A net\nLearning outcomes\n${'1.1 Explain it 1.2 Explain more '.repeat(12_000)}`)).toBe(2)
  expect(criteriaIn('<p>'.repeat(130_000))).toBeNull()
  expect(criteriaIn('('.repeat(400_000))).toBeNull()
  expect(criteriaIn('Level 2 '.repeat(50_000))).toBeNull()
})
