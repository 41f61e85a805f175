/** Who registers learners, chooses their units and names the people on their registrations. */
import { holders } from './verdict.ts'

/** Registering is the administrators' (R107). */
export const mayRegister = holders('centre-administrator')

/** Which units a learner works towards is recorded by an administrator. */
export const mayChooseUnits = holders('centre-administrator')

/** Naming assessors, countersigners and IQAs is the administrators'. */
export const mayAllocate = holders('centre-administrator')
