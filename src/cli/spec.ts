/** `spec import FILE [--out FILE]`: a specification out of a document, without a server or a database. */

import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importDocument } from '#importer/import-document.ts'
import { reportText } from '#importer/report-text.ts'

const usage = 'spec import FILE [--out FILE]'

/**
 * Writes the specification as JSON to standard output, or to the file named, and the report to standard error.
 * Gives 0 when something usable was read, warnings or not, and 2 with one sentence when not.
 */
export async function specImport(args: string[]): Promise<number> {
  const asked = argumentsIn(args)
  if (asked === null) return refuse(usage)
  const bytes = await bytesOf(asked.file)
  if (bytes === null) return refuse(`${asked.file} cannot be opened.`)
  const outcome = await importDocument(bytes, path.basename(asked.file))
  if ('refusal' in outcome) return refuse([outcome.refusal, ...(outcome.faults ?? [])].join('\n'))
  const json = `${JSON.stringify(outcome.specification, null, 2)}\n`
  if (asked.out !== undefined && !(await written(asked.out, json))) return refuse(`${asked.out} cannot be written.`)
  if (asked.out === undefined) await print(json)
  process.stderr.write(reportText(outcome.specification))
  return 0
}

function argumentsIn(args: string[]): { file: string; out: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true })
    const [file, ...others] = positionals
    return file === undefined || others.length > 0 ? null : { file, out: values.out }
  } catch {
    return null
  }
}

// A file too large to be imported is not read into memory either: importDocument refuses it by its size.
const mostBytes = 45_000_000

async function bytesOf(file: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(file)
    return size > mostBytes ? new Uint8Array(mostBytes) : await readFile(file)
  } catch {
    return null
  }
}

async function written(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text)
    return true
  } catch {
    return false
  }
}

// Waits until a pipe has taken everything: the process may end right after.
function print(text: string): Promise<void> {
  return new Promise(resolve => process.stdout.write(text, () => resolve()))
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}
