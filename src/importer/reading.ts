/** What is read off a document before anything in it is brought together or settled. */

import type { DraftUnit } from './draft.ts'
import type { GroupHeading } from './headings.ts'
import type { RuleSentence } from './rules.ts'
import type { ListedUnit } from './unit-lists.ts'

/** Where in a document's structure a unit stands: under which qualification's heading, and which group's. */
export type Place = {
  qualification: string | null
  group: string | null
  theme: string | null
  mandatory: boolean | null
}

export type Reading = {
  drafts: (DraftUnit & { place: Place })[]
  listed: (ListedUnit & { place: Place })[]
  groups: (GroupHeading & { line: number; qualification: string | null })[]
  sentences: RuleSentence[]
}

export type Draft = Reading['drafts'][number]
export type Listed = Reading['listed'][number]
