import nodemailer, { type Transporter } from 'nodemailer'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

export type Letter = {
  centreId: string | null
  personId: string | null
  recipient: string
  kind: 'invitation' | 'password-reset' | 'notice'
  subject: string
  body: string
}

export type Mailer = {
  /** True when letters leave by SMTP; otherwise they wait in the outbox that an administrator can read. */
  sends: boolean
  /** Sends what waits in `letters`; what fails stays there with the reason. */
  deliver: () => Promise<void>
}

export function makeMailer(config: Config, ownerPool: pg.Pool, log: Log): Mailer {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null
  let running: Promise<void> | null = null
  const deliverAll = async () => {
    if (!transport) return
    while (await deliverSome(transport)) {}
  }
  const deliverSome = async (transport: Transporter) => {
    const { rows } = await ownerPool.query(
      'select id, recipient, subject, body from letters where sent_at is null and failure is null order by written_at limit 50',
    )
    for (const letter of rows) {
      try {
        await transport.sendMail({
          from: config.mailFrom,
          to: letter.recipient,
          subject: letter.subject,
          text: letter.body,
        })
        await ownerPool.query('update letters set sent_at = now() where id = $1', [letter.id])
      } catch (error) {
        log.warn({ letter: letter.id, code: (error as NodeJS.ErrnoException).code }, 'a letter could not be sent')
        await ownerPool.query('update letters set failure = $2 where id = $1', [
          letter.id,
          String((error as Error).message).slice(0, 500),
        ])
      }
    }
    return rows.length > 0
  }
  return {
    sends: transport !== null,
    deliver: () => {
      running ??= deliverAll()
        .catch(error => log.warn({ code: error.code }, 'the outbox could not be read'))
        .finally(() => {
          running = null
        })
      return running
    },
  }
}
