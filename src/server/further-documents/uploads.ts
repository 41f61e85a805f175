/** How a document comes to stand beside a decision or a question: by upload, as a file comes into evidence (R87). */
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { action } from '#platform/http/action.ts'
import { mayAttachDocument } from '#policy/further-documents.ts'
import { type Kept, keepAndAttach, onDisk } from '#server/files/keeping.ts'
import { insertStoredFile } from '#server/files/queries.ts'
import { type Attaching, nowhere, uploadsInto } from '#server/files/uploading.ts'
import { insertFurtherDocument, type SelectDecidedRow, selectDecided, selectQuestioned } from './queries.ts'

type Act = SelectDecidedRow

/** Whoever made a decision may put documents beside it once it stands; saving it waits for none. */
export const decisionDocumentUploads = uploadsInto<Act>({
  path: '/centres/:centreId/decisions/:decisionId/further-documents/uploads',
  load: ({ db, actor, params }) =>
    selectDecided(db, { actor: actor.personId, decisionId: params.decisionId as string }),
  may: mayAttachDocument,
  placeOf: ({ id }) => ({ ...nowhere, decisionId: id }),
  paramsOf: ({ decisionId }) => (decisionId ? { decisionId } : null),
  requireTaking: () => {},
  attach: (context, act, name, file) => attach(context, act, { decisionId: act.id, questionId: null }, name, file),
})

/** Whoever questioned a decision shows what the doubt rests on. */
export const questionDocumentUploads = uploadsInto<Act>({
  path: '/centres/:centreId/questions/:questionId/further-documents/uploads',
  load: ({ db, actor, params }) =>
    selectQuestioned(db, { actor: actor.personId, questionId: params.questionId as string }),
  may: mayAttachDocument,
  placeOf: ({ id }) => ({ ...nowhere, questionId: id }),
  paramsOf: ({ questionId }) => (questionId ? { questionId } : null),
  requireTaking: () => {},
  attach: (context, act, name, file) => attach(context, act, { decisionId: null, questionId: act.id }, name, file),
})

const documentOnDisk = {
  key: 'POST /centres/:centreId/decisions/:decisionId/further-documents',
  summary: 'Attach a document that lies on the server’s own disk; for stories, never mounted for the web',
  body: onDisk,
  result: z.object({ furtherDocumentId: z.string() }),
} as const satisfies Endpoint & { key: string }

/** Run it with `performAs`; the file itself stays where it is. */
export const attachDocument = action({
  load: ({ db, actor, params }) => selectDecided(db, { actor: actor.personId, decisionId: params.decisionId }),
  may: mayAttachDocument,
  input: documentOnDisk,
  run: async ({ body: file, loaded, services, params: { centreId }, ...context }) => {
    const beside = { decisionId: loaded.id, questionId: null }
    const put = (kept: Kept) => attach(context, loaded, beside, file.name, kept)
    const owner = { centreId, personId: context.actor.personId }
    return { furtherDocumentId: await keepAndAttach(services, file, owner, put) }
  },
})

type Beside = { decisionId: string | null; questionId: string | null }

async function attach(
  { db, actor, now, record }: Attaching,
  { evidenceId, learnerId, madeAs: as }: Act,
  beside: Beside,
  name: string,
  { sha256, size, mediaType }: Kept,
): Promise<string | null> {
  const { removed } = await insertStoredFile(db, { sha256, size, mediaType, at: now })
  if (removed) return null
  const row = { evidenceId, ...beside, name, sha256, by: actor.personId, as, at: now }
  const { id: furtherDocumentId } = await insertFurtherDocument(db, row)
  const body = { furtherDocumentId, ...beside, name, sha256, size, mediaType }
  await record({ type: 'further-document-attached', as, learnerId, subjectId: evidenceId, body })
  return furtherDocumentId
}
