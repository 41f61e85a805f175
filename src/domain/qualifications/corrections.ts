/** What a person put right after a document was read: kept apart from what was read, in order, each undoable. */

import { Refusal } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { Rule, Selector, Specification } from './specification.ts'

/** Where a value stands in a specification as read: `units/16/outcomes/0/criteria/2/text`. */
export type Path = string

export type Correction = { id: string; path: Path; from: unknown; to: unknown; by: string; at: Instant }

/**
 * The specification with every correction made, in their order; what was read stays untouched. A unit's new number is
 * also put wherever qualifications and their rules name it. Refuses a path at which nothing stands. R22.
 */
export function corrected(read: Specification, corrections: Pick<Correction, 'path' | 'to'>[]): Specification {
  return corrections.reduce((specification, { path, to }) => {
    const before = valueAt(specification, path)
    const after = setAt(specification, segmentsOf(path), to, path) as Specification
    return /^units\/\d+\/id$/.test(path) ? renamed(after, String(before), String(to)) : after
  }, read)
}

/** The value at a path. Refuses a path at which nothing stands. */
export function valueAt(specification: Specification, path: Path): unknown {
  return segmentsOf(path).reduce<unknown>((value, segment) => {
    if (!has(value, segment)) throw new Refusal('qualifications/no-such-place', { path })
    return (value as Record<string, unknown>)[segment]
  }, specification)
}

/** A further correction: one of a place that was corrected before replaces it, and one that restores what was read ends it. */
export function withCorrection(read: Specification, corrections: Correction[], next: Correction): Correction[] {
  if (!/^(qualifications|units)\/|^source\/(awardingOrganisation|documentTitle|documentVersion)$/.test(next.path))
    throw new Refusal('qualifications/no-such-place', { path: next.path })
  const earlier = standingCorrection(corrections, next.path)
  const inside =
    earlier && corrections.some((one, at) => one.path.startsWith(`${next.path}/`) && at > corrections.indexOf(earlier))
  if (earlier && !inside) {
    const at = corrections.indexOf(earlier)
    const rest = corrections.toSpliced(at, 1)
    const before = valueAt(corrected(read, rest), next.path)
    const list = same(before, next.to) ? rest : corrections.toSpliced(at, 1, { ...next, from: before })
    return working(read, list)
  }
  const before = valueAt(corrected(read, corrections), next.path)
  return same(before, next.to) ? corrections : working(read, [...corrections, { ...next, from: before }])
}

/** The correction that a value at this path has now; none where a later one has put its whole list or record anew. */
export function standingCorrection<C extends Pick<Correction, 'path'>>(corrections: C[], path: Path): C | undefined {
  const at = corrections.findLastIndex(one => one.path === path)
  return corrections.slice(at + 1).some(one => path.startsWith(`${one.path}/`)) ? undefined : corrections[at]
}

/** The corrections without one. Refuses when a later one rests on it, and when there is no such correction. */
export function withoutCorrection(read: Specification, corrections: Correction[], id: string): Correction[] {
  const rest = corrections.filter(one => one.id !== id)
  if (rest.length === corrections.length) throw new Refusal('qualifications/no-such-correction')
  return working(read, rest)
}

function working(read: Specification, corrections: Correction[]): Correction[] {
  try {
    corrected(read, corrections)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('qualifications/correction-needed', error.details)
    throw error
  }
  return corrections
}

const segmentsOf = (path: Path) => path.split('/')

function has(value: unknown, segment: string): boolean {
  if (Array.isArray(value)) return /^\d{1,6}$/.test(segment) && Number(segment) < value.length
  return typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
}

function setAt(value: unknown, [segment, ...rest]: string[], to: unknown, path: Path): unknown {
  if (segment === undefined) return to
  if (!has(value, segment)) throw new Refusal('qualifications/no-such-place', { path })
  if (Array.isArray(value)) return value.with(Number(segment), setAt(value[Number(segment)], rest, to, path))
  const object = value as Record<string, unknown>
  return { ...object, [segment]: setAt(object[segment], rest, to, path) }
}

function renamed(specification: Specification, from: string, to: string): Specification {
  const name = (id: string) => (id === from ? to : id)
  return {
    ...specification,
    qualifications: specification.qualifications.map(q => ({
      ...q,
      units: q.units.map(place => ({ ...place, unit: name(place.unit) })),
      rules: q.rules.map(rule => ruleRenamed(rule, name)),
    })),
    report: specification.report.map(line => (line.unit === from ? { ...line, unit: to } : line)),
  }
}

function ruleRenamed(rule: Rule, name: (id: string) => string): Rule {
  if ('require' in rule) return { require: rule.require.map(name) }
  if ('barred' in rule) return { barred: rule.barred.map(name) }
  const of = (selector: Selector | undefined) =>
    selector?.units ? { of: { ...selector, units: selector.units.map(name) } } : {}
  if ('credits' in rule) return { credits: { ...rule.credits, ...of(rule.credits.of) } }
  if ('count' in rule) return { count: { ...rule.count, ...of(rule.count.of) } }
  return rule
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
