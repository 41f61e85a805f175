/** Sign-in, sessions and passwords, as Better Auth answers under /api/auth. */
import { Problem, send } from '../api.ts'
import { forgetPerson } from '../offline/last-person.ts'
import { queryClient } from '../results.ts'
import { stopWaiting } from '../waiting-files/waiting-files.ts'
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

/**
 * Forgets everything that was on the screen: the next person at this desk sees none of it. Files that are not uploaded yet
 * stay on the device for their own person, unless `clearing` takes them away. Without a connection it is refused, because the
 * session would go on.
 */
export async function signOut(clearing?: () => Promise<void>): Promise<void> {
  await auth('POST', '/sign-out').catch((error: unknown) => {
    if (error instanceof Problem && error.unreachable) throw error
  })
  await clearing?.()
  stopWaiting()
  forgetPerson()
  queryClient.clear()
  location.assign('/sign-in')
}

/** A page of ours to go on to; anything else leads home. */
export const ownPage = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')
