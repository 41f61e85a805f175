// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type SelectQuotaLockRow = { lock: null }
/** Until the transaction ends no other counts, or adds to, what this key names in this centre. */
export const selectQuotaLock = one<{ key: string | null }, SelectQuotaLockRow>(sql.select_quota_lock)

export type SelectUsageRow = {
  uploads: number
  promised: number
  ownUploads: number
  ownPromised: number
  ownKept: number
  kept: number
}
/** Of one person and of the centre. The same bytes are stored once, so they count once for each. */
export const selectUsage = one<{ personId: string | null }, SelectUsageRow>(sql.select_usage)

export type ListWitnessLettersRow = { askedAt: string }
/** When letters to witnesses were written, newest first, without that of one request. Filters that are null do not apply. */
export const listWitnessLetters = many<
  {
    since: string | null
    except: string | null
    email: string | null
    learnerId: string | null
    by: string | null
    most: number | null
  },
  ListWitnessLettersRow
>(sql.list_witness_letters)

export type ListInvitationsRow = { at: string }
/** When one person was sent an invitation, newest first. Read from the ledger: letters to people of two centres cannot be read. */
export const listInvitations = many<
  { personId: string | null; since: string | null; most: number | null },
  ListInvitationsRow
>(sql.list_invitations)

export type ListUsageByTypeRow = { mediaType: string; unused: boolean; files: number; bytes: number }
/** `unused`: taken out of drafts, so that nothing shows them; their bytes are stored all the same. */
export const listUsageByType = many<Record<string, never>, ListUsageByTypeRow>(sql.list_usage_by_type)

export type ListUsageByPersonRow = {
  id: string
  name: string
  email: string
  files: number
  kept: number
  uploads: number
  promised: number
  people: number
}
/** Most first. A file that two people added is stored once and counts for both. */
export const listUsageByPerson = many<{ size: number | null }, ListUsageByPersonRow>(sql.list_usage_by_person)
