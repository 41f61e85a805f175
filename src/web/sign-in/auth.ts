/** Sign-in, sessions and passwords, as Better Auth answers under /api/auth. */
import { Problem, send } from '../api.ts'
import { sentenceForCode } from '../words/index.ts'

type FieldOf = Record<string, string>

/** `faultAt` names the field that a code is about: `{ INVALID_PASSWORD: 'currentPassword' }`. */
export async function auth<T>(method: 'GET' | 'POST', path: string, body?: unknown, faultAt: FieldOf = {}): Promise<T> {
  try {
    return (await send(method, `/api/auth${path}`, body ?? (method === 'POST' ? {} : undefined))) as T
  } catch (error) {
    if (!(error instanceof Problem) || error.code.includes('/')) throw error
    const code = `sign-in/${error.code.toLowerCase().replaceAll('_', '-')}`
    const field = faultAt[error.code]
    throw field
      ? new Problem(422, {
          code: 'platform/invalid-input',
          faults: [{ path: field, message: sentenceForCode(code, error.details) }],
        })
      : new Problem(error.status, { code, details: error.details })
  }
}

export type SignedIn = { twoFactorRedirect?: boolean }

/** A page of ours to go on to; anything else leads home. */
export const ownPage = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')
