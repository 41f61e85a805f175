/** The roles a person can hold in a centre (R107). A person may hold several, in several centres. */

export const roles = [
  'learner',
  'trainee-assessor',
  'assessor',
  'iqa',
  'lead-iqa',
  'eqa',
  'mentor',
  'centre-administrator',
] as const
export type Role = (typeof roles)[number]

/** The places on a registration that name a person. A countersigner holds the role assessor. */
export const allocationRoles = ['trainee-assessor', 'assessor', 'countersigner', 'iqa', 'mentor'] as const
export type AllocationRole = (typeof allocationRoles)[number]

/** The role that somebody must hold to be allocated to that place. */
export const roleNeededFor: Record<AllocationRole, readonly Role[]> = {
  'trainee-assessor': ['trainee-assessor'],
  assessor: ['assessor'],
  countersigner: ['assessor'],
  iqa: ['iqa', 'lead-iqa'],
  mentor: ['mentor'],
}
