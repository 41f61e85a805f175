import { Refusal } from '#domain/refusal.ts'
import type { ImportOutcome } from '#importer/import-document.ts'
import type { Owner } from '#platform/reading/reader.ts'
import type { Services } from '#platform/services.ts'

type Reading = Exclude<ImportOutcome, { refusal: string }>

/**
 * Reads a document in another process. Refuses, in the importer's own sentence, what is no specification, and says which
 * limit a document passed. `sha256` is the hash of `bytes`, in hexadecimal.
 */
export async function readDocument(
  { reader }: Services,
  { bytes, name, sha256 }: { bytes: Uint8Array; name: string; sha256: string },
  owner: Owner,
): Promise<Reading> {
  const module = new URL('./import-of-document.ts', import.meta.url)
  const work = { module, input: { bytes, name }, owner, key: sha256 }
  const reading = await reader.read<ImportOutcome>('document', work)
  if (reading === 'busy') throw new Refusal('imports/busy')
  if ('notRead' in reading) throw new Refusal('imports/unreadable', { why: null, faults: [], passed: reading.notRead })
  const outcome = reading.read
  if ('refusal' in outcome)
    throw new Refusal('imports/unreadable', { why: outcome.refusal, faults: outcome.faults ?? [], passed: null })
  return outcome
}

/** SHA-256 in hexadecimal, worked out beside the event loop: a document has up to 40 MB. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex')
}
