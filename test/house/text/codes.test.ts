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

/** A code may be put together: `files/${what}` uses every sentence that begins so. */
const composed = [...server, ...web]
  .flatMap(f => [...f.text.matchAll(/`([a-z-]+\/[a-z-]*)\$\{/g)].map(m => m[1] as string))
  .filter(start => /^[a-z-]+\/$|needs-role-$/.test(start))

it('every refusal and every verdict has its sentence', () => {
  const missing = [...codesIn(server), ...roleCodes].filter(code => !(code in sentences))
  expect([...new Set(missing)].sort()).toEqual([])
})

it('no sentence is left over from a code that is gone', () => {
  const used = new Set([...codesIn(server), ...codesIn(web), ...roleCodes])
  const dead = Object.keys(sentences).filter(code => !used.has(code) && !composed.some(start => code.startsWith(start)))
  expect(dead).toEqual([])
})

it('every sentence can be said without details, and never shows its code', () => {
  const faulty = Object.entries(sentences).filter(([code, say]) => say({}).length < 10 || say({}).includes(code))
  expect(faulty.map(([code]) => code)).toEqual([])
})
