import { expect, it } from 'vitest'
import { requirementsDocument } from '../../../bin/documents/requirements.ts'
import { sources } from './sources.ts'

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
/** The parts of the ledger that are said to be built; numbers only, since its wording is not ours. */
const asked = [...upTo(13, 44), ...upTo(67, 118)]

const proved = new Set([...requirementsDocument().matchAll(/^## R(\d+)$/gm)].map(m => Number(m[1])))
const [document] = sources('docs/requirements-open.md')
const open = [...(document?.text ?? '').matchAll(/^\| R(\d+) \| (.+) \|$/gm)].map(m => ({
  number: Number(m[1]),
  why: m[2] as string,
}))

it('a requirement has a test that carries its number, or a line saying why it has none', () => {
  const told = new Set(open.map(o => o.number))
  expect(asked.filter(n => !proved.has(n) && !told.has(n)).map(n => `R${n}`)).toEqual([])
})

it('no line says that a test is missing where there is one, unless the work is under way', () => {
  expect(open.filter(o => proved.has(o.number) && !/under way/.test(o.why)).map(o => `R${o.number}`)).toEqual([])
})

it('each line is about a requirement of these parts, once, and says why', () => {
  const numbers = open.map(o => o.number)
  expect(numbers).toEqual([...new Set(numbers)].filter(n => asked.includes(n)).sort((a, b) => a - b))
  expect(open.filter(o => o.why.trim().length < 10)).toEqual([])
})
