import { expect, it } from 'vitest'
import { sentences } from '../../../src/web/words/index.ts'
import { sources } from './sources.ts'

const isCode = (path: string) => !/queries\.ts$|\.test\.tsx?$/.test(path)
const server = sources('src/{domain,policy,server}/**/*.ts').filter(f => isCode(f.path))
const web = sources('src/web/**/*.{ts,tsx}').filter(f => isCode(f.path) && !f.path.startsWith('src/web/words/'))
const nouns = new Set([...server.map(f => /^src\/(?:domain|server)\/([a-z-]+)\//.exec(f.path)?.[1] ?? ''), 'platform'])

/** Strings that look like `noun/what-is-wrong`. */
const codesIn = (files: typeof server): string[] => [
  ...new Set(
    files
      .flatMap(f => [...f.text.matchAll(/['"`]([a-z]+(?:-[a-z]+)*)\/([a-z]+(?:-[a-z0-9]+)*)['"`]/g)])
      .filter(m => nouns.has(m[1] as string))
      .map(m => `${m[1]}/${m[2]}`),
  ),
]
/** A policy of `holders(…)` denies with the first role that it names. */
const roleCodes = server.flatMap(f =>
  [...f.text.matchAll(/\bholders\(\s*'([a-z-]+)'/g)].map(m => `people/needs-role-${m[1]}`),
)

it('every refusal and every verdict has its sentence', () => {
  const missing = [...codesIn(server), ...roleCodes].filter(code => !(code in sentences))
  expect([...new Set(missing)].sort()).toEqual([])
})

it('no sentence is left over from a code that is gone', () => {
  const used = new Set([...codesIn(server), ...codesIn(web), ...roleCodes])
  const dead = Object.keys(sentences).filter(code => !used.has(code) && !code.startsWith('people/needs-role-'))
  expect(dead).toEqual([])
})

it('a sentence can be said, ends as one, and never shows its code', () => {
  const faulty = Object.entries(sentences).filter(([code, say]) => {
    const text = say({})
    return !/[.?!…”)]$/.test(text.trim()) || text.includes(code)
  })
  expect(faulty.map(([code]) => code)).toEqual([])
})
