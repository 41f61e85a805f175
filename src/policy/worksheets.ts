/** Who asks in writing: those who judge, and those who answer for the centre. Everybody in it reads the questions. */
import { holders } from './verdict.ts'

/** An assessor, the lead IQA or a centre administrator makes worksheets and ends them (R82). */
export const mayMakeWorksheets = holders('assessor', 'lead-iqa', 'centre-administrator')

/** Only a learner answers; whether the unit is one of theirs is asked when they begin (R82). */
export const mayAnswerWorksheet = holders('learner')
