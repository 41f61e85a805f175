/** Uploads into one piece of evidence, or beside one decision or question. They go on while the person looks at another page, and carry on after a cut. */
import Audio from '@uppy/audio'
import Uppy from '@uppy/core'
import Tus from '@uppy/tus'
import Webcam from '@uppy/webcam'
import { largestFile } from '#domain/files/media.ts'
import { instantText, sentenceForCode } from '../words/index.ts'

/** Patience for a train in a tunnel and a server that starts again: about ten minutes in all. */
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000, 60_000, 120_000, 300_000]

/** `limit`: refused by a limit, so that cancelling other uploads may help. */
export type Refused = { id: string; name: string; sentence: string; limit: boolean }
export type Uploader = {
  uppy: Uppy
  /** A file of this name has been taken in. */
  onOneIn: (name: string) => void
  /** Nothing is on its way any more; so many came in. */
  onAllIn: (files: number) => void
  onRefused: (refused: Refused) => void
}

const under = new Map<string, Uploader>()

export function uploaderFor(endpoint: string): Uploader {
  const found = under.get(endpoint)
  if (found) return found
  const uppy = new Uppy({
    id: endpoint,
    autoProceed: true,
    onBeforeFileAdded: named,
    restrictions: { maxFileSize: largestFile },
    locale: {
      strings: { exceedsSize: '%{file} is larger than %{size}, so it was not taken' },
      pluralize: n => (n === 1 ? 0 : 1),
    },
  })
  uppy.use(Tus, { endpoint, retryDelays, allowedMetaFields: ['name'], removeFingerprintOnSuccess: true, limit: 3 })
  uppy.use(Webcam, {
    modes: ['picture', 'video-audio'],
    mirror: false,
    mobileNativeCamera: true,
  })
  uppy.use(Audio, { locale: { strings: { pluginNameAudio: 'Voice' } } })
  const uploader: Uploader = { uppy, onOneIn: () => {}, onAllIn: () => {}, onRefused: () => {} }
  let cameIn = 0
  uppy.on('upload-success', file => {
    uploader.onOneIn(file?.name ?? '')
    // What the house has stands in its own list below; here is only what is on its way.
    if (file) uppy.removeFile(file.id)
    cameIn++
    // The library says nothing of the end where every file was taken out of its list.
    if (uppy.getFiles().some(f => !f.error)) return
    uploader.onAllIn(cameIn)
    cameIn = 0
  })
  uppy.on('upload-error', (file, error) => {
    const { code, details } = problemIn(error)
    if (!file || !code) return
    const sentence = sentenceForCode(code, { name: file.name, ...details })
    uploader.onRefused({ id: file.id, name: file.name, sentence, limit: code.startsWith('quotas/') })
    uppy.removeFile(file.id)
  })
  uppy.on('restriction-failed', (file, error) => {
    if (file) uploader.onRefused({ id: `${file.id}`, name: file.name ?? '', sentence: error.message, limit: false })
  })
  under.set(endpoint, uploader)
  return uploader
}

/** What was recorded here has no name of its own yet: the day and the hour are what people look for. */
function named<F extends { source?: string; name?: string; meta: { name?: string } }>(file: F): F {
  const what = {
    Audio: 'Voice note',
    Webcam: file.name?.includes('.webm') || file.name?.includes('.mp4') ? 'Video' : 'Photo',
  }[file.source ?? '']
  if (!what) return file
  const at = instantText(new Date().toISOString()).replace(':', '.')
  const name = `${what}, ${at}.${file.name?.split('.').at(-1)}`
  return { ...file, name, meta: { ...file.meta, name } }
}

export const isUploading = (uppy: Uppy): boolean =>
  uppy.getFiles().some(f => f.progress.uploadStarted && !f.progress.uploadComplete)

/** Whether this page is sending the upload of that id, or will carry it on. */
export const isSending = (uppy: Uppy, id: string): boolean =>
  uppy.getFiles().some(f => (f as { tus?: { uploadUrl?: string | null } }).tus?.uploadUrl?.endsWith(`/${id}`))

/** Called when the page is left: an uploader with nothing on its way is put away. */
export function release(endpoint: string): void {
  const uploader = under.get(endpoint)
  if (!uploader || isUploading(uploader.uppy)) return
  uploader.uppy.destroy()
  under.delete(endpoint)
}

// Closing the window would stop what is on its way: the browser asks first.
window.addEventListener('beforeunload', event => {
  if ([...under.values()].some(u => isUploading(u.uppy))) event.preventDefault()
})

/** The server’s own problem, inside what the library says of it; without a code where there is none. */
function problemIn(error: unknown): { code?: string; details?: Record<string, unknown> } {
  const answer = (error as { originalResponse?: { getBody?: () => string } | null }).originalResponse?.getBody?.()
  try {
    return JSON.parse(answer ?? '')
  } catch {
    return {}
  }
}
