import { createHash } from 'node:crypto'
import type pg from 'pg'

// 20 in a quarter of an hour are fewer than the hundred an hour that OWASP ASVS 2.2.1 allows for one account.
const most = 20
const quarter = 15 * 60 * 1000

const keyOf = (email: string): string =>
  `guesses|${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`

/**
 * Counts a try at an account's password, wherever it comes from and whether or not there is such an account; answers
 * whether it may be tried. The limiter by address does not see one account guessed at from many addresses.
 */
export async function mayGuess(pool: pg.Pool, email: string, at: number): Promise<boolean> {
  const { rows } = await pool.query(
    `insert into identity.rate_limits as r (key, count, last_request) values ($1, 1, $2)
     on conflict (key) do update set count = case when r.last_request < $3 then 1 else r.count + 1 end,
                                     last_request = case when r.last_request < $3 then $2 else r.last_request end
     returning count`,
    [keyOf(email), at, at - quarter],
  )
  return rows[0].count <= most
}

/** The right password was given: what was mistyped before no longer counts. */
export async function forgetGuesses(pool: pg.Pool, email: string): Promise<void> {
  await pool.query('delete from identity.rate_limits where key = $1', [keyOf(email)])
}
