import nodemailer, { type Transporter } from 'nodemailer'
import type pg from 'pg'
import type { Config } from './config.ts'
import { inTransaction } from './db/pool.ts'
import type { Log } from './log.ts'

export type Letter = {
  centreId: string | null
  personId: string | null
  recipient: string
  kind: 'invitation' | 'password-reset' | 'notice' | 'account-notice'
  subject: string
  body: string
}

export type Mailer = {
  /** True when letters leave by SMTP; otherwise they wait in the outbox that an administrator can read. */
  sends: boolean
  /** Sends what waits in `letters`; what a mail server refuses stays there with the reason. */
  deliver: () => Promise<void>
}

// A mail server that is away, or asks us to come back, is asked again after this long.
const again = 60_000

type Outcome = 'nothing-waits' | 'done' | 'later'

export function makeMailer(config: Config, ownerPool: pg.Pool, log: Log): Mailer {
  const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : null
  let running: Promise<void> | null = null

  const deliverAll = async (transport: Transporter) => {
    const postponed: string[] = []
    while ((await deliverNext(transport, postponed)) !== 'nothing-waits') {}
    if (postponed.length > 0) setTimeout(() => void deliver(), again).unref()
  }
  /** Holds the letter while it is sent, so that two web processes never send it twice. */
  const deliverNext = (transport: Transporter, postponed: string[]): Promise<Outcome> =>
    inTransaction(ownerPool, async ({ client }) => {
      const { rows } = await client.query(
        `select id, recipient, subject, body from letters
          where sent_at is null and failure is null and not (id = any ($1)) order by written_at limit 1 for update skip locked`,
        [postponed],
      )
      const letter = rows[0]
      if (!letter) return 'nothing-waits'
      try {
        const { recipient: to, subject, body: text } = letter
        await transport.sendMail({ from: config.mailFrom, to, subject, text })
        await client.query('update letters set sent_at = now() where id = $1', [letter.id])
        return 'done'
      } catch (error) {
        const { code, responseCode, message } = error as Error & { code?: string; responseCode?: number }
        log.warn({ letter: letter.id, code, responseCode }, 'a letter could not be sent')
        if (responseCode && responseCode >= 500) {
          await client.query('update letters set failure = $2 where id = $1', [letter.id, message.slice(0, 500)])
          return 'done'
        }
        postponed.push(letter.id)
        // No answer at all: the others would fare no better now.
        return responseCode ? 'later' : 'nothing-waits'
      }
    })
  const deliver = () => {
    if (!transport) return Promise.resolve()
    running ??= deliverAll(transport)
      .catch(error => log.warn({ code: error.code }, 'the outbox could not be read'))
      .finally(() => {
        running = null
      })
    return running
  }
  return { sends: transport !== null, deliver }
}
