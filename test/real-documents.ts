/**
 * The documents of awarding organisations that stand beside the project. They belong to their makers and are no part of
 * this repository: where they are absent, what reads them is skipped, which `npm test` says, and the invented documents stand for them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Specification } from '#domain/qualifications/specification.ts'
import { readSpecification } from '#importer/read-specification.ts'

const folder = fileURLToPath(new URL('../../shared/sources', import.meta.url))

/** For `describe.skipIf` and `it.skipIf`. */
export const noRealDocuments = !existsSync(folder)

/** Where the document with this number is. */
export function realDocument(number: string): string {
  const [file] = globSync(`${number}_*.txt`, { cwd: folder })
  if (!file) throw new Error(`No document ${number} is beside the project.`)
  return path.join(folder, file)
}

export const realText = (number: string) => readFileSync(realDocument(number), 'utf8')

export const readRealDocument = (number: string) =>
  readSpecification(realText(number), { name: path.basename(realDocument(number)), sha256: '' })

const known = new Map<string, Specification>()

/** What the importer makes of it, read once. */
export function realSpecification(number: string): Specification {
  const earlier = known.get(number)
  if (earlier) return earlier
  const reading = readRealDocument(number)
  if ('refusal' in reading) throw new Error(reading.refusal)
  known.set(number, reading.specification)
  return reading.specification
}
