/** Who sees what a centre stores. */
import { holders } from './verdict.ts'

/** Storage by person and kind is the administrators' to watch (R107). */
export const mayViewQuotas = holders('centre-administrator')
