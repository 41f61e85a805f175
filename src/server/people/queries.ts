// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListPeopleRow = {
  id: string
  name: string
  email: string
  entry: import('#domain/people/entry.ts').EntryState
  twoFactor: boolean
  roles: string[]
  since: string
  total: number
}
/** Everybody who holds (or, former, once held) a role in the centre; `total` counts all pages. Accounts are looked into only for those who are shown. */
export const listPeople = many<
  {
    sort: string | null
    standing: string | null
    role: string | null
    search: string | null
    size: number | null
    skip: number | null
  },
  ListPeopleRow
>(sql.list_people)

export type SelectPersonRow = {
  id: string
  name: string
  email: string
  entry: import('#domain/people/entry.ts').EntryState
  twoFactor: boolean
  joinedBefore: boolean
  nameIsOurs: boolean
}
export const selectPerson = one<{ personId: string | null }, SelectPersonRow>(sql.select_person)

export type HasPersonRow = { personId: string }
/** Locked, so that two administrators who change one person's roles do it one after the other. */
export const hasPerson = one<{ personId: string | null }, HasPersonRow>(sql.has_person)

export type ListRolesOfPersonRow = {
  role: 'learner' | 'trainee-assessor' | 'assessor' | 'iqa' | 'lead-iqa' | 'eqa' | 'mentor' | 'centre-administrator'
  grantedAt: string
  grantedBy: string | null
  endedAt: string | null
  endedBy: string | null
}
export const listRolesOfPerson = many<{ personId: string | null }, ListRolesOfPersonRow>(sql.list_roles_of_person)

export type HasCurrentRoleRow = { here: boolean }
export const hasCurrentRole = one<{ personId: string | null }, HasCurrentRoleRow>(sql.has_current_role)

export type ListRegistrationsOfPersonRow = {
  registrationId: string
  learnerId: string
  learnerName: string
  qualification: string
  place: string
  since: string
  endedAt: string | null
}
/** Where the person learns, and every registration that names them now or named them. */
export const listRegistrationsOfPerson = many<{ personId: string | null }, ListRegistrationsOfPersonRow>(
  sql.list_registrations_of_person,
)

export type ListWaitingRow = {
  registrationId: string
  learnerName: string
  qualification: string
  place: string
  evidence: number
}
/** Registrations that name the person in one of these places, with the evidence that waits to be judged on each. */
export const listWaiting = many<{ personId: string | null; places: string[] | null }, ListWaitingRow>(sql.list_waiting)

export type ListPeopleByEmailRow = { id: string; name: string; here: boolean }
/** `here`: whoever holds a role now. Who left is known, and is invited again with the next role. */
export const listPeopleByEmail = many<{ emails: string[] | null }, ListPeopleByEmailRow>(sql.list_people_by_email)

export type ListAddedPeopleRow = { personId: string; email: string }
/** Through the door for administrators: whom the centre knows already keeps their name; everybody else is a new person of it. */
export const listAddedPeople = many<
  { names: string[] | null; emails: string[] | null; at: string | null },
  ListAddedPeopleRow
>(sql.list_added_people)

export type ListInvitedRow = { personId: string; name: string; email: string; token: string | null }
export const listInvited = many<
  { personIds: string[] | null; tokens: string[] | null; at: string | null; expires: string | null },
  ListInvitedRow
>(sql.list_invited)

export type ListAskedEntriesRow = { personId: string; tokenHash: string }
/** Those who have not joined yet: each gets a link of their own. */
export const listAskedEntries = many<
  { personIds: string[] | null; hashes: string[] | null; at: string | null },
  ListAskedEntriesRow
>(sql.list_asked_entries)

export type ListProvenEntriesRow = { centreId: string; personId: string }
export const listProvenEntries = many<
  { sessionToken: string | null; hash: string | null; at: string | null },
  ListProvenEntriesRow
>(sql.list_proven_entries)

export type TakeCorrectedNameRow = { corrected: boolean }
export const takeCorrectedName = one<
  { personId: string | null; name: string | null; at: string | null },
  TakeCorrectedNameRow
