/** What a choice of units rests on: why this level and route, who pays, and who agreed the options for which reason. */

import type { Role } from '../people/roles.ts'
import { Refusal } from '../refusal.ts'

/** How a registration is funded (R42). */
export const fundings = ['apprenticeship', 'employer', 'self-funded', 'other-public'] as const
export type Funding = (typeof fundings)[number]

/**
 * The options are agreed by the learner and an assessor, with the reason (R44). The learner is the registration's; the
 * assessor is told by account, or by name where they have none yet.
 */
export type Agreement = { assessorId: string | null; assessorName: string | null; reason: string }

/** What is kept beside the units of one selection. `agreement` is null only where no option has been chosen yet. */
export type Grounds = { levelReason: string; funding: Funding; agreement: Agreement | null }

/** The roles in which somebody agrees options with a learner. */
export const agreeingRoles = ['assessor', 'trainee-assessor'] as const satisfies readonly Role[]

/**
 * Refuses options that nobody has agreed, a learner who would agree with themself, and an account that holds no role in
 * which options are agreed (R44). `options` is how many of the units chosen are not mandatory.
 */
export function checkAgreement(
  learnerId: string,
  options: number,
  agreement: Agreement | null,
  rolesOf: (personId: string) => readonly Role[],
): void {
  if (!agreement) {
    if (options > 0) throw new Refusal('registrations/agreement-needed', { options })
    return
  }
  const { assessorId } = agreement
  if (assessorId === null) return
  if (assessorId === learnerId) throw new Refusal('registrations/agreed-with-oneself')
  if (!rolesOf(assessorId).some(role => (agreeingRoles as readonly Role[]).includes(role)))
    throw new Refusal('registrations/agreed-by-no-assessor')
}

const written: Record<string, Funding> = {
  apprenticeship: 'apprenticeship',
  apprentice: 'apprenticeship',
  employer: 'employer',
  employerfunded: 'employer',
  selffunded: 'self-funded',
  self: 'self-funded',
  learner: 'self-funded',
  otherpublic: 'other-public',
  otherpublicfunding: 'other-public',
  publicfunding: 'other-public',
  public: 'other-public',
}

/** The funding that a word in a file means: "Self-funded", "employer", "other public funding". Null for none. */
export const fundingOf = (word: string): Funding | null => written[word.toLowerCase().replace(/[^a-z]/g, '')] ?? null
