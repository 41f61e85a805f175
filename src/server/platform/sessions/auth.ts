import { hash, verify } from '@node-rs/argon2'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import pg from 'pg'
import { passwordLength } from '#domain/people/password.ts'
import type { Config } from '../config.ts'
import { bounds, surviving, waiting } from '../db/pool.ts'
import { isOwnOrigin } from '../http/origins.ts'
import type { Refusals } from '../refusals.ts'
import { cookiePrefix, isHttps } from './cookies.ts'
import { makeHooks, type OfPeople } from './hooks.ts'
import { keptBackupCodes, keptIdentifier } from './kept.ts'

const week = 7 * 24 * 60 * 60

/**
 * Who is who, by Better Auth on PostgreSQL: it works as a role of its own that sees schema `identity` only.
 * People are made by a centre's administrator or at first run, never by signing up.
 */
export function makeAuth(config: Config, authUrl: string, people: OfPeople, refusals: Refusals) {
  const options = `-c search_path=identity -c TimeZone=UTC ${bounds()}`
  const pool = surviving(new pg.Pool({ connectionString: authUrl, max: 5, options, ...waiting }))
  const hooks = makeHooks(config, pool, people, refusals)
  const auth = betterAuth({
    appName: 'Countersign',
    baseURL: config.baseUrl,
    basePath: '/api/auth',
    secret: config.secret,
    database: pool,
    trustedOrigins: request => {
      const [origin, host] = [request?.headers.get('origin'), request?.headers.get('host') ?? undefined]
      return [config.baseUrl, ...(origin && isOwnOrigin(origin, host, config.baseUrl) ? [origin] : [])]
    },
    advanced: {
      // The library would name them __Secure-, which a neighbouring site may set for us.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(config),
      disableOriginCheck: false, // the library leaves it out under test, where it has to show itself
      database: { generateId: 'uuid' },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure: isHttps(config), path: '/' },
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
      storeIdentifier: { hash: async identifier => keptIdentifier(identifier) },
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3 * 24 * 60 * 60,
      password: {
        hash: password => hash(password, argon2),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
      sendResetPassword: ({ user, token }) => people.writePasswordLetter(user, token),
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
        '/change-password': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    hooks: { before: createAuthMiddleware(hooks.before) },
    plugins: [
      twoFactor({
        issuer: 'Countersign',
        backupCodeOptions: {
          storeBackupCodes: {
            encrypt: async codes => keptBackupCodes(codes, config.secret),
            decrypt: async kept => kept,
          },
        },
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
      // After the second factor, which may take back the session that the password alone had made.
      { id: 'countersign', hooks: { after: [{ matcher: () => true, handler: createAuthMiddleware(hooks.after) }] } },
    ] satisfies BetterAuthPlugin[],
    telemetry: { enabled: false },
    // What is no refusal of its own is answered, and logged, as every other fault of the house.
    onAPIError: { throw: true },
    logger: { disabled: true },
  })
  return { handler: auth.handler, api: auth.api, close: () => pool.end() }
}

export type Auth = ReturnType<typeof makeAuth>

// OWASP's password storage advice for Argon2id: 19 MiB, two passes, one lane.
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, argon2)
