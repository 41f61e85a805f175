import { type ImportOutcome, importDocument } from '#importer/import-document.ts'

/** A document as a specification with its report. Runs in a reader process. */
export default async function importOfDocument(file: { bytes: Uint8Array; name: string }): Promise<ImportOutcome> {
  return storable(await importDocument(file.bytes, file.name))
}

/** PostgreSQL keeps neither NUL nor half a character, and a data file may spell either out where no text shows it. */
function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', ' ') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)])) as T
}
