/** The program of a reader process: runs the module that it is told on the file that it is given, under a guard. */
import { Worker } from 'node:worker_threads'
import type { Answer, Outcome } from './reader-process.ts'

const [megabytes = 0, characters = 0] = process.argv.slice(2).map(Number)

// In a thread of its own, because whatever reads the file may not come back.
const guard = new Worker(new URL('./reader-guard.ts', import.meta.url), { workerData: { megabytes } })
guard.unref()

process.on('message', async ({ module, input, seconds }: { module: string; input: unknown; seconds: number }) => {
  guard.postMessage({ seconds })
  const outcome = await outcomeOf(module, input)
  guard.postMessage({ seconds: null })
  process.send?.({ outcome, megabytes: process.memoryUsage.rss() / 1e6 } satisfies Answer)
})
process.on('disconnect', () => process.exit())

async function outcomeOf(module: string, input: unknown): Promise<Outcome> {
  try {
    const { default: read } = (await import(module)) as { default: (input: unknown) => unknown }
    const json = JSON.stringify((await read(input)) ?? null)
    return json.length > characters ? { notRead: 'too-much-text' } : { json }
  } catch {
    return { notRead: 'failed' }
  }
}
