import type pg from 'pg'
import type { Mailer } from '#platform/mail.ts'
import type { PasswordLetter } from '#platform/sessions/auth.ts'

/** A password letter belongs to a person, not to a centre; it is written before it is sent, so none is lost. */
export async function writePasswordLetter(
  { ownerPool, mail }: { ownerPool: pg.Pool; mail: Mailer },
  letter: PasswordLetter,
): Promise<void> {
  const body = `Dear ${letter.name}\n\nChoose a new password here:\n${letter.url}\n\nThe link works for three days and once only. If you did not ask for it, you need do nothing.\n\nCountersign`
  await ownerPool.query(
    `insert into letters (person_id, recipient, kind, subject, body, written_at) values ($1, $2, 'password-reset', 'Choose a new password', $3, now())`,
    [letter.personId, letter.email, body],
  )
  void mail.deliver()
}
