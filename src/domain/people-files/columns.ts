/** The columns of a file of people: one line a person, with a registration on the same line where there is one. */

import { type AllocationRole, type Role, roles } from '../people/roles.ts'

export const columns = [
  'name',
  'e-mail',
  'roles',
  'qualification',
  'units',
  'registered on',
  'assessor',
  'trainee assessor',
  'countersigner',
  'iqa',
  'mentor',
  'level reason',
  'funding',
  'options reason',
] as const
export type Column = (typeof columns)[number]

/** The columns that name somebody by e-mail, and their place on the registration. */
export const placeOfColumn: Partial<Record<Column, AllocationRole>> = {
  assessor: 'assessor',
  'trainee assessor': 'trainee-assessor',
  countersigner: 'countersigner',
  iqa: 'iqa',
  mentor: 'mentor',
}

export const columnOfPlace = Object.fromEntries(
  Object.entries(placeOfColumn).map(([column, place]) => [place, column]),
) as Record<AllocationRole, Column>

/** What people write for the same thing, in letters only. */
const otherNames: Record<string, Column> = {
  fullname: 'name',
  emailaddress: 'e-mail',
  mail: 'e-mail',
  role: 'roles',
  qualificationnumber: 'qualification',
  accreditationnumber: 'qualification',
  unit: 'units',
  unitcodes: 'units',
  date: 'registered on',
  registrationdate: 'registered on',
  registered: 'registered on',
  trainee: 'trainee assessor',
  reasonforlevel: 'level reason',
  fundedby: 'funding',
  reasonforoptions: 'options reason',
}

/** The column that a heading means, whatever its capitals and hyphens: "E-mail address", "Registered on". Null for none. */
export function columnOf(heading: string): Column | null {
  const letters = lettersOf(heading).replace(/(?<=.)email$/, '')
  return columns.find(c => lettersOf(c) === letters) ?? otherNames[letters] ?? null
}

/** The role that a word means: "Lead IQA", "trainee_assessor", "administrator". Null for none. */
export function roleOf(word: string): Role | null {
  const letters = lettersOf(word)
  if (letters === 'administrator') return 'centre-administrator'
  return roles.find(r => lettersOf(r) === letters) ?? null
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
