import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineOf } from './invented/outline.ts'
import { readSpecification } from './read-specification.ts'

// Every document in the folder is invented, in the shapes in which awarding organisations publish. Beside each stands
// what must come out of it: every criterion once, under its unit and outcome, nothing else, and the report.
const folder = path.join(import.meta.dirname, 'invented')
const names = globSync('*.txt', { cwd: folder }).toSorted()
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

function outlined(text: string): string {
  const reading = readSpecification(text, { name: 'invented.txt', sha256: '' })
  return 'refusal' in reading ? reading.refusal : outlineOf(reading.specification)
}

const lineNumbers = / line \d+$/gm

describe('a document in another organisation’s layout', () => {
  it.each(names)('%s comes out whole: units, criteria, rules and report [R19, R22, R28, R30, R43]', name => {
    expect(outlined(textOf(name))).toBe(textOf(name.replace('.txt', '.outline')))
  })

  it.each(names)('%s reads the same with the line ends, hard spaces and soft hyphens of other programs [R22]', name => {
    const text = textOf(name)
    const other = text
      .replace(/(?<=\p{L}{4})(?=\p{L}{4})/gu, '\u00AD')
      .replace(/(?<=[^\n]{10}) (?=\p{L})/gu, '\u00A0')
      .replaceAll('\n', '\r\n')
    expect(outlined(other)).toBe(outlined(text))
  })

  it.each(names)(
    '%s reads the same with blank lines between all its lines, save where the report points [R22]',
    name => {
      const text = textOf(name)
      const spaced = text.replaceAll('\n', '\n\n')
      expect(outlined(spaced).replace(lineNumbers, '')).toBe(outlined(text).replace(lineNumbers, ''))
    },
  )
})
