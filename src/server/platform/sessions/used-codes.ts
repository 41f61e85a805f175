import { createHash } from 'node:crypto'
import type pg from 'pg'

// A code of an authenticator is taken half a minute before its time and half a minute after it; then it is worth nothing.
const lifetime = 2 * 60 * 1000

const keyOf = (personId: string, code: string): string =>
  `code|${createHash('sha256').update(`${personId}|${code.trim()}`).digest('hex')}`

/**
 * Takes a code for one use, before it is known to be right: of two who send it at once, one is refused (RFC 6238, 5.2).
 * Answers false where it was used within its lifetime. `giveBack` it where it turned out wrong.
 */
export async function takeCode(pool: pg.Pool, personId: string, code: string, at: number): Promise<boolean> {
  await pool.query(`delete from identity.rate_limits where key like 'code|%' and last_request < $1`, [at - lifetime])
  const { rowCount } = await pool.query(
    'insert into identity.rate_limits (key, count, last_request) values ($1, 1, $2) on conflict (key) do nothing',
    [keyOf(personId, code), at],
  )
  return rowCount === 1
}

/** A wrong code may be sent again, and is as wrong then. */
export async function giveBackCode(pool: pg.Pool, personId: string, code: string): Promise<void> {
  await pool.query('delete from identity.rate_limits where key = $1', [keyOf(personId, code)])
}
