/** Our own JSON coming back: a specification that was exported, or written by hand or by another program. */

import { sayFault } from '#contract/faults.ts'
import { checkSpecification } from '#contract/specification.ts'
import { type Specification, specificationFormat } from '#domain/qualifications/specification.ts'
import { caseSpecification, isCasePackage } from './case.ts'
import type { Refused, Source, SpecificationReading } from './read-specification.ts'

const mostFaults = 200

/** The text is the JSON on lines of its own, whatever it was written on: that is what people look at. */
type JsonReading = { specification: Specification; text: string } | Refused

/**
 * What a text that is JSON holds: `countersign.specification/1` or a CFPackage of CASE 1.1; null for a text that is no
 * JSON. Refuses other JSON, and a specification in which anything is not as the format has it, with every fault named.
 */
export function jsonSpecification(text: string, source: Source): JsonReading | null {
  if (!/^\uFEFF?\s*\{/.test(text)) return null
  const parsed = parsedJson(text)
  if ('refusal' in parsed) return looksLikeOurs(text) ? parsed : null
  const { value } = parsed
  const reading = isCasePackage(value) ? fromCase(value, source) : fromOurs(text, value)
  return 'refusal' in reading ? reading : { ...reading, text: JSON.stringify(value, null, 2) }
}

function fromOurs(text: string, value: unknown): SpecificationReading {
  if (!looksLikeOurs(text))
    return { refusal: 'This is JSON, but neither a specification of ours nor a CFPackage of CASE 1.1.' }
  const checked = checkSpecification(value)
  if (!checked.ok)
    return refused('This specification is JSON of ours, but it is not as the format has it.', checked.faults)
  // Lines of a report count the text that was read then, which is not the text that is shown beside it now.
  const report = checked.specification.report.map(line => ({ ...line, line: null }))
  return { specification: { ...checked.specification, report } }
}

function fromCase(value: object, source: Source): SpecificationReading {
  const read = caseSpecification(value, source)
  if ('refusal' in read) return read
  const checked = checkSpecification(read.specification)
  return checked.ok ? checked : refused('This CASE package holds values that a specification cannot.', checked.faults)
}

function refused(refusal: string, faults: Parameters<typeof sayFault>[0][]): Refused {
  return { refusal, faults: faults.slice(0, mostFaults).map(sayFault) }
}

/** JSON can spell out what no database keeps: NUL and half a character. */
const keepable = (value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', ' ') : value)

/** Told by its name for the format, so that a broken file of ours is not read as if it were a handbook. */
const looksLikeOurs = (text: string) =>
  text.slice(0, 5_000).includes(`${specificationFormat.split('/')[0]}/`) || text.includes('"CFDocument"')

function parsedJson(text: string): { value: unknown } | Refused {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, ''), (_key, value) => keepable(value)) }
  } catch (error) {
    const where = /line (\d+)/.exec((error as Error).message)?.[1] ?? lineAt(text, error)
    return { refusal: `This file is JSON that was cut off or mistyped${where ? ` near line ${where}` : ''}.` }
  }
}

function lineAt(text: string, error: unknown): number | null {
  const position = /position (\d+)/.exec((error as Error).message)?.[1]
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}
