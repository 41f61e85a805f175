import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Where somebody has signed in before, a device counts its own wrong passwords, so that whoever guesses at the account
 * from elsewhere cannot keep its owner out (the device cookies that OWASP describes). The cookie holds a number for the
 * device and a signed mark for each account that has signed in there; it names nobody.
 */
const accountsOnOneDevice = 5

/** A year: most browsers keep a cookie no longer. */
export const deviceLifetime = 365 * 24 * 60 * 60

const shape = new RegExp(`^[\\w-]{22}(\\.[\\w-]{22}){1,${accountsOnOneDevice}}$`)

/** The number of the device where this account has signed in on it, else null. */
export function deviceOf(cookie: string | undefined, email: string, secret: string): string | null {
  const [device, ...marks] = read(cookie)
  if (!device) return null
  const right = Buffer.from(markOf(device, email, secret))
  return marks.some(mark => timingSafeEqual(Buffer.from(mark), right)) ? device : null
}

/** The cookie once this account has signed in too; the account that has not for longest makes room. */
export function deviceWith(cookie: string | undefined, email: string, secret: string): string {
  const [device = randomBytes(16).toString('base64url'), ...marks] = read(cookie)
  const own = markOf(device, email, secret)
  return [device, own, ...marks.filter(mark => mark !== own)].slice(0, 1 + accountsOnOneDevice).join('.')
}

const read = (cookie: string | undefined) => (cookie && shape.test(cookie) ? cookie.split('.') : [])

const markOf = (device: string, email: string, secret: string) =>
  createHmac('sha256', secret)
    .update(`device|${device}|${email.trim().toLowerCase()}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
