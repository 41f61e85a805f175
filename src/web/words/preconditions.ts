import type { PreconditionKind } from '#domain/qualifications/preconditions.ts'

export const preconditionKindNames: Record<PreconditionKind, string> = {
  'supervisory-responsibility': 'Proof of supervisory responsibility',
  'job-role': 'A job of a certain kind',
  workplace: 'A workplace of a certain kind',
  other: 'Something else',
}
