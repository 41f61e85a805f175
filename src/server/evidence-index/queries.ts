// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListEvidenceRow = {
  id: string
  number: number
  learnerId: string
  learnerName: string
  kind: string
  version: number
  state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn'
  stateSince: string
  title: string
  shownOn: string | null
  setting: import('#domain/evidence/evidence.ts').Setting | null
  sector: import('#domain/settings/settings.ts').Sector | null
  customers: import('#domain/settings/settings.ts').Customers | null
  type: import('#domain/evidence/evidence.ts').EvidenceType | null
  ownMethod: import('#domain/methods/own-methods.ts').OwnMethod | null | null
  waitingFor: string
  hasStatement: boolean
  mediaTypes: string[]
  claims: number
  units: number
  total: number
}
/** One row for each piece of evidence, as its newest version stands. A null leaves the filter open. Numbered as they were ordered, so that what is counted for each of them is counted for one page only. */
export const listEvidence = many<
  {
    actor: string | null
    learnerId: string | null
    state: 'draft' | 'submitted' | 'under-review' | 'accepted' | 'returned' | 'withdrawn' | null
    type: import('#domain/evidence/evidence.ts').EvidenceType | null
    ownMethodId: string | null
    setting: import('#domain/evidence/evidence.ts').Setting | null
    search: string | null
    waitingFor: string | null
    waitingForActor: string | null
    media: string | null
    unitId: string | null
    criterionId: string | null
    registrationId: string | null
    sort: string | null
    ascending: boolean | null
    size: number | null
    skip: number | null
  },
  ListEvidenceRow
>(sql.list_evidence)

export type ListLearnerUnitsRow = { id: string; number: string | null; title: string }
/** The units a learner has chosen, over all their registrations, to narrow the index by. */
export const listLearnerUnits = many<{ learnerId: string | null }, ListLearnerUnitsRow>(sql.list_learner_units)
