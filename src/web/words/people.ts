import type { Waiting } from '#domain/people/ending.ts'
import type { EntryState } from '#domain/people/entry.ts'
import { type AllocationRole, type Role, roles } from '#domain/people/roles.ts'
import { type Codes, count, list, text } from './codes.ts'
import { gapsText } from './competence.ts'
import { placeNames as namesOnRegistration } from './progress.ts'

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

/** What somebody with the role does, for whoever gives it. */
export const roleWork: Record<Role, string> = {
  learner: 'Works towards a qualification and puts in evidence.',
  'trainee-assessor': 'Judges provisionally; a qualified assessor countersigns.',
  assessor: 'Judges evidence, and countersigns for trainees.',
  iqa: 'Samples and checks the judgements of assessors.',
  'lead-iqa': 'Leads internal quality assurance; sees every learner of the centre.',
  eqa: 'Visits for the awarding organisation; sees the qualifications allotted to them.',
  mentor: 'Supports a learner at work; never judges.',
  'centre-administrator': 'Keeps people, registrations and the catalogue; sees every learner.',
}

/** The places on a registration, as headings, with the learner's own. */
export const placeNames: Record<AllocationRole | 'learner', string> = { learner: 'Learner', ...namesOnRegistration }

export const letterKinds = {
  invitation: 'Invitation',
  'password-reset': 'New password',
  notice: 'Request to a witness',
  'account-notice': 'Change to the account',
}

export const entryNames: Record<EntryState, string> = { invited: 'Invited', joined: 'Joined', left: 'Left' }

export const entryTones = { invited: 'waiting', joined: 'done', left: 'plain' } as const

/** What each state means, for an administrator. */
export const entryWork: Record<EntryState, string> = {
  invited: 'They have not opened their letter yet. Until then this centre knows only what you typed.',
  joined: 'They can sign in and open this centre.',
  left: 'They hold no role here. With a new role they get a new letter, and must open it.',
}

/** "Amina Yusuf (Assessor, 2 pieces of evidence waiting)" */
export const waitingText = (w: Waiting): string =>
  `${w.learnerName} (${placeNames[w.place]}${w.evidence > 0 ? `, ${count(w.evidence, 'piece of evidence', 'pieces of evidence')} waiting` : ''})`

const waitingOf = (value: unknown) => (Array.isArray(value) ? (value as Waiting[]) : [])

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
  'people/no-such-entry': d =>
    `This link opens no place for ${text(d.email, 'this account')}. It was sent to another address, is older than two weeks, or a newer letter took its place. Sign in with the address that it was sent to, or ask the centre for a new letter.`,
  'people/not-signed-in': () => 'Your session has ended. Sign in again and carry on where you were.',
  ...needsRole,
  'people/already-here': () => 'Somebody with this e-mail address is here already and holds these roles.',
  'people/last-administrator': () =>
    'A centre needs an administrator. Give somebody else the role first, then end this one.',
  'people/work-waits': d =>
    `What depends on this role has changed: it is now named for ${list(waitingOf(d.waiting).slice(0, 5).map(waitingText)) || 'nobody'}${
      waitingOf(d.waiting).length > 5 ? ` and ${waitingOf(d.waiting).length - 5} more` : ''
    }. Look again, then end the role.`,
  'people/works-elsewhere': () => 'Another centre shares this name, so it cannot be corrected here.',
  'people/address-taken': () =>
    'Another person of this centre has this address. Give that person the roles, and end the roles of this one.',
  'people/has-joined': () =>
    'This person has joined with this address. If they forgot their password, they can ask for a new one on the sign-in page.',
  'people/holds-no-role': () => 'This person holds no role here any more. Give them a role first.',
  'people/not-an-eqa': () => 'Only an EQA is allotted qualifications. Give the role EQA first.',
  'people/eqa-not-entitled': d =>
    `The competence record of this EQA does not cover ${text(d.qualification, 'this qualification')} today. ${gapsText(d.gaps)}Bring the record up to date first.`,
  'people/password-common': () =>
    'This is among the most used passwords, or one of them with a little added. Choose three or four words that do not belong together.',
  'people/password-repeats': () =>
    'This is a few characters again and again. Choose three or four words that do not belong together.',
  'people/password-runs': () =>
    'This is letters, digits or keys in their order. Choose three or four words that do not belong together.',
  'people/password-own': () =>
    'This is made of your name, your e-mail address, your centre or Countersign. Choose words that nobody connects with you.',
  'people/letter-sent': () => 'This letter has left by mail. It is for its reader alone.',
} satisfies Codes
