import type { AllocationRole } from '../people/roles.ts'

/** What happens to a learner's registration. */
export type RegistrationEvent =
  | { type: 'learner-registered'; body: { versionId: string; registeredOn: string; unitIds: string[] } }
  | { type: 'units-chosen'; body: { added: string[]; removed: string[] } }
  | { type: 'allocated'; body: { role: AllocationRole; personId: string; instead: string | null } }
  | { type: 'allocation-ended'; body: { role: AllocationRole; personId: string } }
