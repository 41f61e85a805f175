import type { AllocationRole } from '../people/roles.ts'
import type { Funding } from './selection.ts'

/** What happens to a learner's registration. */
export type RegistrationEvent =
  | {
      type: 'learner-registered'
      body: { versionId: string; registeredOn: string; unitIds: string[]; levelReason?: string; funding?: Funding }
    }
  | { type: 'units-chosen'; body: { added: string[]; removed: string[]; levelReason?: string; funding?: Funding } }
  | { type: 'allocated'; body: { role: AllocationRole; personId: string; instead: string | null } }
  | { type: 'allocation-ended'; body: { role: AllocationRole; personId: string } }
