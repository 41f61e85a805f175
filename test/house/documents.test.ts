import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { documents } from '../../bin/documents/all.ts'
import { ownDatabase } from './own-database.ts'
import { root } from './text/sources.ts'

const own = ownDatabase()
const folder = path.join(root, 'docs/generated')

it.each(Object.keys(documents))('docs/generated/%s is what `npm run generate` writes', async name => {
  const file = path.join(folder, name)
  const fresh = await documents[name]?.(own.url)
  // Compared as yes or no: a difference of a thousand lines tells nobody more than the command does.
  expect(existsSync(file) && readFileSync(file, 'utf8') === fresh).toBe(true)
})

it('nothing else stands in docs/generated', () => {
  expect(readdirSync(folder).filter(f => !(f in documents))).toEqual([])
})
