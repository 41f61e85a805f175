import path from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { type Source, sources } from './sources.ts'

/** One import: who, whom (a path from the root, or a package's or built-in's name), and whether only types are taken. */
export type Import = { from: string; to: string; typeOnly: boolean }

const aliases = Object.entries(packageJson.imports).map(([alias, target]) => ({
  start: alias.slice(0, -1),
  to: target.slice(2, -1),
}))

/**
 * The imports of a file, read off its text: TypeScript 7 is native and offers no parser to programs. The formatter
 * keeps import statements in the three shapes looked for here.
 */
export function importsOf({ path: file, text }: Source): Import[] {
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: file, to: resolve(file, specifier), typeOnly })
  for (const m of text.matchAll(/^(?:import|export)\s+(type\s+)?((?:[\w$*]|[{},\s])+?)\s+from\s+['"]([^'"\n]+)['"]/gm))
    add(m[3] as string, Boolean(m[1]) || onlyTypes(m[2] as string))
  for (const m of text.matchAll(/^import\s+['"]([^'"\n]+)['"]/gm)) add(m[1] as string, false)
  for (const m of text.matchAll(/(\.\s*)?\bimport\(\s*['"]([^'"\n]+)['"]\s*\)(\s*\.\s*[A-Z])?/g))
    add(m[2] as string, Boolean(m[3]))
  return found
}

/** `{ type A, type B }` takes types only, though the statement does not begin with `import type`. */
const onlyTypes = (names: string) =>
  /^\{[^}]*\}$/.test(names.trim()) &&
  names
    .replace(/[{}]/g, '')
    .split(',')
    .map(n => n.trim())
    .filter(Boolean)
    .every(n => n.startsWith('type '))

function resolve(from: string, specifier: string): string {
  const alias = aliases.find(a => specifier.startsWith(a.start))
  if (alias) return alias.to + specifier.slice(alias.start.length)
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier).replace(/\?.*$/, '')
  return specifier
}

export const isOurs = (to: string): boolean => /^(src|db|test|bin|bench)\//.test(to) || /^[\w.-]+\.(json|ts)$/.test(to)

export const everyImport = (): Import[] =>
  sources('src/**/*.{ts,tsx}', 'db/**/*.ts', 'test/**/*.{ts,tsx}', 'bin/*.ts', 'bench/**/*.ts').flatMap(importsOf)
