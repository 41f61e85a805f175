/** A person’s own unfinished uploads: what there is, and cancelling it from any page. */
import { stat } from 'node:fs/promises'
import { filesContract as endpoints } from '#contract/files.ts'
import { uploadDays } from '#domain/quotas/quotas.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { deleteUpload, listOpenUploads as listRows, lockOwnUpload } from './queries.ts'
import { cutLine } from './receiving.ts'
import { removeStaged, stagedPath } from './staged.ts'

const day = 86_400_000

export const listOpenUploads = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/uploads'],
  run: async ({ db, actor, services }) => {
    const rows = await listRows(db, { actor: actor.personId })
    const received = await Promise.all(rows.map(r => stat(stagedPath(services, r.id)).catch(() => null)))
    return {
      uploads: rows.map(({ id, name, size, startedAt, evidenceId, number, title }, i) => ({
        ...{ id, name, size, received: received[i]?.size ?? 0, startedAt },
        expiresAt: new Date(Date.parse(startedAt) + uploadDays * day).toISOString(),
        into: evidenceId && number ? { evidenceId, number, title: title ?? '' } : null,
      })),
    }
  },
})

export const cancelUpload = action({
  load: ({ db, actor, params }) => lockOwnUpload(db, { id: params.upload, actor: actor.personId }),
  may: anyoneSignedIn,
  input: endpoints['DELETE /centres/:centreId/uploads/:upload'],
  run: async ({ db, services, loaded: { id }, afterCommit }) => {
    // Nothing happens to one that has just been finished: its file is in.
    if ((await deleteUpload(db, { id })) === 0) return {}
    afterCommit(async () => {
      await cutLine(id)
      await removeStaged(services, id)
    })
    return {}
  },
})
