import { type Role, roles } from '#domain/people/roles.ts'
import type { Codes } from './codes.ts'

/** The roles as people say them, in a sentence. */
export const roleNames: Record<Role, string> = {
  learner: 'learner',
  'trainee-assessor': 'trainee assessor',
  assessor: 'assessor',
  iqa: 'IQA',
  'lead-iqa': 'lead IQA',
  eqa: 'EQA',
  mentor: 'mentor',
  'centre-administrator': 'centre administrator',
}

export const roleList = (held: readonly Role[]): string =>
  roles
    .filter(r => held.includes(r))
    .map(r => roleNames[r])
    .join(', ')
    .replace(/^[a-z]/, first => first.toUpperCase())

const needsRole = Object.fromEntries(
  roles.map(r => [
    `people/needs-role-${r}`,
    () =>
      `Only ${r === 'iqa' || r === 'eqa' || r === 'assessor' ? 'an' : 'a'} ${roleNames[r]} of this centre can do this. Ask your centre administrator if that should be you.`,
  ]),
) as { [R in Role as `people/needs-role-${R}`]: () => string }

export const peopleCodes = {
  'people/not-signed-in': () => 'Your session has ended. Sign in again and carry on where you were.',
  ...needsRole,
} satisfies Codes
