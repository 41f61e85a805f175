/** Further documents beside a decision or a question (R87). They come in by upload, as the files of evidence do. */
import { z } from 'zod'
import { contract, fileResult, id, instant, nothing } from './endpoint.ts'
import { fileQuery, storedFile } from './files.ts'

const furtherDocument = storedFile.extend({
  /** Beside which of the two it stands. */
  decisionId: id.nullable(),
  questionId: id.nullable(),
  addedAs: z.string(),
  withdrawn: z.object({ at: instant, because: z.string() }).nullable(),
  mayOpen: z.boolean(),
  mayWithdraw: z.boolean(),
})

export const furtherDocumentsContract = contract({
  'GET /centres/:centreId/evidence/:evidenceId/further-documents': {
    summary: 'The documents beside the decisions on a piece of evidence, and beside what was questioned of them (R87)',
    result: z.object({
      documents: z.array(furtherDocument),
      /** The decisions and questions to which the reader may attach one. */
      attachable: z.object({ decisionIds: z.array(id), questionIds: z.array(id) }),
    }),
  },
  'GET /centres/:centreId/further-documents/:furtherDocumentId/content': {
    summary: 'One further document, whole or in ranges; it can never run as code',
    query: fileQuery,
    result: fileResult,
  },
  'POST /centres/:centreId/further-documents/:furtherDocumentId/withdrawal': {
    summary: 'Withdraw a document that was attached by mistake; the record of it stays, with the reason',
    body: z.object({ reason: z.string().trim().min(1, 'Say why').max(2000, 'Use at most 2,000 characters') }),
    result: nothing,
  },
})

export type FurtherDocument = z.output<typeof furtherDocument>
