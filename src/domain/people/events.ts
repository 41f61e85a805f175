import type { Role } from './roles.ts'

/** What happens to people and their roles in a centre. */
export type PeopleEvent =
  | { type: 'person-added'; body: { personId: string; name: string; roles: Role[] } }
  | { type: 'centre-entered'; body: { personId: string } }
  | { type: 'person-invited'; body: { personId: string; letterId: string } }
  | { type: 'person-corrected'; body: { personId: string; name?: Corrected; email?: Corrected } }
  | { type: 'role-granted'; body: { personId: string; role: Role } }
  | { type: 'role-ended'; body: { personId: string; role: Role } }
  | { type: 'eqa-allotted'; body: { personId: string; qualificationId: string } }
  | { type: 'eqa-allotment-ended'; body: { personId: string; qualificationId: string } }
  | { type: 'letter-opened'; body: { letterId: string; personId: string | null; kind: string } }
  | { type: 'people-added-by-file'; body: { people: number; registrations: number; sha256: string } }

type Corrected = { from: string; to: string }
