import type { ResultOf } from '#contract/endpoint.ts'
import type { furtherDocumentsContract } from '#contract/further-documents.ts'
import { mediaKindOf } from '#domain/files/media.ts'
import { mayAttachDocument, mayOpenDocument, mayWithdrawDocument } from '#policy/further-documents.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListFurtherDocumentsRow, ListOwnActsRow } from './queries.ts'

type Shown = ResultOf<
  (typeof furtherDocumentsContract)['GET /centres/:centreId/evidence/:evidenceId/further-documents']
>

export function furtherDocumentsView(
  actor: Actor,
  seenAs: string[],
  rows: ListFurtherDocumentsRow[],
  ownActs: ListOwnActsRow[],
): Shown {
  const attachable = ownActs.filter(
    ({ madeAs }) => mayAttachDocument(actor, { madeBy: actor.personId, madeAs, seenAs }).allowed,
  )
  return {
    documents: rows.map(({ mediaType, addedBy, addedByName, addedAs, withdrawnAt, withdrawnBecause, ...file }) => {
      const seen = { madeBy: addedBy, madeAs: addedAs, seenAs, withdrawnAt }
      return {
        ...file,
        mediaType,
        mediaKind: mediaKindOf(mediaType),
        addedBy: { id: addedBy, name: addedByName },
        addedAs,
        withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, because: withdrawnBecause ?? '' },
        mayOpen: file.goneAt === null && mayOpenDocument(actor, seen).allowed,
        mayWithdraw: withdrawnAt === null && mayWithdrawDocument(actor, seen).allowed,
      }
    }),
    attachable: {
      decisionIds: attachable.filter(a => a.decision).map(a => a.id),
      questionIds: attachable.filter(a => !a.decision).map(a => a.id),
    },
  }
}
