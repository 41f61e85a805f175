/** Who looks after the people of a centre. */
import { holders } from './verdict.ts'

/** People, their roles, their invitations and the outbox are the administrators' (R107). */
export const mayKeepPeople = holders('centre-administrator')

/** An external quality assurer sees what is allotted to them; the administrator allots (R133). */
export const mayAllot = holders('centre-administrator')
