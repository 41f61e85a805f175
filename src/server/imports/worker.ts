import { parentPort, workerData } from 'node:worker_threads'
import { importDocument } from '#importer/import-document.ts'
import type { WorkerAnswer } from './reading.ts'

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
parentPort?.postMessage(storable(await importDocument(bytes, name)) satisfies WorkerAnswer)

/** PostgreSQL keeps neither NUL nor half a character, and a data file may spell either out where no text shows it. */
function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', ' ') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)])) as T
}
