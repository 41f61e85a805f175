/** Who says what a unit asks of a learner's job: those who answer for the centre's catalogue. Everybody in it reads it. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records preconditions and ends them (R31). */
export const mayRecordPreconditions = holders('centre-administrator', 'lead-iqa')
