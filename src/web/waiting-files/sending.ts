/** How one waiting thing goes to the server, and what the answer means for it. */
import type { DetailedError, HttpResponse } from 'tus-js-client'
import { api, Problem } from '../api.ts'
import type { BegunEvidence, FileRefused, WaitingFile } from './device.ts'

/** Why something has to wait longer. */
export type Why = 'no-connection' | 'signed-out' | 'server'
export type Outcome = { done: true } | { refused: FileRefused } | { later: Why } | { anew: true } | { stopped: true }

/** Who is signed in now: in another window it may have become somebody else. */
export async function whoIsSignedIn(): Promise<{ personId: string } | { later: Why }> {
  try {
    const account = await api('GET /me', {})
    // A hotel's sign-in page answers everything with a page of its own.
    return account?.person ? { personId: account.person.id } : { later: 'no-connection' }
  } catch (error) {
    return { later: error instanceof Problem ? whyOf(error.status) : 'no-connection' }
  }
}

const whyOf = (status: number): Why => (status === 0 ? 'no-connection' : status === 401 ? 'signed-out' : 'server')
/** The same request can succeed later: the server is busy, restarting, or has another request in hand. */
const passes = (status: number) => status >= 500 || [0, 401, 408, 409, 423, 425, 429].includes(status)

/** Begins evidence on the server that was begun here; a repeated request finds what the first one made. */
export async function beginOnServer(begun: BegunEvidence): Promise<Outcome> {
  const { evidenceId, centreId, learnerId, as } = begun
  try {
    await api('POST /centres/:centreId/learners/:learnerId/evidence', {
      params: { centreId, learnerId },
      body: { id: evidenceId, ...as } as never,
    })
    if (begun.title || begun.description) await describe(begun)
    return { done: true }
  } catch (error) {
    if (!(error instanceof Problem)) return { later: 'no-connection' }
    // Asked again it would be refused again.
    const forGood = error.code === 'platform/request-already-used'
    if (!forGood && passes(error.status)) return { later: whyOf(error.status) }
    return { refused: { code: error.code, details: error.details } }
  }
}

async function describe({ centreId, evidenceId, title, description }: BegunEvidence): Promise<void> {
  const put = (body: { revision: number; title?: string; description?: string }) =>
    api('PUT /centres/:centreId/evidence/:evidenceId/description', { params: { centreId, evidenceId }, body })
  await put({ revision: 1, ...(title && { title }), ...(description && { description }) }).catch(async error => {
    if (!(error instanceof Problem) || error.code !== 'evidence/changed-meanwhile') throw error
    // It was described on another device meanwhile: both texts stay.
    const changed = error.details.changed as { title?: string; description?: string }
    const texts = [changed.description, changed.title !== undefined && title, description].filter(Boolean)
    await put({ revision: Number(error.details.revision), description: texts.join('\n') })
  })
}

/** Uploads one file, from the byte that the server asks for. `onUrl` is waited for before the first byte goes. */
export async function upload(
  file: WaitingFile,
  bytes: Blob,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
  onUrl: (url: string) => Promise<void>,
): Promise<Outcome> {
  const { Upload } = await import('tus-js-client').catch(() => ({ Upload: null }))
  if (!Upload) return { later: 'no-connection' }
  return await new Promise(resolve => {
    let known = Promise.resolve()
    const sending = new Upload(bytes, {
      // An upload that has begun goes on or is begun anew by us: the library would begin anew at any fault of the server.
      ...(file.uploadUrl ? { uploadUrl: file.uploadUrl } : { endpoint: file.path }),
      metadata: { name: file.name },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (sending.url && sending.url !== file.uploadUrl) known = onUrl(sending.url).catch(() => {})
      },
      onBeforeRequest: () => known,
      onProgress,
      onSuccess: () => resolve({ done: true }),
      onError: error => resolve(outcomeOf(error as DetailedError, file)),
    })
    signal.addEventListener('abort', () => {
      void sending.abort()
      resolve({ stopped: true })
    })
    if (signal.aborted) resolve({ stopped: true })
    else sending.start()
  })
}

function outcomeOf(error: DetailedError, file: WaitingFile): Outcome {
  const answer: HttpResponse | null = error.originalResponse ?? null
  const status = answer?.getStatus() ?? 0
  if (passes(status)) return { later: whyOf(status) }
  const refused = answer && refusedIn(answer)
  // Its beginning may be gone after a week, or its question has no body: a new beginning says what is wrong.
  if (file.uploadUrl && (!refused || status === 404)) return { anew: true }
  return refused ? { refused } : { later: 'server' }
}

/** Our own word for a refusal; a proxy in between has none, except for its limit on size. */
function refusedIn(answer: HttpResponse): FileRefused | null {
  try {
    const { code, details = {} } = JSON.parse(answer.getBody()) as { code?: string; details?: FileRefused['details'] }
    return code ? { code, details } : null
  } catch {
    return answer.getStatus() === 413 ? { code: 'platform/too-large', details: {} } : null
  }
}

/** Best effort: what nobody goes on with, the server clears away after a week. */
export async function giveUp(uploadUrl: string): Promise<void> {
  await fetch(uploadUrl, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => {})
}
