/** Readers that do what a hostile file makes a real one do. `input` says which. */
import { existsSync, writeFileSync } from 'node:fs'

type Input = {
  does: 'loop' | 'buffers' | 'heap' | 'talk' | 'throw' | 'exit' | 'write' | 'environment' | 'read'
  path?: string
}

export default async function read({ does, path }: Input): Promise<unknown> {
  const held: unknown[] = []
  if (does === 'loop') for (;;);
  if (does === 'buffers') for (;;) held.push(Buffer.alloc(5_000_000, 1))
  if (does === 'heap') for (;;) held.push({ text: `${held.length}` })
  if (does === 'talk') return 'x'.repeat(100_000)
  if (does === 'throw') throw new Error('damaged')
  if (does === 'exit') process.exit(3)
  if (does === 'write') return tried(() => writeFileSync(path ?? '', 'x'))
  if (does === 'environment') return Object.keys(process.env)
  return existsSync(path ?? '')
}

function tried(work: () => void): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}
