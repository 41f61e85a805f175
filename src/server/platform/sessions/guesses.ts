import { createHash } from 'node:crypto'
import type pg from 'pg'

const quarter = 15 * 60 * 1000

/** 20 in a quarter of an hour are fewer than the hundred an hour that OWASP ASVS allows for one account. */
export const mostGuesses = 20
/** A letter with a link is written to one address so often in a quarter of an hour. */
export const mostLinks = 5

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex')
const normal = (email: string): string => email.trim().toLowerCase()

/** Whose guesses are counted together: those at an account from one device of its own, or from everywhere else. */
export const guessesAt = (email: string, device: string | null): string =>
  `guesses|${hashed(device ? `${device}|${normal(email)}` : normal(email))}`

export const linksFor = (email: string): string => `links|${hashed(normal(email))}`

/**
 * Counts one more, whether or not there is such an account; answers whether there were at most `most` in a quarter of an
 * hour. The limiter by address does not see one account guessed at from many addresses.
 */
export async function countsTo(pool: pg.Pool, key: string, most: number, at: number): Promise<boolean> {
  const { rows } = await pool.query(
    `insert into identity.rate_limits as r (key, count, last_request) values ($1, 1, $2)
     on conflict (key) do update set count = case when r.last_request < $3 then 1 else r.count + 1 end,
                                     last_request = case when r.last_request < $3 then $2 else r.last_request end
     returning count`,
    [key, at, at - quarter],
  )
  return rows[0].count <= most
}

/** The right password was given: what was mistyped before no longer counts. */
export async function forgetCount(pool: pg.Pool, key: string): Promise<void> {
  await pool.query('delete from identity.rate_limits where key = $1', [key])
}
