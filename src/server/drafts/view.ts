import type { SelectOptionalDraftRow } from './queries.ts'

export const draftView = (row: SelectOptionalDraftRow | null) => ({
  draft: row && { body: row.body as unknown, revision: row.revision, updatedAt: row.updatedAt },
})
