import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { makeReader } from './reader.ts'

const limits = { seconds: 1, megabytes: 250, characters: 10_000 }
const waiting = { ofPerson: 9, ofCentre: 9 }
const reader = makeReader({ look: { places: 1, limits, waiting }, words: { places: 2, limits, waiting } })
afterAll(() => reader.close())

const module = new URL('../../../../test/hostile/readers.ts', import.meta.url)
const owner = { centreId: 'weir street', personId: 'amina' }
const here = fileURLToPath(import.meta.url)
const read = (input: { does: string; path?: string }, key?: string) =>
  reader.read('look', { module, input, owner, ...(key ? { key } : {}) })
const reads = async () => expect(await read({ does: 'read', path: here })).toEqual({ read: true })

describe('a foreign file is read in a process of its own', () => {
  it.each([
    ['loop', 'too-slow'],
    ['buffers', 'too-much-memory'],
    ['heap', 'too-much-memory'],
    ['talk', 'too-much-text'],
    ['throw', 'failed'],
    ['exit', 'failed'],
  ])('one that makes its reader %s is not read (%s), and the next one is', async (does, notRead) => {
    expect(await read({ does })).toEqual({ notRead })
    await reads()
  })

  it('a reader writes nothing and knows nothing of our environment', async () => {
    const target = path.join(tmpdir(), 'written-by-a-reader')
    expect(await read({ does: 'write', path: target })).toEqual({ read: 'ERR_ACCESS_DENIED' })
    expect(existsSync(target)).toBe(false)
    expect(process.env.PATH).toBeTruthy()
    expect(await read({ does: 'environment' })).toEqual({ read: [] })
  })

  it('a file that passed a limit is remembered and not tried again', async () => {
    expect(await read({ does: 'loop' }, 'hash of a slow file')).toEqual({ notRead: 'too-slow' })
    // The same file by its hash: another reading of it would answer otherwise.
    expect(await read({ does: 'read', path: here }, 'hash of a slow file')).toEqual({ notRead: 'too-slow' })
    expect(await read({ does: 'read', path: here }, 'hash of another file')).toEqual({ read: true })
  })

  it('a slow file of one centre leaves a place for another centre’s', async () => {
    const other = { centreId: 'northgate', personId: 'graham' }
    const work = (whose: typeof owner, does: string) =>
      reader.read('words', { module, input: { does, path: here }, owner: whose })
    const ended: string[] = []
    const slow = [work(owner, 'loop'), work(owner, 'loop')].map(one => one.then(() => ended.push('slow')))
    await work(other, 'read').then(() => ended.push('other'))
    expect(ended).toEqual(['other'])
    await Promise.all(slow)
  })
})
