import { createHmac, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import pg from 'pg'
import { now } from '../clock.ts'
import type { Config } from '../config.ts'
import { bounds, surviving, waiting } from '../db/pool.ts'
import { forgetGuesses, mayGuess } from './guesses.ts'
import { giveBackCode, takeCode } from './used-codes.ts'

const week = 7 * 24 * 60 * 60

export type PasswordLetter = { personId: string; name: string; email: string; url: string }

/**
 * Who is who, by Better Auth on PostgreSQL: it works as a role of its own that sees schema `identity` only.
 * People are made by a centre's administrator or at first run, never by signing up.
 */
export function makeAuth(
  config: Config,
  authUrl: string,
  sendPasswordLetter: (letter: PasswordLetter) => Promise<void>,
) {
  const options = `-c search_path=identity -c TimeZone=UTC ${bounds()}`
  const pool = surviving(new pg.Pool({ connectionString: authUrl, max: 5, options, ...waiting }))
  const taken = new WeakMap<Request, { personId: string; code: string }>()
  const auth = betterAuth({
    appName: 'Countersign',
    baseURL: config.baseUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: pool,
    // A centre opens the same server as localhost, by name or by address: the page's own origin is trusted, no other.
    trustedOrigins: request => [
      config.baseUrl,
      ...(request?.headers.get('host') ? [`${new URL(config.baseUrl).protocol}//${request.headers.get('host')}`] : []),
    ],
    advanced: {
      cookiePrefix: 'countersign',
      disableOriginCheck: false, // the library leaves it out under test, where it has to show itself
      database: { generateId: 'uuid' },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: week,
      freshAge: 0, // what matters asks for the password; a list of one's own sessions must not expire after a day
      updateAge: 24 * 60 * 60,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3 * 24 * 60 * 60,
      password: {
        hash: password => hash(password, argon2),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
      sendResetPassword: async ({ user, url }) =>
        sendPasswordLetter({ personId: user.id, name: user.name, email: user.email, url }),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 200,
      customRules: {
        // By address, which a whole office shares: many people may sign in at nine; one account is limited below.
        '/sign-in/email': { window: 60, max: 30 },
        '/request-password-reset': { window: 900, max: 10 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ctx => {
        if (ctx.path === '/sign-in/email' && !(await mayGuess(pool, String(ctx.body?.email), now().getTime())))
          throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', message: 'Too many tries' })
        if (ctx.path === '/two-factor/verify-totp' && ctx.request) {
          const [personId, code] = [await personOfCode(ctx), String(ctx.body?.code)]
          if (personId && !(await takeCode(pool, personId, code, now().getTime())))
            throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used already' })
          if (personId) taken.set(ctx.request, { personId, code })
        }
      }),
      after: createAuthMiddleware(async ctx => {
        const tried = ctx.request && taken.get(ctx.request)
        if (tried && ctx.context.returned instanceof Error) await giveBackCode(pool, tried.personId, tried.code)
        if (ctx.path === '/sign-in/email' && !(ctx.context.returned instanceof Error))
          await forgetGuesses(pool, String(ctx.body.email))
      }),
    },
    plugins: [
      twoFactor({
        issuer: 'Countersign',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    telemetry: { enabled: false },
    // What is no refusal of its own is answered, and logged, as every other fault of the house.
    onAPIError: { throw: true },
    logger: { disabled: true },
  })
  return { handler: auth.handler, api: auth.api, close: () => pool.end() }
}

export type Auth = ReturnType<typeof makeAuth>

/** Whose code it is: of whoever is signed in and turns the second factor on, or of whoever has given their password just now. */
async function personOfCode(ctx: Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]): Promise<string | null> {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const half = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret)
  const known = half ? await ctx.context.internalAdapter.findVerificationValue(half) : null
  return known?.value ?? null
}

// OWASP's password storage advice for Argon2id: 19 MiB, two passes, one lane.
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, argon2)

/** The session token in a request's cookie, when its signature is ours; the database decides whether it still stands. */
export function sessionTokenOf(cookieHeader: string | undefined, secret: string): string | null {
  const cookie = cookieHeader?.match(/(?:^|;\s*)(?:__Secure-)?countersign\.session_token=([^;]+)/)?.[1]
  if (!cookie) return null
  let value: string
  try {
    value = decodeURIComponent(cookie)
  } catch {
    return null
  }
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}
