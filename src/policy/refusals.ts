/** Who sees what was refused in a centre. */
import { holders } from './verdict.ts'

/** Counts of failed sign-ins and refusals are for the administrators. */
export const mayViewRefusals = holders('centre-administrator')
