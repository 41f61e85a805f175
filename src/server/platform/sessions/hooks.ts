import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type pg from 'pg'
import { now } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Refusals } from '../refusals.ts'
import { cookiesIn, sessionTokenOf } from './cookies.ts'
import { deviceLifetime, deviceOf, deviceWith } from './devices.ts'
import { countsTo, forgetCount, guessesAt, linksFor, mostGuesses, mostLinks } from './guesses.ts'
import { keptBackupCode } from './kept.ts'
import { giveBackCode, takeCode } from './used-codes.ts'

export type Owner = { id: string; name: string; email: string }
export type AccountChange = 'password-changed' | 'second-factor-on' | 'second-factor-off' | 'backup-codes-made'

/** What the sign-in library asks of the people of the house. */
export type OfPeople = {
  writePasswordLetter: (owner: Owner, token: string) => Promise<void>
  writeNotice: (owner: Owner, change: AccountChange) => Promise<void>
  /** The code of what is wrong with a password that this person chooses, with the link of a letter or signed in; or null. */
  faultOfPassword: (password: string, owner: Owner, token: string | null) => Promise<string | null>
}

type Ctx = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]
type User = Owner & { twoFactorEnabled?: boolean | null }

/** What is known of a request before the library works on it, and needed afterwards. */
type Attempt = {
  path: string
  /** Whose account it is about, where that is known beforehand. */
  owner: User | null
  /** Where a wrong password is counted. */
  guesses?: string
  /** The code of the second factor that was taken for this attempt. */
  code?: string
  /** What the account will have changed in when the library has done it. */
  change?: AccountChange | undefined
}

/** The endpoints that ask for the password that one has, with the field it is in. */
const passwordAsked: Record<string, string> = {
  '/sign-in/email': 'password',
  '/change-password': 'currentPassword',
  '/two-factor/enable': 'password',
  '/two-factor/disable': 'password',
  '/two-factor/generate-backup-codes': 'password',
}
const signsIn = ['/sign-in/email', '/two-factor/verify-totp', '/two-factor/verify-backup-code']
/** Where a refusal is a failed attempt at an account. */
const attempted = [...Object.keys(passwordAsked), ...signsIn]
const aboutSignedIn = [...Object.keys(passwordAsked), ...signsIn].filter(path => path !== '/sign-in/email')

// The library's own answer, given also where no letter is written: nobody learns from it whether there is an account.
const linkAsked = {
  status: true,
  message: 'If this email exists in our system, check your email for the reset link',
}

