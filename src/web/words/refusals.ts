/** The words of what was refused: for the administrators of a centre. */
import type { RefusalKind } from '#contract/refusals.ts'

export const refusalKindNames: Record<RefusalKind, string> = {
  'sign-in-failed': 'Failed sign-in',
  'locked-out': 'Locked out',
  forbidden: 'Not permitted',
  'not-found': 'Not found',
}

export const refusalKindTexts: Record<RefusalKind, string> = {
  'sign-in-failed': 'Wrong password or code',
  'locked-out': 'Too many wrong passwords or codes',
  forbidden: 'The person’s role does not allow it',
  'not-found': 'Does not exist, or not for this person',
}

const signInTexts: Record<string, string> = {
  'POST /auth/sign-in/email': 'Sign in with a password',
  'POST /auth/two-factor/verify-totp': 'Give a code of the second factor',
  'POST /auth/two-factor/verify-backup-code': 'Give a backup code',
  'POST /auth/change-password': 'Change the password',
  'POST /auth/two-factor/enable': 'Switch the second factor on',
  'POST /auth/two-factor/disable': 'Switch the second factor off',
  'POST /auth/two-factor/generate-backup-codes': 'Make backup codes',
}

/** What somebody tried, by the route that refused it. */
export const triedText = (route: string, summary: string | null): string =>
  summary ?? signInTexts[route] ?? (/\/uploads(\/|$)/.test(route) ? 'Upload a file' : route)
