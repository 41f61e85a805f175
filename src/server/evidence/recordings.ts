/** The length of recordings, and the parts that their author cuts them into (R77). */
import { recordingsContract as endpoints } from '#contract/recordings.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { sameDocument } from '#domain/evidence/content.ts'
import { partsShown } from '#domain/evidence/recordings.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { mediaKindOf } from '#domain/files/media.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { mayClaim, mayWriteEvidence } from '#policy/evidence.ts'
import { listStandingClaims } from '#server/claims/queries.ts'
import { selectDraftFile, updateFileLength, updateFileParts, updateRevision } from './queries.ts'
import { actingAs, lockNewest, stillMissing } from './version.ts'

async function recordingOf(db: Db, ids: { fileId: string; evidenceId: string; version: number }) {
  const file = await selectDraftFile(db, ids)
  if (!['audio', 'video'].includes(mediaKindOf(file.mediaType))) throw new Refusal('evidence/no-recording')
  return file
}

export const measureRecording = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/length'],
  run: async ({ db, actor, params, loaded, body: { seconds }, record }) => {
    requireChangeable(loaded, 'recordings')
    const { evidenceId, version, learnerId } = loaded
    const { fileId } = params
    if ((await recordingOf(db, { fileId, evidenceId, version })).seconds !== null) return {}
    await updateFileLength(db, { fileId, seconds })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'recording-measured', ...about, body: { version, fileId, seconds } })
    return {}
  },
})

export const cutRecording = action({
  load: lockNewest,
  // Whoever claims may link the parts as well: what an assessor recorded waits for the learner's claims.
  may: (actor, loaded) => {
    const writes = mayWriteEvidence(actor, loaded)
    return writes.allowed || !mayClaim(actor, loaded).allowed ? writes : { allowed: true }
  },
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/parts'],
  run: async ({ db, actor, now, params, loaded, body, record }) => {
    requireChangeable(loaded, 'recordings')
    const { evidenceId, version, learnerId } = loaded
    const { fileId } = params
    const file = await recordingOf(db, { fileId, evidenceId, version })
    const claimed = new Set((await listStandingClaims(db, { evidenceId, version })).map(keyOf))
    const parts = partsShown(body.parts, claimed)
    let { partsRevision } = file
    if (!sameDocument(parts, file.parts)) {
      if (body.revision !== partsRevision)
        throw new Refusal('evidence/changed-meanwhile', { revision: partsRevision, changed: { parts: file.parts } })
      partsRevision = (await updateFileParts(db, { fileId, parts })).partsRevision
      await updateRevision(db, { evidenceId, version })
      const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
      await record({ type: 'recording-cut', ...about, body: { version, fileId, parts } })
    }
    return { fileId, partsRevision, parts, missing: await stillMissing(db, loaded, now) }
  },
})
