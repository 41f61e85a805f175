/** How a whole file becomes part of a draft: by upload, or for the sample centre from the disk. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { action } from '#platform/http/action.ts'
import { mayWriteEvidence } from '#policy/evidence.ts'
import { type Kept, keepAndAttach, onDisk } from '#server/files/keeping.ts'
import { insertStoredFile } from '#server/files/queries.ts'
import type { Attaching } from '#server/files/uploading.ts'
import { insertEvidenceFile, type LockEvidenceRow, updateRevision } from './queries.ts'
import { actingAs, lockNewest } from './version.ts'

/** Rows and event of a kept file, in the transaction that holds the draft; null where its bytes were taken out for good before. */
export async function attachKept(
  { db, actor, now, record }: Attaching,
  evidence: LockEvidenceRow,
  name: string,
  { sha256, size, mediaType }: Kept,
): Promise<string | null> {
  requireChangeable(evidence, 'files')
  const { evidenceId, version, learnerId } = evidence
  const { removed } = await insertStoredFile(db, { sha256, size, mediaType, at: now })
  if (removed) return null
  const { id } = await insertEvidenceFile(db, { evidenceId, version, name, sha256, actor: actor.personId, at: now })
  await updateRevision(db, { evidenceId, version })
  const about = { as: actingAs(actor, evidence), learnerId, subjectId: evidenceId }
  await record({ type: 'file-added', ...about, body: { version, fileId: id, name, sha256, size, mediaType } })
  return id
}

const fileOnDisk = {
  key: 'POST /centres/:centreId/evidence/:evidenceId/files',
  summary: 'Attach a file that lies on the server’s own disk; for stories and imports, never mounted for the web',
  body: onDisk,
  result: z.object({ fileId: z.string() }),
} as const satisfies Endpoint & { key: string }

/** Run it with `performAs`; the file itself stays where it is. */
export const attachFile = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: fileOnDisk,
  run: async ({ body: file, loaded, services, params: { centreId }, ...context }) => {
    const put = (kept: Kept) => attachKept(context, loaded, file.name, kept)
    const owner = { centreId, personId: context.actor.personId }
    return { fileId: await keepAndAttach(services, file, owner, put) }
  },
})
