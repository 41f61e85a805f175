// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListWorksheetsRow = {
  id: string
  unitId: string
  number: string | null
  unitTitle: string
  title: string
  questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
  by: string
  at: string
  own: { registrationId: string; qualification: string }[]
}
export const listWorksheets = many<{ actor: string | null; unitId: string | null }, ListWorksheetsRow>(
  sql.list_worksheets,
)

export type ListAnswersRow = {
  worksheetId: string
  evidenceId: string
  number: number
  version: number
  state: import('#domain/evidence/evidence.ts').EvidenceState
  registrationIds: string[]
  notYet: boolean
}
/** What a learner has answered worksheets in, or one of them, the newest first; what was taken back is none. */
export const listAnswers = many<{ learnerId: string | null; worksheetId: string | null }, ListAnswersRow>(
  sql.list_answers,
)

export type SelectUnitRow = { id: string }
export const selectUnit = one<{ unitId: string | null }, SelectUnitRow>(sql.select_unit)

export type ListCriteriaRow = {
  id: string
  kind: import('#domain/qualifications/specification.ts').CriterionKind | null
}
export const listCriteria = many<{ unitId: string | null }, ListCriteriaRow>(sql.list_criteria)

export const insertWorksheet = write<{
  id: string | null
  unitId: string | null
  title: string | null
  questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
  by: string | null
  at: string | null
}>(sql.insert_worksheet, ['questions'])

export type LockWorksheetRow = {
  id: string
  unitId: string
  title: string
  questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
  endedAt: string | null
}
export const lockWorksheet = one<{ worksheetId: string | null }, LockWorksheetRow>(sql.lock_worksheet)

export const updateEndedWorksheet = write<{
  by: string | null
  at: string | null
  worksheetId: string | null
  unitId: string | null
}>(sql.update_ended_worksheet)
