/** Who keeps the records that authority is computed from, and who reads them. */
import { type Actor, allowed, denied, holders, type Verdict } from './verdict.ts'

/** Everybody's records, with their CPD, are read by those who answer for quality (R113). */
export const mayReadEverybodys = holders('lead-iqa', 'iqa', 'centre-administrator')

/** One's own record is always one's own to read. */
export const mayReadCompetence = (actor: Actor, { personId }: { personId: string }): Verdict =>
  personId === actor.personId ? allowed : mayReadEverybodys(actor)

/** Lead IQA and administrators record what entitles others, and never what entitles themselves. */
export function mayRecordCompetence(actor: Actor, { personId }: { personId: string }): Verdict {
  const verdict = holders('lead-iqa', 'centre-administrator')(actor)
  return verdict.allowed && personId === actor.personId ? denied('competence/own-record') : verdict
}

/** A condition of the Employer Direct Model entitles those who assess under it: whoever does leaves it to somebody else (R116). */
export const mayMeetCondition = (actor: Actor, { assessesUnder }: { assessesUnder: boolean }): Verdict => {
  const verdict = mayConfirmRequirements(actor)
  return verdict.allowed && assessesUnder ? denied('competence/own-record') : verdict
}

/** The log is its owner's word: nobody writes it for them. */
export const mayKeepCpd = (actor: Actor, { personId }: { personId: string }): Verdict =>
  personId === actor.personId ? allowed : denied('competence/not-your-log')

/** Which requirements apply is confirmed by name (R111). */
export const mayConfirmRequirements = holders('lead-iqa', 'centre-administrator')
