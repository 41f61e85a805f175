import type pg from 'pg'
import { faultOfPassword, type PasswordFault } from '#domain/people/password.ts'
import type { Config } from '#platform/config.ts'
import { InvalidInput } from '#platform/http/problems.ts'
import type { Mailer } from '#platform/mail.ts'
import type { AccountChange, OfPeople, Owner } from '#platform/sessions/hooks.ts'

type Works = { config: Config; ownerPool: pg.Pool; mail: Mailer }

/** What the sign-in library asks of us. An account belongs to a person, not to a centre, so the owner of the tables answers. */
export function ofPeople(works: Works): OfPeople {
  return {
    writePasswordLetter: (owner, token) => writeLetter(works, owner, 'password-reset', passwordLetter(works, token)),
    writeNotice: (owner, change) => writeLetter(works, owner, 'account-notice', noticeOf(works, owner, change)),
    // Of centres that only expect somebody, the one whose link it is plays a part: the refusal tells nothing of the others.
    faultOfPassword: async (password, owner, token) => {
      const { rows } = await works.ownerPool.query<{ name: string; centre: string }>(
        `select p.name, c.name as centre
           from identity.entries e join identity.people p on p.id = e.person_id join centres c on c.id = e.centre_id
          where e.ended_at is null
            and (e.account_id = $1 or e.invitation_id = (select v.id from identity.verifications v where v.identifier = identity.kept_link($2)))`,
        [owner.id, token],
      )
      return await faultOf(
        password,
        rows.flatMap(r => [r.name, r.centre]),
        owner.email,
      )
    },
  }
}

/** Refuses a password at its field, as a contract would; for where it is set without the sign-in library. */
export async function requireGoodPassword(path: string, password: string, names: string[], email: string) {
  const code = await faultOf(password, names, email)
  if (code) throw new InvalidInput([{ path, message: code, code }])
}

async function faultOf(password: string, names: string[], email: string): Promise<PasswordFault | null> {
  common ??= import('@zxcvbn-ts/language-common').then(m => new Set(m.dictionary['passwords-common']))
  return faultOfPassword(password, { names: ['Countersign', ...names], email }, await common)
}
// Fifty thousand words, read when the first password is chosen.
let common: Promise<Set<string>> | null = null

/** Written before it is sent, so that none is lost. Links lead to the address that people open, whatever a request calls us. */
async function writeLetter(
  { ownerPool, mail }: Works,
  { id, name, email }: Owner,
  kind: 'password-reset' | 'account-notice',
  [subject, says]: [string, string],
): Promise<void> {
  await ownerPool.query(
    'insert into letters (person_id, recipient, kind, subject, body, written_at) values ($1, $2, $3, $4, $5, now())',
    [id, email, kind, subject, `Dear ${name}\n\n${says}\n\nCountersign`],
  )
  void mail.deliver()
}

const passwordLetter = ({ config }: Works, token: string): [string, string] => [
  'Choose a new password',
  `Choose a new password here:\n${config.baseUrl}/reset-password?token=${token}\n\nThe link works for three days and once only; a newer letter takes its place. If you did not ask for it, you need do nothing.`,
]

const changed: Record<AccountChange, [string, string]> = {
  'password-changed': ['Your password was changed', 'The password of your account was changed.'],
  'second-factor-on': ['Your second factor was switched on', 'The second factor of your account was switched on.'],
  'second-factor-off': ['Your second factor was switched off', 'The second factor of your account was switched off.'],
  'backup-codes-made': [
    'You have new backup codes',
    'New backup codes were made for your account. The old ones no longer work.',
  ],
}

const noticeOf = ({ config }: Works, { email }: Owner, change: AccountChange): [string, string] => [
  changed[change][0],
  `${changed[change][1]} You sign in to it with ${email}. Every other device was signed out.\n\nIf this was you, you need do nothing. If it was not, choose a new password now, and tell your centre administrator:\n${config.baseUrl}/forgot-password`,
]
