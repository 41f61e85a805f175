/** A stored file as the answer, whole or in ranges, under headers with which nothing in it can run. */
import { nameToSave } from '#domain/files/types.ts'
import { rangeOf } from '#platform/files/range.ts'
import { FileReply } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Services } from '#platform/services.ts'

/** Shown in a page of its own only where nothing in it can run; everything else is handed over to be saved. */
const shown = /^(image\/(png|jpeg|gif|webp)|application\/pdf|audio\/|video\/|text\/)/

type Stored = { name: string; sha256: string; size: number; mediaType: string }
type Asked = {
  query: { download?: '1' | undefined }
  request: { headers: Record<string, string | string[] | undefined> }
  services: Services
}

export async function serveFile(file: Stored, { query, request, services }: Asked): Promise<FileReply> {
  if ((await services.files.size(file.sha256)) !== file.size) throw new NotFound()
  const etag = `"${file.sha256}"`
  const inline = shown.test(file.mediaType) && !query.download
  const headers: Record<string, string> = {
    'content-type': servedAs(file.mediaType),
    'content-disposition': `${inline ? 'inline' : 'attachment'}; ${fileName(file.name)}`,
    etag,
    'accept-ranges': 'bytes',
    // Asked again each time, because permission may have ended; the bytes themselves need not be sent again.
    'cache-control': 'private, no-cache',
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  }
  if (request.headers['if-none-match'] === etag) return new FileReply('', headers, 304)
  const ifRange = request.headers['if-range']
  const range = ifRange && ifRange !== etag ? null : rangeOf(request.headers.range, file.size)
  if (range === 'unsatisfiable') return new FileReply('', { ...headers, 'content-range': `bytes */${file.size}` }, 416)
  if (!range) return new FileReply(services.files.read(file.sha256), { ...headers, 'content-length': `${file.size}` })
  const part = {
    'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
    'content-length': `${range.end - range.start + 1}`,
  }
  return new FileReply(services.files.read(file.sha256, range), { ...headers, ...part }, 206)
}

/** Writing of any kind is plain writing, and says so. */
function servedAs(mediaType: string): string {
  return mediaType.startsWith('text/') || mediaType === 'message/rfc822' ? 'text/plain; charset=utf-8' : mediaType
}

/** The name exactly as it was given, for those who read RFC 5987; something harmless for those who do not. */
function fileName(given: string): string {
  const name = nameToSave(given)
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}
