/** `spec check SPEC.json --qualification NUMBER|TITLE --units A,B,C`: do these units make the qualification, and if not, why? */

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sayFault } from '#contract/faults.ts'
import { checkSpecification } from '#contract/specification.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
import { AskedWrongly, qualificationAsked, unitsAsked } from './spec-asked.ts'

const usage = 'spec check SPEC.json --qualification NUMBER|TITLE --units A,B,C'

/**
 * Prints `{ valid, problems, suggestions }` to standard output; each suggestion is a whole selection, as unit ids, that
 * is valid, so none is offered while a rule is unknown. Answers with the exit code: 0 valid, 1 not valid, 2 bad input,
 * with one sentence on standard error. Reads one file, a specification or the document it is made from, and no database.
 */
export async function specCheck(args: string[]): Promise<number> {
  try {
    const { file, qualification: asked, units: codes } = readArguments(args)
    const specification = await specificationIn(file)
    const qualification = qualificationAsked(specification, asked)
    const ids = unitsAsked(specification, qualification, codes)
    const { valid, problems } = checkCombination(qualification, specification.units, ids)
    const suggestions = valid ? [] : suggestChanges(qualification, specification.units, ids)
    const certain = suggestions.filter(({ provisional }) => !provisional).map(({ unitsAfter }) => unitsAfter)
    process.stdout.write(`${JSON.stringify({ valid, problems, suggestions: certain }, null, 2)}\n`)
    return valid ? 0 : 1
  } catch (error) {
    if (!(error instanceof AskedWrongly)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

function readArguments(args: string[]): { file: string; qualification: string | null; units: string[] } {
  const options = { qualification: { type: 'string' }, units: { type: 'string', multiple: true } } as const
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }))
  const [file, ...more] = positionals
  if (!file) throw new AskedWrongly(`Say which specification to check: ${usage}.`)
  if (more.length > 0) throw new AskedWrongly(`“${more[0]}” is one argument too many: ${usage}.`)
  if (!values.units) throw new AskedWrongly(`Say which units are chosen, with --units A,B,C: ${usage}.`)
  const units = values.units.flatMap(list => list.split(',')).map(code => code.trim())
  return { file, qualification: values.qualification ?? null, units: units.filter(code => code !== '') }
}

function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    const said = error instanceof Error ? (error.message.split(/\.\s|\n/)[0] ?? '') : String(error)
    throw new AskedWrongly(`${said}: ${usage}.`)
  }
}

/** A specification in JSON, or the document it can be made from: text, DOCX or PDF. */
async function specificationIn(file: string): Promise<Specification> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new AskedWrongly(`${file} cannot be read (${error.code ?? error.message}).`)
  })
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (!/^\s*[[{]/.test(text)) return await imported(bytes, file)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AskedWrongly(`${file} begins like JSON and is not; “spec import” makes a specification of a document.`)
  }
  const read = checkSpecification(value)
  if (read.ok) return read.specification
  throw new AskedWrongly(`${file} is not a specification: ${read.faults.map(sayFault).join('; ')}.`)
}

async function imported(bytes: Uint8Array, file: string): Promise<Specification> {
  // Loaded only for a document, since reading PDF takes longer to load than a check takes.
  const { importDocument } = await import('#importer/import-document.ts')
  const outcome = await importDocument(bytes, path.basename(file))
  if ('refusal' in outcome) throw new AskedWrongly(outcome.refusal)
  return outcome.specification
}
