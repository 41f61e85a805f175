/** What JSON can say and the database cannot keep is a fault of its field, found before anything else looks at it. */
import type { Fault } from './problems.ts'

/** No form of ours is nested half as deep, and nothing that walks through it may run out of stack. */
const deepest = 100

/** The faults of a value, each with its place. Nearly all input has none, which is found out without naming any place. */
export function unkeepable(value: unknown, prefix = ''): Fault[] {
  return isKeepable(value, 0) ? [] : faultsOf(value, prefix ? [prefix] : [])
}

const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
const isName = (name: string): boolean => name !== '__proto__' && isText(name)

function isKeepable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isText(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return true
  if (depth >= deepest) return false
  if (Array.isArray(value)) return value.every(v => isKeepable(v, depth + 1))
  return Object.entries(value).every(([name, v]) => isName(name) && isKeepable(v, depth + 1))
}

function faultsOf(value: unknown, path: string[]): Fault[] {
  const fault = (message: string): Fault[] => [{ path: path.join('.'), message }]
  if (typeof value === 'string')
    return isText(value) ? [] : fault('This holds a character that cannot be kept; type it again')
  if (typeof value === 'number') return Number.isFinite(value) ? [] : fault('This number is too large')
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  if (path.length > deepest) return [{ path: path.slice(0, 3).join('.'), message: 'This is nested too deeply' }]
  return Object.entries(value).flatMap(([name, v]) =>
    isName(name) ? faultsOf(v, [...path, name]) : fault('This has a field whose name cannot be kept'),
  )
}
