/** Sign-in, sessions and passwords, as Better Auth answers under /api/auth. */
import { Problem, send } from '../api.ts'
import { queryClient } from '../results.ts'

const auth = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> =>
  (await send(method, `/api/auth${path}`, body ?? (method === 'POST' ? {} : undefined))) as T

/** Forgets everything that was on the screen: the next person at this desk sees none of it. */
export async function signOut(): Promise<void> {
  await auth('POST', '/sign-out').catch((error: unknown) => {
    if (!(error instanceof Problem) || error.unreachable) throw error
  })
  queryClient.clear()
  location.assign('/sign-in')
}

export { auth }