/** What we do before and after the sign-in library: counts, passwords, sessions that end, notices. */
export function makeHooks(config: Config, pool: pg.Pool, people: OfPeople, refusals: Refusals) {
  const attempts = new WeakMap<Request, Attempt>()
  const cookieOf = (ctx: Ctx, name: string) => cookiesIn(ctx.headers?.get('cookie') ?? undefined, config).get(name)
  const deviceCookie = (ctx: Ctx) => ctx.context.createAuthCookie('device', { maxAge: deviceLifetime })

  async function before(ctx: Ctx) {
    if (!ctx.request) return
    const at = now().getTime()
    const attempt: Attempt = { path: ctx.path, owner: await ownerOf(ctx) }
    attempt.change = await changeMeant(ctx, attempt)
    attempts.set(ctx.request, attempt)
    await refusePassword(ctx, attempt)
    await countGuess(ctx, attempt, at)
    if (ctx.path === '/request-password-reset' && !(await countsTo(pool, linksFor(ctx.body.email), mostLinks, at)))
      return linkAsked
    if (ctx.path === '/two-factor/verify-totp') await takeCodeOnce(ctx, attempt, at)
    if (ctx.path === '/change-password') return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
    if (ctx.path === '/two-factor/verify-backup-code')
      return { context: { body: { ...ctx.body, code: keptBackupCode(ctx.body.code, config.secret) } } }
    return
  }

  async function after(ctx: Ctx) {
    const attempt = ctx.request && attempts.get(ctx.request)
    if (!attempt) return
    if (ctx.context.returned instanceof Error) return await refused(ctx, attempt, isLockOut(ctx.context.returned))
    const { owner, change } = attempt
    if (attempt.guesses) await forgetCount(pool, attempt.guesses)
    const made = ctx.context.newSession
    if (ctx.path === '/sign-in/email') await endReplacedSession(ctx, made?.session.token)
    if (signsIn.includes(ctx.path) && made) knowDevice(ctx, made.user.email)
    if (ctx.path === '/reset-password' && owner) {
      // Whoever has the letter is the owner, and was kept out perhaps by somebody else's guesses.
      await forgetCount(pool, guessesAt(owner.email, null))
      knowDevice(ctx, owner.email)
    }
    if (owner && change) {
      const own = ctx.path === '/reset-password' ? null : (made?.session.token ?? ctx.context.session?.session.token)
      await endOtherSessions(owner.id, own ?? null)
      await people.writeNotice(owner, change)
    }
  }

  /** Every refused attempt comes here, a lock-out too: the one place where attempts that failed are counted. */
  async function refused(ctx: Ctx, { path, owner, code }: Attempt, lockedOut: boolean): Promise<void> {
    if (owner && code) await giveBackCode(pool, owner.id, code)
    if (!attempted.includes(path)) return
    // Looked up whether or not there is such an account, so both take as long.
    const guessed = path === '/sign-in/email' ? await ctx.context.internalAdapter.findUserByEmail(ctx.body.email) : null
    const personId = owner?.id ?? guessed?.user.id ?? null
    const kind = lockedOut ? 'locked-out' : 'sign-in-failed'
    refusals.note({ kind, route: `POST /auth${path}`, personId, centreId: null, entered: false })
  }

  async function refusePassword(ctx: Ctx, { owner }: Attempt): Promise<void> {
    if (typeof ctx.body?.newPassword !== 'string' || !owner) return
    const code = await people.faultOfPassword(ctx.body.newPassword, owner, ctx.body.token ?? null)
    if (code)
      throw new APIError('UNPROCESSABLE_ENTITY', {
        code: 'platform/invalid-input',
        faults: [{ path: 'newPassword', message: code, code }],
      })
  }

  async function countGuess(ctx: Ctx, attempt: Attempt, at: number): Promise<void> {
    if (!passwordAsked[ctx.path]) return
    const email = ctx.path === '/sign-in/email' ? String(ctx.body?.email) : attempt.owner?.email
    if (!email) return // nobody is signed in: the library says so before it looks at the password
    const device = deviceOf(cookieOf(ctx, deviceCookie(ctx).name), email, config.secret)
    attempt.guesses = guessesAt(email, device)
    if (await countsTo(pool, attempt.guesses, mostGuesses, at)) return
    await refused(ctx, attempt, true)
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', message: 'Too many tries' })
  }

  async function takeCodeOnce(ctx: Ctx, attempt: Attempt, at: number): Promise<void> {
    const [owner, code] = [attempt.owner, String(ctx.body?.code)]
    if (!owner) return
    if (!(await takeCode(pool, owner.id, code, at))) {
      await refused(ctx, attempt, false)
      throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used already' })
    }
    attempt.code = code
  }

  async function changeMeant(ctx: Ctx, { owner }: Attempt): Promise<AccountChange | undefined> {
    if (!owner) return undefined
    switch (ctx.path) {
      case '/change-password':
        return 'password-changed'
      case '/reset-password':
        // The first password of an account changes nothing.
        return (await ctx.context.internalAdapter.findCredentialAccount(owner.id))?.password
          ? 'password-changed'
          : undefined
      case '/two-factor/verify-totp':
        return ctx.context.session && !owner.twoFactorEnabled ? 'second-factor-on' : undefined
      case '/two-factor/disable':
        return owner.twoFactorEnabled ? 'second-factor-off' : undefined
      case '/two-factor/generate-backup-codes':
        return 'backup-codes-made'
      default:
        return undefined
    }
  }

  /** The session whose cookie the new one overwrites would stand for a week with nobody to end it. */
  async function endReplacedSession(ctx: Ctx, made: string | undefined): Promise<void> {
    const replaced = sessionTokenOf(ctx.headers?.get('cookie') ?? undefined, config)
    if (replaced && replaced !== made) await pool.query('delete from identity.sessions where token = $1', [replaced])
  }

  /** Also sign-ins that wait for their second factor, and devices that are asked for none. */
  async function endOtherSessions(personId: string, own: string | null): Promise<void> {
    await pool.query(
      `with ended as (delete from identity.sessions where person_id = $1 and token is distinct from $2)
       delete from identity.verifications where value = $1::text and identifier like 'other#%'`,
      [personId, own],
    )
  }

  function knowDevice(ctx: Ctx, email: string): void {
    const { name, attributes } = deviceCookie(ctx)
    ctx.setCookie(name, deviceWith(cookieOf(ctx, name), email, config.secret), attributes)
  }

  return { before, after }
}

const isLockOut = (error: Error) => (error as Error & { statusCode?: number }).statusCode === 429

/** Whose account a request is about: of the link, of whoever is signed in, or of whoever has just given their password. */
async function ownerOf(ctx: Ctx): Promise<User | null> {
  const { internalAdapter } = ctx.context
  const ofValue = async (identifier: string | null | undefined | false) => {
    const kept = identifier ? await internalAdapter.findVerificationValue(identifier) : null
    return kept && kept.expiresAt > new Date() ? await internalAdapter.findUserById(kept.value) : null
  }
  if (ctx.path === '/reset-password') return await ofValue(`reset-password:${ctx.body?.token}`)
  if (!aboutSignedIn.includes(ctx.path)) return null
  const session = await getSessionFromCtx(ctx)
  if (session || !signsIn.includes(ctx.path)) return session?.user ?? null
  return await ofValue(await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret))
}
