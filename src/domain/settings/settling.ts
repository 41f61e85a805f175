/** Settling what sources contradict each other about: a named person says which one to follow, and why (R104). */
import { sameDocument } from '../evidence/content.ts'
import { Refusal } from '../refusal.ts'
import {
  conflictsAmong,
  type PermissionKind,
  type PermissionSource,
  type PermissionSubject,
  strictestOf,
  type UnitPermission,
} from './permission.ts'

/** What holds now about one subject: what was settled, else the strictest; null where nothing is said. */
export const appliesTo = ({ sources, settled }: UnitPermission, about: PermissionSubject): PermissionSource | null =>
  settled[about] ?? strictestOf(sources, about)

/**
 * Whether a settlement still answers: what it follows is still said, and nobody has recorded anything more of the matter since.
 * Else the strictest holds again until somebody settles it anew (R104). It was made for one version, and holds in that alone.
 */
export const stillAnswers = (
  { followed, at }: { followed: PermissionSource; at: string },
  sources: readonly PermissionSource[],
  recordedAt: readonly string[],
): boolean => sources.some(s => sameDocument(s, followed)) && recordedAt.every(later => later <= at)

/**
 * The source that will be followed. Refuses `settings/nothing-to-settle` where the sources agree, and
 * `settings/no-such-source` where none of them says this: a settlement chooses, it does not invent.
 */
export function settle({ sources }: UnitPermission, about: PermissionSubject, kind: PermissionKind): PermissionSource {
  if (!conflictsAmong(sources).includes(about)) throw new Refusal('settings/nothing-to-settle', { about })
  const followed = sources.find(source => source.about === about && source.kind === kind)
  if (!followed) throw new Refusal('settings/no-such-source', { about, kind })
  return followed
}
