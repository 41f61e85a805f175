// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, optional, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectWitnessedPortfolioRow = {
  learnerId: string
  name: string
  email: string
  centreName: string
  seenAs: string[]
}
/** A learner whose portfolio exists for this actor, with the addresses that may not testify for it. */
export const selectWitnessedPortfolio = one<
  { actor: string | null; learnerId: string | null },
  SelectWitnessedPortfolioRow
>(sql.select_witnessed_portfolio)

export type HasEvidenceOfRow = { there: boolean }
export const hasEvidenceOf = one<{ evidenceId: string | null; learnerId: string | null }, HasEvidenceOfRow>(
  sql.has_evidence_of,
)

export const insertWitnessRequest = write<{
  id: string | null
  learnerId: string | null
  type: string | null
  witnessName: string | null
  email: string | null
  asks: string | null
  aboutId: string | null
  tokenHash: string | null
  by: string | null
  as: string | null
  at: string | null
  expiresAt: string | null
}>(sql.insert_witness_request)

export const insertWitnessLetter = write<{
  learnerId: string | null
  recipient: string | null
  subject: string | null
  body: string | null
  at: string | null
}>(sql.insert_witness_letter)

export type ListRequestsRow = {
  id: string
  type: import('#domain/testimonies/testimony.ts').TestimonyType
  witnessName: string
  email: string
  asks: string
  askedBy: string
  askedByName: string
  askedAt: string
  expiresAt: string
  openedAt: string | null
  cancelledAt: string | null
  signedAt: string | null
  learnerId: string
  aboutId: string | null
  aboutNumber: number | null
  aboutTitle: string | null
  evidenceId: string | null
  number: number | null
}
export const listRequests = many<{ learnerId: string | null }, ListRequestsRow>(sql.list_requests)

export type LockRequestRow = {
  id: string
  learnerId: string
  askedBy: string
  askedAs: string
  cancelledAt: string | null
  signedAt: string | null
}
export const lockRequest = one<{ requestId: string | null; actor: string | null }, LockRequestRow>(sql.lock_request)

export const updateRequestCancelled = write<{ at: string | null; requestId: string | null }>(
  sql.update_request_cancelled,
)

export type SelectOptionalDoorRow = { centreId: string; centreName: string; requestId: string }
/** Opens the centre that sent the link for this transaction; null where no such link was ever sent. */
export const selectOptionalDoor = optional<{ hash: string | null }, SelectOptionalDoorRow>(sql.select_optional_door)

export type LockLinkRow = {
  id: string
  learnerId: string
  learnerName: string
  learnerEmail: string
  type: import('#domain/testimonies/testimony.ts').TestimonyType
  witnessName: string
  email: string
  asks: string
  askedBy: string
  askedByName: string
  expiresAt: string
  cancelledAt: string | null
  signedAt: string | null
  openedBy: string[]
  aboutId: string | null
  aboutNumber: number | null
  aboutTitle: string | null
  aboutDay: string | null
}
/** What the link asks for; whoever signs at the same time waits here. */
export const lockLink = one<{ requestId: string | null }, LockLinkRow>(sql.lock_link)

/** `by` was signed in where it was opened; null as a rule. */
export const updateRequestOpened = write<{ at: string | null; by: string | null; requestId: string | null }>(
  sql.update_request_opened,
)

export type ListPeopleSignedInRow = { personId: string; email: string }
/** Those of the centre among them, with the address of their account; of others nothing is known here. */
export const listPeopleSignedIn = many<{ ids: string[] | null }, ListPeopleSignedInRow>(sql.list_people_signed_in)

export type SelectPersonOfAccountRow = { personId: string | null }
export const selectPersonOfAccount = one<{ account: string | null }, SelectPersonOfAccountRow>(
  sql.select_person_of_account,
)

export type HasBeenSignedInFromRow = { there: boolean }
export const hasBeenSignedInFrom = one<
  { person: string | null; address: string | null; at: string | null },
  HasBeenSignedInFromRow
>(sql.has_been_signed_in_from)

export const updateRequestSigned = write<{ at: string | null; requestId: string | null }>(sql.update_request_signed)

export const insertTestimony = write<{
  requestId: string | null
  evidenceId: string | null
  learnerId: string | null
  type: string | null
  status: number | null
  name: string | null
  relationship: string | null
  position: string | null
  telephone: string | null
  email: string | null
  signedName: string | null
  signedHash: string | null
  at: string | null
  signedFrom: string | null
  flags: import('#domain/testimonies/signatory.ts').WitnessFlag[]
}>(sql.insert_testimony, ['flags'])

export type ListWitnessesRow = {
  status: number | null
  name: string
  relationship: string
  position: string
  testimonies: number
  decisions: number
  last: string
  email: string | null
  telephone: string | null
  signedFrom: string | null
  flags: { code: import('#domain/testimonies/signatory.ts').WitnessFlagCode; name: string | null }[]
}
/** Everybody who testified, by name and address, and everybody of the centre who decided (R59). */
export const listWitnesses = many<{ learnerId: string | null }, ListWitnessesRow>(sql.list_witnesses)
