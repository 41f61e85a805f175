import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpecification, type SpecificationReading } from './read-specification.ts'

// The invented documents, damaged as extraction and careless editing damage them: whatever a damaged document has lost
// of what the whole one gave must be told in the report.
const folder = path.join(import.meta.dirname, 'invented')
const documents = globSync('*.txt', { cwd: folder }).map(file => readFileSync(path.join(folder, file), 'utf8'))

const read = (text: string) => readSpecification(text, { name: 'damaged', sha256: '' })

type Found = { unit: string; number: string; text: string }

function criteriaOf(reading: SpecificationReading): Found[] {
  if ('refusal' in reading) return []
  return reading.specification.units.flatMap(unit =>
    unit.outcomes.flatMap(outcome => outcome.criteria.map(({ number, text }) => ({ unit: unit.id, number, text }))),
  )
}

const undamaged = new Map(documents.map(document => [document, criteriaOf(read(document))]))

/** Criteria of the whole document that are neither in the damaged one's result nor in its report, by number or words. */
function lostInSilence(whole: string, damaged: string): Found[] {
  const reading = read(damaged)
  if ('refusal' in reading) return []
  const kept = criteriaOf(reading)
  const texts = kept.map(({ text }) => text)
  const report = reading.specification.report.map(({ criterion, message }) => `${criterion} ${message}`).join('\n')
  const isPrinted = ({ text }: Found) => damaged.includes(text.slice(0, 15))
  return (undamaged.get(whole) ?? []).filter(
    found =>
      isPrinted(found) &&
      !texts.some(text => text.startsWith(found.text.slice(0, 15))) &&
      !report.includes(found.number) &&
      !report.includes(found.text.slice(0, 15)),
  )
}

const damages = {
  'a line left out': (lines: string[], at: number) => lines.toSpliced(at, 1),
  'two lines run together': (lines: string[], at: number) =>
    lines.toSpliced(at, 2, `${lines[at] ?? ''} ${lines[at + 1] ?? ''}`),
  'two lines exchanged': (lines: string[], at: number) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  'a line printed twice': (lines: string[], at: number) => lines.toSpliced(at, 0, lines[at] ?? ''),
  'the rest cut off': (lines: string[], at: number) => lines.slice(0, at),
  'three lines run together': (lines: string[], at: number) =>
    lines.toSpliced(at, 3, lines.slice(at, at + 3).join(' ')),
  'a row put off to the end': (lines: string[], at: number) => [...lines.toSpliced(at, 1), lines[at] ?? ''],
}

const place = fc.record({
  document: fc.constantFrom(...documents),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
})

describe.each(Object.entries(damages))('with %s', (_, damage) => {
  it('nothing throws, no number stands twice in a unit, and what the source still prints is told if it is not kept [R22]', () => {
    fc.assert(
      fc.property(place, ({ document, at }) => {
        const lines = document.split('\n')
        const damaged = damage(lines, Math.floor(at * lines.length)).join('\n')
        const numbers = criteriaOf(read(damaged)).map(({ unit, number }) => `${unit} ${number}`)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(lostInSilence(document, damaged)).toEqual([])
      }),
      { seed: 27, numRuns: 100 },
    )
  })
})

it('lines in any order at all are read or refused, and never throw [R22]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents).chain(text => fc.shuffledSubarray(text.split('\n'))),
      lines => {
        expect(read(lines.join('\n'))).toBeTypeOf('object')
      },
    ),
    { seed: 28, numRuns: 100 },
  )
})
