/** Takes the bytes of a file all the way to a specification. */

import { createHash } from 'node:crypto'
import { textOf } from './extract.ts'
import { readSpecification, type SpecificationReading } from './read-specification.ts'

export type ImportOutcome = SpecificationReading

/**
 * Reads a file, whatever it is, into a specification with its report. `name` is what the file is called, for the
 * record only: its kind is told from its bytes. Never throws; a file that cannot be read gives one sentence.
 */
export async function importDocument(bytes: Uint8Array, name: string): Promise<ImportOutcome> {
  try {
    const extracted = await textOf(bytes)
    if ('refusal' in extracted) return extracted
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return readSpecification(extracted.text, { name, sha256 })
  } catch {
    return { refusal: 'This file could not be read. It may be damaged; open it and save it again, then try once more.' }
  }
}
