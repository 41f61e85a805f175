import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { requireDraft } from '#domain/evidence/evidence.ts'
import { rangeOf } from '#platform/files/range.ts'
import { action, FileReply } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { mayWriteEvidence } from '#policy/evidence.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectFile, updateFileRemoved, updateRevision } from './queries.ts'
import { actingAs, lockNewest, stillMissing } from './version.ts'

export const removeFile = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['DELETE /centres/:centreId/evidence/:evidenceId/files/:fileId'],
  run: async ({ db, actor, now, params, loaded, record }) => {
    requireDraft(loaded.state)
    const { evidenceId, version, learnerId } = loaded
    const file = await updateFileRemoved(db, { fileId: params.fileId, evidenceId, version, at: now })
    await updateRevision(db, { evidenceId, version })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'file-removed', ...about, body: { version, fileId: params.fileId, ...file } })
    return { missing: await stillMissing(db, loaded, now) }
  },
})

/** Shown in a page of its own only where nothing in it can run; everything else is handed over to be saved. */
const shown = /^(image\/(png|jpeg|gif|webp)|application\/pdf|audio\/|video\/|text\/)/

export const selectFileContent = action({
  load: ({ db, actor, params }) =>
    selectFile(db, { actor: actor.personId, evidenceId: params.evidenceId, fileId: params.fileId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/files/:fileId'],
  run: async ({ loaded: file, query, request, services }) => {
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
    if (range === 'unsatisfiable')
      return new FileReply('', { ...headers, 'content-range': `bytes */${file.size}` }, 416)
    if (!range) return new FileReply(services.files.read(file.sha256), { ...headers, 'content-length': `${file.size}` })
    const part = {
      'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
      'content-length': `${range.end - range.start + 1}`,
    }
    return new FileReply(services.files.read(file.sha256, range), { ...headers, ...part }, 206)
  },
})

/** Writing of any kind is plain writing, and says so. */
function servedAs(mediaType: string): string {
  return mediaType.startsWith('text/') || mediaType === 'message/rfc822' ? 'text/plain; charset=utf-8' : mediaType
}

/** The name exactly as it was given, for those who read RFC 5987; something harmless for those who do not. */
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}
