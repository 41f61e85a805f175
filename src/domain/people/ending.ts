/** Taking a role away: it stays in the history, and nobody's work is left waiting unseen. */

import { Refusal } from '../refusal.ts'
import type { AllocationRole, Role } from './roles.ts'

/** A registration that names the person in a place which needs the role, and how much evidence waits there. */
export type Waiting = {
  registrationId: string
  learnerName: string
  qualification: string
  place: AllocationRole | 'learner'
  evidence: number
}

/**
 * Refuses to leave a centre without an administrator, and to end a role on which registrations depend unless exactly
 * those were shown: `shown` is the number of registrations on the screen of the person who ends it.
 */
export function checkRoleEnding(ending: {
  role: Role
  /** How many people hold the role administrator now. */
  administrators: number
  waiting: Waiting[]
  shown: number
}): void {
  if (ending.role === 'centre-administrator' && ending.administrators <= 1)
    throw new Refusal('people/last-administrator')
  if (ending.waiting.length !== ending.shown) throw new Refusal('people/work-waits', { waiting: ending.waiting })
}
