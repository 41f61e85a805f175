import type { AllocationRole } from '../people/roles.ts'
import type { Left } from './along.ts'
import type { Carried } from './moving.ts'
import type { Funding } from './selection.ts'

/** What happens to a learner's registration. */
export type RegistrationEvent =
  | {
      type: 'learner-registered'
      body: { versionId: string; registeredOn: string; unitIds: string[]; levelReason?: string; funding?: Funding }
    }
  | { type: 'units-chosen'; body: { added: string[]; removed: string[]; levelReason?: string; funding?: Funding } }
  | { type: 'allocated'; body: { role: AllocationRole; personId: string; instead: string | null } }
  /**
   * On the registration that ended. Every claim and judgement that stands on one of the criteria carried stands in the new
   * registration from now on, with its own person and day; what was not carried stays where it was.
   */
  | {
      type: 'learner-moved'
      body: {
        moveId: string
        from: string
        to: string
        versionId: string
        criteria: Carried[]
        /** The decisions that stand in both from now on. */
        decisionIds: string[]
        /** The plans that went along, and all that was named as staying behind; absent before it was kept. */
        planIds?: string[]
        left?: Left[]
      }
    }
  | { type: 'allocation-ended'; body: { role: AllocationRole; personId: string } }
