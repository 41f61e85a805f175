/** Takes the bytes of a file all the way to a specification. */

import { createHash } from 'node:crypto'
import type { Specification } from '#domain/qualifications/specification.ts'
import { textOf } from './extract.ts'
import { jsonSpecification } from './own-json.ts'
import { type Refused, readSpecification, type Source, type SpecificationReading } from './read-specification.ts'
import { type Table, textTable, workbookTable } from './table.ts'
import { templateSpecification } from './template.ts'

/** The specification, and the text by whose lines its report counts. */
export type ImportOutcome = { specification: Specification; text: string } | Refused

const mostBytes = 40_000_000

/**
 * Reads a file, whatever it is, into a specification with its report: a document, our own JSON, a CFPackage of CASE 1.1
 * or a filled-in template. `name` is what the file is called, for the record only: its kind is told from its bytes.
 * Never throws; a file that cannot be read gives one sentence.
 */
export async function importDocument(bytes: Uint8Array, name: string): Promise<ImportOutcome> {
  try {
    const source = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
    const workbook = bytes.length <= mostBytes ? await workbookTable(bytes) : null
    if (workbook) return fromTable(workbook, source)
    const extracted = await textOf(bytes)
    if ('refusal' in extracted) return extracted
    const text = storable(extracted.text)
    const data = isText(bytes) ? fromData(text, source) : null
    return data ?? withText(readSpecification(text, source), text)
  } catch {
    return { refusal: 'This file could not be read. It may be damaged; open it and save it again, then try once more.' }
  }
}

/** A table in a document is part of the document: only a file that is text from the start can be data. */
const isText = (bytes: Uint8Array) => !/^(?:%PDF-|PK\u0003)/.test(String.fromCharCode(...bytes.slice(0, 5)))

function fromData(text: string, source: Source): ImportOutcome | null {
  const table = textTable(text)
  return table ? fromTable(table, source) : jsonSpecification(text, source)
}

function fromTable(table: Table | Refused, source: Source): ImportOutcome {
  if ('refusal' in table) return table
  return withText(templateSpecification(table.headings, table.rows, source), table.text)
}

const withText = (reading: SpecificationReading, text: string): ImportOutcome =>
  'refusal' in reading ? reading : { ...reading, text }

/** PostgreSQL keeps neither NUL nor half a character; a damaged document may hold both. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ')
}
