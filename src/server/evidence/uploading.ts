/** The steps of an upload as actions: the same four words, session and permission as everything else, for every request. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { requireDraft } from '#domain/evidence/evidence.ts'
import { type FileRefusal, largestFile } from '#domain/evidence/media.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { type EvidenceSeen, mayWriteEvidence } from '#policy/evidence.ts'
import type { Actor } from '#policy/verdict.ts'
import { attachKept, type Kept } from './attaching.ts'
import { takeOutRemoved } from './gone.ts'
import { refusalOfName } from './media-type.ts'
import { deleteUpload, insertUpload, lockEvidence, selectUpload, updateUploadFinished } from './queries.ts'
import { lockNewest } from './version.ts'

const path = '/centres/:centreId/evidence/:evidenceId/uploads'
const nothing = z.object({})
const endpoint = <const K extends string, const E extends Endpoint>(key: K, e: E): E & { key: K } => ({ ...e, key })

type Loading = { db: Db; actor: Actor; params: { evidenceId: string; upload: string } }

async function lockUpload({ db, actor, params: { evidenceId, upload: id } }: Loading) {
  const evidence = await lockEvidence(db, { actor: actor.personId, evidenceId })
  return { evidence, upload: await selectUpload(db, { id, evidenceId, actor: actor.personId }) }
}

const mayUpload = (actor: Actor, { evidence }: { evidence: EvidenceSeen }) => mayWriteEvidence(actor, evidence)

/** A version that went to the assessor, or a newer one, ends every upload that was still on its way to it. */
function requireStillWanted({ evidence, upload }: Awaited<ReturnType<typeof lockUpload>>): void {
  requireDraft(evidence.version === upload.version ? evidence.state : 'submitted')
}

export const startUpload = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoint(`POST ${path}`, {
    summary: 'Begin an upload',
    body: z.object({
      id: z.string(),
      name: z.string().trim().min(1, 'Name the file').max(400, 'This file name is too long'),
      size: z.number().int().min(0),
    }),
    result: nothing,
  }),
  run: async ({ db, actor, now, body, loaded: { evidenceId, version, state } }) => {
    requireDraft(state)
    const refusal: FileRefusal | null =
      body.size > largestFile ? 'too-large' : body.size === 0 ? 'empty' : refusalOfName(body.name)
    if (refusal) throw new Refusal(`files/${refusal}`, { name: body.name })
    await insertUpload(db, { ...body, evidenceId, version, actor: actor.personId, at: now })
    return {}
  },
})

/** Asked before every byte that is taken: may this person still put it here, and is it perhaps done already? */
export const continueUpload = action({
  load: lockUpload,
  may: mayUpload,
  input: endpoint(`PUT ${path}/:upload`, {
    summary: 'Carry an upload on',
    result: z.object({
      name: z.string(),
      size: z.number(),
      finished: z.boolean(),
      refusal: z.string().nullable(),
    }),
  }),
  run: async ({ loaded }) => {
    const { name, size, finishedAt, refusal } = loaded.upload
    if (!finishedAt) requireStillWanted(loaded)
    return { name, size, finished: finishedAt !== null, refusal }
  },
})

export type UploadOutcome = Kept | { refusal: FileRefusal }

/** Rows, event and the end of the upload in one transaction; a retry finds it ended and adds nothing. */
export const finishUpload = action({
  load: lockUpload,
  may: mayUpload,
  input: endpoint(`POST ${path}/:upload/end`, {
    summary: 'The last byte has come',
    body: z.custom<UploadOutcome>(),
    result: z.object({ refusal: z.string().nullable() }),
  }),
  run: async ({ db, actor, now, body, loaded, record, services, afterCommit }) => {
    const { id, name, finishedAt, refusal } = loaded.upload
    if (finishedAt) return { refusal }
    requireStillWanted(loaded)
    const attached =
      'refusal' in body ? null : await attachKept({ db, actor, now, record }, loaded.evidence, name, body)
    const refused = 'refusal' in body ? body.refusal : attached ? null : 'removed-before'
    if (refused === 'removed-before') afterCommit(() => takeOutRemoved(services))
    await updateUploadFinished(db, { id, at: now, refusal: refused })
    return { refusal: refused }
  },
})

export const cancelUpload = action({
  load: lockUpload,
  may: mayUpload,
  input: endpoint(`DELETE ${path}/:upload`, { summary: 'Give an upload up', result: nothing }),
  run: async ({ db, params }) => {
    await deleteUpload(db, { id: params.upload })
    return {}
  },
})
