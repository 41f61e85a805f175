/** What an assessor sees of one version, written down in one way only, so that its hash binds a decision to it. */
import type { Day } from '../time.ts'
import type { EvidenceType, Setting } from './evidence.ts'

export type Content = {
  title: string
  description: string
  type: EvidenceType | null
  shownOn: Day | null
  setting: Setting | null
  statement: unknown
  /** In the order in which they are shown. */
  files: { name: string; sha256: string }[]
}

/**
 * The text that is hashed: keys in a fixed order, however the parts were stored or sent. `form` is raised when a part is
 * added, and a form that was once used is never changed, because old hashes must still come out.
 */
export const canonicalContent = (content: Content): string =>
  JSON.stringify({
    form: 1,
    title: content.title,
    description: content.description,
    type: content.type,
    shownOn: content.shownOn,
    setting: content.setting,
    statement: inOrder(content.statement ?? null),
    files: content.files.map(({ name, sha256 }) => ({ name, sha256 })),
  })

/** Whether two documents say the same, in whatever order the database or the editor keeps an object's keys. */
export const sameDocument = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOrder(one ?? null)) === JSON.stringify(inOrder(other ?? null))

/** The same JSON with every object's keys sorted. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, v]) => [key, inOrder(v)]))
}
