/** Who may read the catalogue: everybody who works or learns in the centre. */
import { type Actor, allowed, denied, type Verdict } from './verdict.ts'

/** Anyone with a role in the centre: a learner sees what is asked of them before they start. */
export const mayReadCatalogue = (actor: Actor): Verdict =>
  actor.roles.length > 0 ? allowed : denied('people/needs-role-learner')
