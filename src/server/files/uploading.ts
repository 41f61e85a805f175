/** The steps of an upload as actions: the same four words, session and permission as everything else, for every request. */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { fileRefusal, uploadStarting, uploadState } from '#contract/files.ts'
import type { NewEvent } from '#domain/events.ts'
import { type FileRefusal, largestFile } from '#domain/files/media.ts'
import { refusalOfName } from '#domain/files/types.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { type Action, action } from '#platform/http/action.ts'
import type { Actor, Verdict } from '#policy/verdict.ts'
import { requireRoomFor } from '#server/quotas/requiring.ts'
import { takeOutRemoved } from './gone.ts'
import type { Kept } from './keeping.ts'
import { deleteUpload, insertUpload, lockUpload, updateUploadFinished } from './queries.ts'

type Params = Record<string, string>
type Loading = { db: Db; actor: Actor; params: Params }
export type Attaching = { db: Db; actor: Actor; now: string; record: (event: NewEvent) => Promise<void> }
/** What the file of an upload goes into: one of these. */
export type Place = {
  evidenceId: string | null
  version: number | null
  decisionId: string | null
  questionId: string | null
}
export const nowhere: Place = { evidenceId: null, version: null, decisionId: null, questionId: null }

/** Something that files are put into by upload. What it is, who may and what a file becomes there, its noun says. */
export type Receiver<T> = {
  /** Where its uploads are begun. */
  path: `/centres/:centreId/${string}/uploads`
  /** It, locked, where it exists for the actor. */
  load: (context: Loading) => Promise<T>
  may: (actor: Actor, into: T) => Verdict
  placeOf: (into: T) => Place
  /** The parameters of its path, when an upload is ended without a request; null for another’s upload. */
  paramsOf: (place: Place) => Params | null
  /** Refuses where it takes nothing (more); `place` is that of an upload which began earlier. */
  requireTaking: (into: T, place: Place) => void
  /** Rows and event of a file whose bytes are kept; null where these bytes were taken out for good before. */
  attach: (context: Attaching, into: T, name: string, file: Kept) => Promise<string | null>
}

export type Uploads = {
  path: Receiver<unknown>['path']
  paramsOf: Receiver<unknown>['paramsOf']
  start: Action
  proceed: Action
  finish: Action
  cancel: Action
}

export type UploadOutcome = Kept | { refusal: FileRefusal }

const nothing = z.object({})
const endpoint = <const K extends string, const E extends Endpoint>(key: K, e: E): E & { key: K } => ({ ...e, key })

export function uploadsInto<T>(receiver: Receiver<T>): Uploads {
  const { path, load, may, placeOf, paramsOf, requireTaking, attach } = receiver
  const mayCarryOn = (actor: Actor, { into }: { into: T }) => may(actor, into)

  async function lockBoth({ db, actor, params }: Loading) {
    const into = await load({ db, actor, params })
    const named = { id: params.upload ?? '', actor: actor.personId }
    return { into, upload: await lockUpload(db, { ...named, ...placeOf(into) }) }
  }

  const start = action({
    load,
    may,
    input: endpoint(`POST ${path}`, { summary: 'Begin an upload', body: uploadStarting, result: nothing }),
    run: async ({ db, actor, now, body, loaded, services }) => {
      const place = placeOf(loaded)
      requireTaking(loaded, place)
      const refusal: FileRefusal | null =
        body.size > largestFile ? 'too-large' : body.size === 0 ? 'empty' : refusalOfName(body.name)
      if (refusal) throw new Refusal(`files/${refusal}`, { name: body.name })
      await requireRoomFor(db, actor.personId, body.size, services)
      await insertUpload(db, { ...body, ...place, actor: actor.personId, at: now })
      return {}
    },
  })

  // Asked before every byte that is taken: may this person still put it here, and is it perhaps done already?
  const proceed = action({
    load: lockBoth,
    may: mayCarryOn,
    input: endpoint(`PUT ${path}/:upload`, { summary: 'Carry an upload on', result: uploadState }),
    run: async ({ actor: { personId }, loaded: { into, upload } }) => {
      const { name, size, finishedAt, refusal } = upload
      if (!finishedAt) requireTaking(into, upload)
      return { personId, name, size, finished: finishedAt !== null, refusal }
    },
  })

  // Rows, event and the end of the upload in one transaction; a retry finds it ended and adds nothing.
  const finish = action({
    load: lockBoth,
    may: mayCarryOn,
    input: endpoint(`POST ${path}/:upload/end`, {
      summary: 'The last byte has come',
      body: z.custom<UploadOutcome>(),
      result: z.object({ refusal: fileRefusal.nullable() }),
    }),
    run: async ({ db, actor, now, body, loaded: { into, upload }, record, services, afterCommit }) => {
      const { id, name, finishedAt, refusal } = upload
      if (finishedAt) return { refusal }
      requireTaking(into, upload)
      const attached = 'refusal' in body ? null : await attach({ db, actor, now, record }, into, name, body)
      const refused = 'refusal' in body ? body.refusal : attached ? null : 'removed-before'
      if (refused === 'removed-before') afterCommit(() => takeOutRemoved(services))
      await updateUploadFinished(db, { id, at: now, refusal: refused })
      return { refusal: refused }
    },
  })

  const cancel = action({
    load: lockBoth,
    may: mayCarryOn,
    input: endpoint(`DELETE ${path}/:upload`, { summary: 'Give an upload up', result: nothing }),
    run: async ({ db, params }) => {
      await deleteUpload(db, { id: params.upload })
      return {}
    },
  })

  return { path, paramsOf, start, proceed, finish, cancel }
}
