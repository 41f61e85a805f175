/** Who may change the dates of a qualification: those who answer for the centre's catalogue. Everybody in it reads them. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records what the awarding organisation has announced (R24). */
export const mayRecordDates = holders('centre-administrator', 'lead-iqa')
