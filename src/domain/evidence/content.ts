/** What an assessor sees of one version, written down in one way only, so that its hash binds a decision to it. */

import type { Occasion } from '../coverage/occasions.ts'
import type { CriterionKey } from '../decisions/layers.ts'
import type { Place } from '../pins/pins.ts'
import type { Customers, Sector } from '../settings/settings.ts'
import type { Day } from '../time.ts'
import { type DeclaredDocuments, noDocuments, saysOfDocuments } from './documents.ts'
import type { EvidenceType, Setting } from './evidence.ts'
import type { EvidenceRecord } from './record-fields.ts'
import type { RecordingPart } from './recordings.ts'
import { recordOf } from './records.ts'

export type Content = {
  title: string
  description: string
  type: EvidenceType | null
  shownOn: Day | null
  setting: Setting | null
  sector: Sector | null
  customers: Customers | null
  /** Why nothing that happened naturally could be had; empty where nothing was simulated (R100). */
  simulationReason: string
  statement: unknown
  /** The record of its kind, of which only what that kind asks for is content. */
  record: EvidenceRecord
  /** The plan that a discussion or questions followed. */
  planEntryId: string | null
  /** The centre's simulation or environment that it came from (R105). */
  setUpId: string | null
  /** The centre's own method that it was put in as; what one says never changes (R68). */
  ownMethodId?: string | null
  /** The author's own; what was judged with a later decision is none of theirs. */
  occasions: readonly Occasion[]
  /** In the order in which they are shown. */
  files: { name: string; sha256: string; parts?: RecordingPart[] }[]
  /** Where the learner's claims rest: `file` counts the files from 0; null is the statement. */
  pins?: (CriterionKey & { file: number | null; place: Place })[]
  /** The numbers of other evidence that it names. */
  names?: number[]
  /** What the learner declared of policies and blank forms when they submitted. */
  documents?: DeclaredDocuments
}

/**
 * The text that is hashed: keys in a fixed order, however the parts were stored or sent. `form` is raised when a part is
 * added, and a form that was once used is never changed, because old hashes must still come out. The parts that form 2
 * adds stand in it only where there is something in them; content with none of them is written down in form 1.
 */
export function canonicalContent(content: Content): string {
  const added = addedParts(content)
  return JSON.stringify({
    form: Object.keys(added).length > 0 ? 2 : 1,
    title: content.title,
    description: content.description,
    type: content.type,
    shownOn: content.shownOn,
    setting: content.setting,
    statement: inOrder(content.statement ?? null),
    files: content.files.map(({ name, sha256 }) => ({ name, sha256 })),
    ...added,
  })
}

/** What form 2 adds, in this order. */
function addedParts({
  type,
  record,
  planEntryId,
  names = [],
  documents = noDocuments,
  files,
  pins = [],
  occasions,
  ...where
}: Content): Record<string, unknown> {
  const said = recordOf(type, record)
  const cut = files.flatMap(({ parts = [] }, file) => (parts.length > 0 ? [{ file, parts: inOrder(parts) }] : []))
  const { sector, customers, simulationReason, setUpId, ownMethodId } = where
  return {
    ...(Object.keys(said).length > 0 ? { record: inOrder(said) } : {}),
    ...(planEntryId ? { planEntryId } : {}),
    ...(sector || customers ? { sector, customers } : {}),
    ...(simulationReason ? { simulationReason } : {}),
    ...(setUpId ? { setUpId } : {}),
    ...(ownMethodId ? { ownMethodId } : {}),
    ...(cut.length > 0 ? { cut } : {}),
    ...(pins.length > 0 ? { pins: pins.map(p => JSON.stringify(inOrder(p))).toSorted() } : {}),
    ...(names.length > 0 ? { names: names.toSorted((one, other) => one - other) } : {}),
    ...(saysOfDocuments(documents) ? { documents: inOrder(documents) } : {}),
    ...(occasions.some(saysMore) ? { occasions: occasions.map(canonicalOccasion) } : {}),
  }
}

/** Whether an occasion says more than the day. The first is the day of the evidence; alone, with nothing more said of it, it adds nothing. */
export const saysMore = ({ number, customer, setting, channel, seenBy, criteria }: Occasion): boolean =>
  number > 1 || customer !== '' || setting !== null || channel !== null || seenBy !== '' || criteria !== null

/** An occasion as it is hashed; the day of the first stands with the evidence. */
export const canonicalOccasion = ({ number, day, customer, setting, channel, seenBy, criteria }: Occasion) => ({
  ...{ number, day: number > 1 ? day : null, customer, setting, channel, seenBy },
  criteria: criteria && [...criteria].sort(),
})

/** Whether two documents say the same, in whatever order the database or the editor keeps an object's keys. */
export const sameDocument = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOrder(one ?? null)) === JSON.stringify(inOrder(other ?? null))

/** The same JSON with every object's keys sorted. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, v]) => [key, inOrder(v)]))
}
