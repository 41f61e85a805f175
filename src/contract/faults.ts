/** What is wrong with a document that came from outside, in words, with the place where it is wrong. */
import type { z } from 'zod'

/** `path` as one would write it in JavaScript, `units[3].credit`; empty for the whole. `message` completes "it …". */
export type Fault = { path: string; message: string }

type Issue = z.core.$ZodIssue

/**
 * Every fault of a failed reading, each once, in the order found. Where one of several shapes was possible, the faults
 * are those of the shape that was evidently meant.
 */
export function faultsIn(error: z.ZodError): Fault[] {
  const faults = error.issues.flatMap(issue => faultsOfIssue(issue, []))
  return [...new Map(faults.map(fault => [`${fault.path} ${fault.message}`, fault])).values()]
}

/** "units[3].credit must be a whole number", for people. */
export function sayFault({ path, message }: Fault): string {
  return `${path || 'the document'} ${message}`
}

function faultsOfIssue(issue: Issue, before: PropertyKey[]): Fault[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') return faultsOfUnion(issue.errors as Issue[][], path, issue.message)
  return [{ path: written(path), message: messageOf(issue) }]
}

function faultsOfUnion(shapes: Issue[][], path: PropertyKey[], said: string): Fault[] {
  // A shape is meant when it has no field missing at the top and none that it does not know.
  const meant = shapes.find(issues =>
    issues.every(issue => issue.path.length > 0 && !(issue.path.length === 1 && issue.input === undefined)),
  )
  if (meant) return meant.flatMap(issue => faultsOfIssue(issue, path))
  const [kind] = shapes.flatMap(([first]) => (first?.code === 'invalid_type' ? [wanted(first.expected)] : []))
  return [{ path: written(path), message: said === 'Invalid input' && kind ? `must be ${kind}` : said }]
}

const wanted = (kind: string) => kinds[kind] ?? kind

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function messageOf(issue: Issue): string {
  const missing = issue.input === undefined ? ' and is missing' : ''
  if (issue.code === 'invalid_type') return `must be ${wanted(issue.expected)}${missing}`
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.map(value => `“${String(value)}”`).join(' or ')}${missing}`
  if (issue.code === 'unrecognized_keys')
    return `has ${issue.keys.map(key => `“${key}”`).join(', ')}, which the format does not know`
  return issue.message
}

function written(path: PropertyKey[]): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}
