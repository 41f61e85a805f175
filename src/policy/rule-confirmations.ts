/** Who supplies a rule of combination that the source leaves unknown. */
import { holders } from './verdict.ts'

export const confirmingRoles = ['lead-iqa', 'centre-administrator'] as const

/** It is answered for by name, so it is the lead IQA's or an administrator's (R41). */
export const mayConfirmRules = holders('lead-iqa', 'centre-administrator')
