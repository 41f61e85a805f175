/**
 * The endpoints of the sign-in library that answer, under /api/auth, with the body that each takes. The library has many
 * more; what is not on this list is not found.
 */
import { z } from 'zod'
import { passwordLength } from '#domain/people/password.ts'
import type { Key } from './endpoint.ts'

const { least, most } = passwordLength

/** A password that somebody chooses. What else it must not be, `faultOfPassword` says. */
export const newPassword = z
  .string()
  .min(least, `Use at least ${least} characters`)
  .max(most, `Use at most ${most} characters`)

/** A password that somebody has: it was accepted once, so it is at most so long. */
const password = z.string().min(1, 'Type your password').max(most, `Use at most ${most} characters`)
const email = z.email('Give a whole e-mail address').max(254, 'Use at most 254 characters')
const nothing = z.strictObject({})
const code = z.strictObject({
  code: z.string().trim().min(1, 'Type the code').max(40, 'A code is shorter'),
  /** Asks for no code on this device for a month. */
  trustDevice: z.boolean().default(false),
})
const confirmed = z.strictObject({ password })

export const signInEndpoints = {
  'POST /sign-in/email': z.strictObject({ email, password }),
  'POST /sign-out': nothing,
  'POST /request-password-reset': z.strictObject({ email }),
  'POST /reset-password': z.strictObject({ token: z.string().min(1).max(200), newPassword }),
  'POST /change-password': z.strictObject({ currentPassword: password, newPassword }),
  'GET /get-session': null,
  'GET /list-sessions': null,
  'POST /revoke-session': z.strictObject({ token: z.string().min(1).max(200) }),
  'POST /revoke-other-sessions': nothing,
  'POST /two-factor/enable': confirmed,
  'POST /two-factor/disable': confirmed,
  'POST /two-factor/generate-backup-codes': confirmed,
  'POST /two-factor/verify-totp': code,
  'POST /two-factor/verify-backup-code': code,
} satisfies Record<Key, z.ZodType | null>

export type SignInKey = keyof typeof signInEndpoints
export type SignInBody<K extends SignInKey> = (typeof signInEndpoints)[K] extends infer S extends z.ZodType
  ? z.input<S>
  : undefined
