/** The national occupational standard that a unit derives from, in its version (R26). */

import { Refusal } from '#domain/refusal.ts'

export type StandardVersion = { number: number; name: string }

/** What a unit derives from: a version of a standard, or null where somebody has found that it derives from none. */
export type Derivation = { standardId: string; version: number } | null

const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** Refuses a version whose name the standard has already: a version is told by its name. */
export function checkNewVersion(versions: StandardVersion[], name: string): void {
  if (versions.some(v => plain(v.name) === plain(name)))
    throw new Refusal('occupational-standards/version-known', { name })
}

/** The units that rest on an older version than the newest: those to be looked at when a standard changes (R26). */
export function affectedUnits<U extends { version: number }>(versions: StandardVersion[], units: U[]): U[] {
  const newest = Math.max(0, ...versions.map(v => v.number))
  return units.filter(unit => unit.version < newest)
}
