/** The words in a file, read in a thread of its own: a large or broken document holds up nobody and ends nothing. */
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

const longest = 20_000
const largest = 20_000_000
let last: Promise<unknown> = Promise.resolve()

const readable = /^text\/|^application\/pdf$|wordprocessingml|^message\/rfc822$/

/** Whether there are words in a file of this type that we can read. */
export const hasWords = (mediaType: string, size: number): boolean => readable.test(mediaType) && size <= largest

/** The text of a file, or null where it cannot be read. One at a time. */
export function textOfFile(path: string): Promise<string | null> {
  const turn = last.then(async () => inWorker(await readFile(path)))
  last = turn.catch(() => {})
  return turn
}

function inWorker(bytes: Uint8Array): Promise<string | null> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./text-worker.ts', import.meta.url), {
      workerData: { bytes },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const end = (text: string | null) => {
      clearTimeout(timer)
      resolve(text)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(null), longest)
    worker.once('message', end)
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
