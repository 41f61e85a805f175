import { parentPort, workerData } from 'node:worker_threads'
import { textOf } from '#importer/extract.ts'

const extracted = await textOf((workerData as { bytes: Uint8Array }).bytes)
parentPort?.postMessage('refusal' in extracted ? null : extracted.text)
