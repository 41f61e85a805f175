/** Who may say which kinds of evidence a qualification accepts: those who answer for the centre's catalogue. Everybody in it reads them. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records what the awarding organisation accepts (R69). */
export const maySetMethods = holders('centre-administrator', 'lead-iqa')
