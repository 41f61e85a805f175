/** Who may see, declare and manage conflicts of interest: private to the people concerned, the lead IQA and administrators. */
import { type Actor, denied, holders, type Verdict } from './verdict.ts'

/** The lead IQA and the administrators see all that stand. */
export const maySeeConflicts = holders('lead-iqa', 'centre-administrator')

/** Those who judge, sample or help at work declare their own. */
export const mayDeclareOwn = holders(
  'trainee-assessor',
  'assessor',
  'iqa',
  'lead-iqa',
  'eqa',
  'mentor',
  'centre-administrator',
)

/** Lead IQA and administrators declare what they learn of somebody else, too; and nobody is in conflict with themselves. */
export const mayDeclareFor = (actor: Actor, personId: string): Verdict =>
  personId === actor.personId ? mayDeclareOwn(actor) : maySeeConflicts(actor)

/** Managed and ended by lead IQA or administrator, and never by somebody whom it names (state machine 2.6). */
export function mayManageConflict(actor: Actor, of: { personId: string; learnerId: string }): Verdict {
  const verdict = maySeeConflicts(actor)
  const named = [of.personId, of.learnerId].includes(actor.personId)
  return verdict.allowed && named ? denied('conflicts/names-you') : verdict
}
