import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'countersign-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise(resolve => {
    // Without an environment: neither a server nor a database can be found, and none is needed.
    execFile(
      process.execPath,
      [main, 'spec', 'import', ...args],
      { env: {}, maxBuffer: 50_000_000 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

function file(name: string, text: string): string {
  const where = path.join(folder, name)
  writeFileSync(where, text)
  return where
}

const unit = 'Unit 1: Weave a basket\nLevel: 2\nLearning outcomes\n1. Be able to weave\n1.1 Weave a base\n1.3 Trim it\n'

describe('spec import', () => {
  it('writes the specification to standard output and the report to standard error [R22]', async () => {
    const { code, out, err } = await run(file('unit.txt', unit))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      format: 'countersign.specification/1',
      source: { name: 'unit.txt', sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    })
    expect(err).toMatch(/^Read 0 qualifications, 1 unit, 1 outcome, 2 criteria\.\n/)
    expect(err).toContain('warning: unit 1, 1.2, line 5: ')
  })

  it('writes the specification to the file named [R22]', async () => {
    const to = path.join(folder, 'out.json')
    const { code, out } = await run(file('unit.txt', unit), '--out', to)
    expect([code, out]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(to, 'utf8')).units).toHaveLength(1)
  })

  it('gives 2 and one sentence for what is no specification [R22]', async () => {
    const runs = [run(file('note.txt', 'Buy milk.')), run(path.join(folder, 'missing.txt')), run()]
    for (const { code, out, err } of await Promise.all(runs)) {
      expect([code, out]).toEqual([2, ''])
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })
})
