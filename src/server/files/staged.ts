/** Uploads on their way in: what lies in the staging directory, and what becomes of it when the last byte has come. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { UploadState } from '#contract/files.ts'
import type { FileRefusal } from '#domain/files/media.ts'
import { uploadDays } from '#domain/quotas/quotas.ts'
import { Refusal } from '#domain/refusal.ts'
import { now } from '#platform/clock.ts'
import { inTransaction } from '#platform/db/pool.ts'
import type { Action } from '#platform/http/action.ts'
import { performAs } from '#platform/http/perform.ts'
import type { Services } from '#platform/services.ts'
import { keepFile } from './keeping.ts'
import { forgetReceived, hashOfReceived } from './receiving.ts'
import type { Uploads } from './uploading.ts'

/** Runs an action for whoever is uploading: by their session, or in their name after a restart. */
export type RunAs = <T>(action: Action, body?: unknown) => Promise<T>

export async function isWhole(services: Services, id: string, size: number): Promise<boolean> {
  return (await stat(stagedPath(services, id)).catch(() => null))?.size === size
}

/** Keeps the bytes, then tells the database; the staged file goes only when that is done. Refuses what must not be kept. */
export async function finishStaged(
  services: Services,
  uploads: Uploads,
  { id, centreId }: { id: string; centreId: string },
  run: RunAs,
): Promise<void> {
  const { personId, name, size } = await run<UploadState>(uploads.proceed)
  const hashed = hashOfReceived(id, size)
  const file = { path: stagedPath(services, id), name, hashed }
  const outcome = await keepFile(services, file, { centreId, personId }).catch(async error => {
    // Two requests may find it whole at once; whoever comes second finds it done and gone.
    const upload = await run<UploadState>(uploads.proceed)
    if (!upload.finished) throw error
    return upload.refusal ? { refusal: upload.refusal } : null
  })
  if (!outcome) return
  const { refusal } = await run<{ refusal: FileRefusal | null }>(uploads.finish, outcome)
  await removeStaged(services, id)
  if (refusal) throw new Refusal(`files/${refusal}`, { name })
}

export async function removeStaged(services: Services, id: string): Promise<void> {
  forgetReceived(id)
  await rm(stagedPath(services, id), { force: true })
}

/** An upload's id names its file; a name with a path in it is nobody's id. */
export const stagedPath = (services: Services, id: string) => path.join(services.files.stagingDir, path.basename(id))

const keptFor = uploadDays * 24 * 60 * 60 * 1000

/**
 * Once at the start and every hour: an upload whose last byte came just before the server stopped is finished in its
 * person's name, and what nobody carried on for a week is thrown away.
 */
export async function sweepStaged(services: Services, all: Uploads[]): Promise<void> {
  const { rows } = await services.ownerPool.query<{
    id: string
    centre_id: string
    evidence_id: string | null
    version: number | null
    decision_id: string | null
    question_id: string | null
    person_id: string
    size: number
    started_at: string
  }>(
    `select id, centre_id, evidence_id, version, decision_id, question_id, person_id, size, started_at
       from uploads where finished_at is null`,
  )
  const at = now()
  for (const upload of rows) {
    if (Date.parse(upload.started_at) < at.getTime() - keptFor) {
      await services.ownerPool.query('delete from uploads where id = $1 and finished_at is null', [upload.id])
    } else if (await isWhole(services, upload.id, upload.size)) {
      const { evidence_id: evidenceId, version, decision_id: decisionId, question_id: questionId } = upload
      const place = { evidenceId, version, decisionId, questionId }
      const uploads = all.find(u => u.paramsOf(place))
      if (!uploads) continue
      const params = { ...uploads.paramsOf(place), upload: upload.id }
      const who = { personId: upload.person_id, centreId: upload.centre_id, at: at.toISOString(), params }
      const run: RunAs = (action, body) =>
        inTransaction(services.ownerPool, db => performAs(db, action, { ...who, body }, services)) as never
      const which = { id: upload.id, centreId: upload.centre_id }
      await finishStaged(services, uploads, which, run).catch((error: Error) =>
        services.log.info({ name: error.name, message: error.message }, 'an upload was whole and could not be kept'),
      )
    }
  }
  const known = new Set(rows.map(u => u.id))
  for (const file of await readdir(services.files.stagingDir)) {
    const id = path.basename(file)
    const { mtimeMs = Number.POSITIVE_INFINITY } =
      (await stat(path.join(services.files.stagingDir, file)).catch(() => null)) ?? {}
    if (!known.has(id) && mtimeMs < at.getTime() - keptFor) await removeStaged(services, id)
  }
}
