/** Sign-in, sessions and passwords, as Better Auth answers under /api/auth. */
import type { SignInBody, SignInKey } from '#contract/sign-in.ts'
import { Problem, send } from '../api.ts'
import { sentenceForCode } from '../words/index.ts'

type FieldOf = Record<string, string>

export type Session = {
  id: string
  token: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
}

/** What we read of the answers; the library gives more. */
type Answers = {
  'POST /sign-in/email': { twoFactorRedirect?: boolean }
  'GET /get-session': { session: { id: string } } | null
  'GET /list-sessions': Session[]
  'POST /two-factor/enable': { totpURI: string; backupCodes: string[] }
  'POST /two-factor/generate-backup-codes': { backupCodes: string[] }
}
type AnswerTo<K> = K extends keyof Answers ? Answers[K] : unknown

/** `faultAt` names the field that a code is about: `{ INVALID_PASSWORD: 'currentPassword' }`. */
export async function auth<K extends SignInKey>(
  key: K,
  body?: SignInBody<K>,
  faultAt: FieldOf = {},
): Promise<AnswerTo<K>> {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string]
  try {
    return (await send(method, `/api/auth${path}`, body ?? (method === 'POST' ? {} : undefined))) as AnswerTo<K>
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

/** A page of ours to go on to; anything else leads home. */
export const ownPage = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')
