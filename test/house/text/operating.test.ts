import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { people, samplePassword } from '#cast/people.ts'
import { root, sources } from './sources.ts'

const textOf = (path: string) => sources(path)[0]?.text ?? ''
const operating = textOf('docs/operating.md')

it('the table of configuration names every variable that is read, and no other', () => {
  const read = [...textOf('src/server/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm)].map(m => m[1]).sort()
  const told = [...operating.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(m => m[1]).sort()
  expect(read.length).toBeGreaterThan(5)
  expect(told).toEqual(read)
})

it('what the README says of configuration stands in that table too', () => {
  const told = [...textOf('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(m => m[1] as string)
  expect(told.filter(name => !operating.includes(`| \`${name}\` |`))).toEqual([])
})

it('every file that a document links to is there', () => {
  const broken = sources('*.md', 'docs/**/*.md').flatMap(({ path: from, text }) =>
    [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(m => m[1] as string)
      .filter(to => !/^[a-z]+:/.test(to) && !existsSync(path.join(root, path.dirname(from), to)))
      .map(to => `${from} → ${to}`),
  )
  expect(broken).toEqual([])
})

it('the people whom the README names can sign in as it says', () => {
  const readme = textOf('README.md')
  const addresses = [...readme.matchAll(/`([\w.]+@[\w.-]+)`/g)].map(m => m[1] as string)
  expect(addresses.length).toBeGreaterThan(4)
  expect(addresses.filter(a => !people.some(p => p.email === a && readme.includes(`| ${p.name},`)))).toEqual([])
  expect(readme).toContain(`\`${samplePassword}\``)
})
