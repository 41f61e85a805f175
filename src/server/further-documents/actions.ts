import { furtherDocumentsContract as endpoints } from '#contract/further-documents.ts'
import { requireWithdrawable } from '#domain/further-documents/further-document.ts'
import { action } from '#platform/http/action.ts'
import { mayOpenDocument, mayWithdrawDocument } from '#policy/further-documents.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectEvidence } from '#server/evidence/queries.ts'
import { serveFile } from '#server/files/serving.ts'
import {
  listOwnActs,
  listFurtherDocuments as listRows,
  lockFurtherDocument,
  selectFurtherDocument as selectRow,
  updateFurtherDocumentWithdrawn,
} from './queries.ts'
import { furtherDocumentsView } from './view.ts'

export const listFurtherDocuments = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/further-documents'],
  run: async ({ db, actor, loaded: { id: evidenceId, seenAs } }) => {
    const rows = await listRows(db, { evidenceId })
    const acts = await listOwnActs(db, { evidenceId, actor: actor.personId })
    return furtherDocumentsView(actor, seenAs, rows, acts)
  },
})

export const openFurtherDocument = action({
  load: ({ db, actor, params }) =>
    selectRow(db, { actor: actor.personId, furtherDocumentId: params.furtherDocumentId }),
  may: mayOpenDocument,
  input: endpoints['GET /centres/:centreId/further-documents/:furtherDocumentId/content'],
  run: async ({ loaded, ...asked }) => await serveFile(loaded, asked),
})

export const withdrawFurtherDocument = action({
  load: ({ db, actor, params }) =>
    lockFurtherDocument(db, { actor: actor.personId, furtherDocumentId: params.furtherDocumentId }),
  may: mayWithdrawDocument,
  input: endpoints['POST /centres/:centreId/further-documents/:furtherDocumentId/withdrawal'],
  run: async ({ db, now, loaded, body: { reason }, record }) => {
    const { id: furtherDocumentId, evidenceId, learnerId, madeAs: as, decisionId, questionId, name, sha256 } = loaded
    // A retry finds it done.
    if (loaded.withdrawnBecause === reason) return {}
    requireWithdrawable(loaded, reason)
    await updateFurtherDocumentWithdrawn(db, { furtherDocumentId, because: reason, at: now })
    const body = { furtherDocumentId, decisionId, questionId, name, sha256 }
    await record({ type: 'further-document-withdrawn', as, learnerId, subjectId: evidenceId, reason, body })
    return {}
  },
})
