import { parentPort, workerData } from 'node:worker_threads'
import { importDocument } from '#importer/import-document.ts'
import type { WorkerAnswer } from './reading.ts'

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
parentPort?.postMessage((await importDocument(bytes, name)) satisfies WorkerAnswer)
