/** "May I?" is answered with a reason, never only with no. Whether a deed is possible now is the domain's question. */

import type { Role } from '#domain/people/roles.ts'

export type Actor = {
  personId: string
  name: string
  email: string
  sessionId: string
  /** The centre this request is about, and the roles held in it now; null and none outside any centre. */
  centreId: string | null
  centreName: string | null
  roles: Role[]
}

/** `details` are what the sentence of the reason names: days, levels, qualifications. */
export type Verdict =
  | { allowed: true }
  | { allowed: false; reason: `${string}/${string}`; details?: Record<string, unknown> }

export const allowed: Verdict = { allowed: true }
export const denied = (reason: `${string}/${string}`, details?: Record<string, unknown>): Verdict =>
  details ? { allowed: false, reason, details } : { allowed: false, reason }

/** Public endpoints say so: sign-in, first run, health. */
export const anyone = (): Verdict => allowed

/** Whoever is signed in; the loader has already seen to it that only what exists for them was loaded. */
export const anyoneSignedIn = (actor: Actor | null): Verdict => (actor ? allowed : denied('people/not-signed-in'))

/** A policy that needs one of these roles in the centre. */
export const holders =
  (...needed: Role[]) =>
  (actor: Actor): Verdict =>
    needed.some(role => actor.roles.includes(role)) ? allowed : denied(`people/needs-role-${needed[0] as Role}`)

/** Where lead IQA and administrators may both do something, the role in which it stands in the ledger. */
export const answersAs = ({ roles }: Actor) =>
  roles.includes('lead-iqa') ? ('lead-iqa' as const) : ('centre-administrator' as const)