>(sql.take_corrected_name)

export type TakeCorrectedEmailRow = { outcome: 'corrected' | 'holds-no-role' | 'has-joined' | 'address-taken' }
export const takeCorrectedEmail = one<
  { personId: string | null; email: string | null; at: string | null },
  TakeCorrectedEmailRow
>(sql.take_corrected_email)

export type InsertAllGrantsRow = {
  personId: string
  role: 'learner' | 'trainee-assessor' | 'assessor' | 'iqa' | 'lead-iqa' | 'eqa' | 'mentor' | 'centre-administrator'
}
/** A role that is held already stays as it is; answers those that were granted. */
export const insertAllGrants = many<
  { at: string | null; by: string | null; personIds: string[] | null; roles: string[] | null },
  InsertAllGrantsRow
>(sql.insert_all_grants)

export type ListAdministratorsLockedRow = { personId: string }
/** Locked in one order, so that the last two administrators cannot take the role from each other at once. */
export const listAdministratorsLocked = many<Record<string, never>, ListAdministratorsLockedRow>(
  sql.list_administrators_locked,
)

export type UpdateAllEndedGrantsRow = { id: string }
export const updateAllEndedGrants = many<
  {
    at: string | null
    by: string | null
    personId: string | null
    role:
      | 'learner'
      | 'trainee-assessor'
      | 'assessor'
      | 'iqa'
      | 'lead-iqa'
      | 'eqa'
      | 'mentor'
      | 'centre-administrator'
      | null
  },
  UpdateAllEndedGrantsRow
>(sql.update_all_ended_grants)

export const insertAllLetters = write<{
  subject: string | null
  at: string | null
  ids: string[] | null
  personIds: string[] | null
  recipients: string[] | null
  kinds: string[] | null
  bodies: string[] | null
}>(sql.insert_all_letters)

export type ListLettersRow = {
  id: string
  personId: string
  recipient: string
  name: string
  kind: string
  subject: string
  writtenAt: string
  sentAt: string | null
  failure: string | null
  total: number
}
/** A letter about a password belongs to an account, and is shown with the person whom that is here. */
export const listLetters = many<{ size: number | null; skip: number | null }, ListLettersRow>(sql.list_letters)

export type SelectLetterRow = {
  id: string
  personId: string
  kind: string
  subject: string
  body: string
  sentAt: string | null
}
export const selectLetter = one<{ letterId: string | null }, SelectLetterRow>(sql.select_letter)

export type ListAllotmentsRow = { qualificationId: string; title: string; allottedAt: string }
export const listAllotments = many<{ personId: string | null }, ListAllotmentsRow>(sql.list_allotments)

export type ListAllottableQualificationsRow = { id: string; title: string; number: string | null }
export const listAllottableQualifications = many<Record<string, never>, ListAllottableQualificationsRow>(
  sql.list_allottable_qualifications,
)

export type ListAllotmentSubjectsRow = {
  id: string
  title: string
  facts: import('#domain/competence/authority.ts').AuthorityFacts
  level: number | null
}
/** Those that are not allotted yet, with the level of their newest version and what the EQA's authority is computed from. */
export const listAllotmentSubjects = many<
  { personId: string | null; qualificationIds: string[] | null },
  ListAllotmentSubjectsRow
>(sql.list_allotment_subjects)

export type UpdateAllEndedAllotmentsRow = { qualificationId: string }
export const updateAllEndedAllotments = many<
  { at: string | null; personId: string | null; qualificationIds: string[] | null },
  UpdateAllEndedAllotmentsRow
>(sql.update_all_ended_allotments)

export type InsertAllAllotmentsRow = { qualificationId: string }
/** One row a qualification: allotted again, it carries the new day, and the ledger keeps the old ones. */
export const insertAllAllotments = many<
  { personId: string | null; at: string | null; qualificationIds: string[] | null },
  InsertAllAllotmentsRow
>(sql.insert_all_allotments)
