// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListKnownPeopleRow = {
  email: string
  personId: string
  name: string
  roles: string[]
  authority: import('#domain/competence/authority.ts').AuthorityFacts | null | null
  barredFrom: string[]
}
/** The people of the centre behind these addresses, with the roles they hold now. */
export const listKnownPeople = many<{ emails: string[] | null }, ListKnownPeopleRow>(sql.list_known_people)

export type ListCurrentVersionsRow = {
  id: string
  qualificationId: string
  level: number | null
  title: string
  number: string | null
  otherNumbers: { scheme: string; value: string }[]
  dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
  accreditedFrom: string | null
  accreditedTo: string | null
  successors: string[]
}
export const listCurrentVersions = many<Record<string, never>, ListCurrentVersionsRow>(sql.list_current_versions)
