/** What a learner must be or have before a unit can be judged; it hangs on the unit, not on the qualification (R31). */

/** `supervisory-responsibility`: proof that the learner answers for the work of others. */
export const preconditionKinds = ['supervisory-responsibility', 'job-role', 'workplace', 'other'] as const
export type PreconditionKind = (typeof preconditionKinds)[number]
