import { Worker } from 'node:worker_threads'
import { Refusal } from '#domain/refusal.ts'
import type { ImportOutcome } from '#importer/import-document.ts'

type Reading = Exclude<ImportOutcome, { refusal: string }>
export type WorkerAnswer = ImportOutcome | { failure: string }

const longest = 180_000
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a document in a thread of its own, one at a time, so that a large file never stalls the server.
 * Refuses, in the importer's own sentence, what is no specification.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Reading> {
  // Each that waits holds its file in memory and a connection: a few may, a crowd may not.
  if (waiting >= 4) throw new Refusal('imports/busy')
  waiting++
  const turn = last.then(() => inWorker(bytes, name))
  last = turn.catch(() => {})
  try {
    const answer = await turn
    if ('failure' in answer) throw new Refusal('imports/unreadable', { why: null, faults: [] })
    if ('refusal' in answer)
      throw new Refusal('imports/unreadable', { why: answer.refusal, faults: answer.faults ?? [] })
    return answer
  } finally {
    waiting--
  }
}

/** What the reader throws at is the document's fault, not ours: the answer says that it cannot be read. */
function inWorker(bytes: Uint8Array, name: string): Promise<WorkerAnswer> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    const timer = setTimeout(() => end({ failure: 'took too long' }), longest)
    const end = (answer: WorkerAnswer) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    worker.once('message', end)
    worker.once('error', error => end({ failure: error.message }))
    worker.once('exit', code => end({ failure: `ended with ${code}` }))
  })
}
