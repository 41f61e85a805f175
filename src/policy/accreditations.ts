/** Who says what else a qualification is called and what it follows: those who answer for the catalogue. Everybody reads it. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records other numbers, days of accreditation and the predecessor (R14). */
export const mayRecordAccreditation = holders('centre-administrator', 'lead-iqa')
