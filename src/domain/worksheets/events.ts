import type { WorksheetQuestion } from './worksheet.ts'

/** What a centre asks in writing for a unit. */
export type WorksheetEvent =
  | {
      type: 'worksheet-made'
      /** `replaces`: the one whose place it takes, which ended with it. */
      body: {
        worksheetId: string
        unitId: string
        title: string
        questions: WorksheetQuestion[]
        replaces: string | null
      }
    }
  | { type: 'worksheet-ended'; body: { worksheetId: string; unitId: string } }
