/** Where a further document stands. */
type Beside = { furtherDocumentId: string; decisionId: string | null; questionId: string | null; sha256: string }

/** Documents beside decisions and questions. The subject is the evidence; what was decided stays as it is. */
export type FurtherDocumentEvent =
  | { type: 'further-document-attached'; body: Beside & { name: string; size: number; mediaType: string } }
  | { type: 'further-document-withdrawn'; body: Beside & { name: string } }
