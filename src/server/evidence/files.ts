/** The files of a draft: how they come in by upload, are taken out again, and are shown. */
import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { action } from '#platform/http/action.ts'
import { mayWriteEvidence } from '#policy/evidence.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { serveFile } from '#server/files/serving.ts'
import { nowhere, uploadsInto } from '#server/files/uploading.ts'
import { attachKept } from './attaching.ts'
import { type LockEvidenceRow, lockEvidence, selectFile, updateFileRemoved, updateRevision } from './queries.ts'
import { actingAs, lockNewest, stillMissing } from './version.ts'

export const evidenceUploads = uploadsInto<LockEvidenceRow>({
  path: '/centres/:centreId/evidence/:evidenceId/uploads',
  load: ({ db, actor, params }) => lockEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId as string }),
  may: mayWriteEvidence,
  placeOf: ({ evidenceId, version }) => ({ ...nowhere, evidenceId, version }),
  paramsOf: ({ evidenceId }) => (evidenceId ? { evidenceId } : null),
  // A version that went to the assessor, or a newer one, ends every upload that was still on its way to it.
  requireTaking: ({ version, state, signedHash }, place) =>
    requireChangeable({ state: version === place.version ? state : 'submitted', signedHash }, 'files'),
  attach: attachKept,
})

export const removeFile = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['DELETE /centres/:centreId/evidence/:evidenceId/files/:fileId'],
  run: async ({ db, actor, now, params, loaded, record }) => {
    requireChangeable(loaded, 'files')
    const { evidenceId, version, learnerId } = loaded
    const file = await updateFileRemoved(db, { fileId: params.fileId, evidenceId, version, at: now })
    await updateRevision(db, { evidenceId, version })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'file-removed', ...about, body: { version, fileId: params.fileId, ...file } })
    return { missing: await stillMissing(db, loaded, now) }
  },
})

export const selectFileContent = action({
  load: ({ db, actor, params }) =>
    selectFile(db, { actor: actor.personId, evidenceId: params.evidenceId, fileId: params.fileId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/files/:fileId'],
  run: async ({ loaded, ...asked }) => await serveFile(loaded, asked),
})
