import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { textOf } from '#importer/extract.ts'
import { readSpecification } from '#importer/read-specification.ts'
import type { WorkerAnswer } from './reading.ts'

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
parentPort?.postMessage(await read())

async function read(): Promise<WorkerAnswer> {
  const extracted = await textOf(bytes)
  if ('refusal' in extracted) return extracted
  // Read as it will be kept, so that the report's line numbers are those of the text that is shown.
  const text = storable(extracted.text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const reading = readSpecification(text, { name, sha256 })
  return 'refusal' in reading ? reading : { specification: reading.specification, text }
}

/** PostgreSQL keeps neither NUL nor half a character; a damaged document may hold both. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ')
}
