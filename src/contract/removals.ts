/** Sensitive content taken out of storage for good: asked for, carried out or declined, and what stays on record (R76). */
import { z } from 'zod'
import { removalKinds } from '#domain/removals/removal.ts'
import { contract, id, instant, nothing } from './endpoint.ts'

const why = (says: string) => z.string().trim().min(1, says).max(2000, 'Use at most 2,000 characters')

export const removalsContract = contract({
  'GET /centres/:centreId/evidence/:evidenceId/removals': {
    summary: 'What was asked to be taken out of a piece of evidence for good, and what came of it',
    result: z.object({
      removals: z.array(
        z.object({
          id,
          what: z.enum(removalKinds),
          fileName: z.string().nullable(),
          sha256: z.string().nullable(),
          reason: z.string(),
          seenAt: z.string().nullable(),
          askedBy: z.string(),
          askedAt: instant,
          outcome: z.enum(['removed', 'kept']).nullable(),
          endedBy: z.string().nullable(),
          endedAt: instant.nullable(),
          endedBecause: z.string().nullable(),
          mayEnd: z.boolean(),
        }),
      ),
      mayAsk: z.boolean(),
    }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/removals': {
    summary: 'Ask for sensitive content to be taken out of storage for good: one file, or all that is written',
    body: z.object({
      /** Null for the written part: description, statement and record of every version. */
      fileId: id.nullable(),
      /** A document beside a decision or a question, in place of a file of the evidence (R87). */
      furtherDocumentId: id.nullable().default(null),
      reason: why('Say what is sensitive about it, without repeating it'),
      seenAt: z.string().trim().max(500).nullable().default(null),
    }),
    result: z.object({ removalId: id }),
  },
  'POST /centres/:centreId/removals/:removalId/removal': {
    summary: 'Take it out for good; what was confirmed on it stands in question',
    body: z.object({ confirmed: z.literal(true, 'Answer the question first: this cannot be undone') }),
    result: z.object({ questioned: z.int() }),
  },
  'POST /centres/:centreId/removals/:removalId/refusal': {
    summary: 'Leave it where it is, saying why',
    body: z.object({ reason: why('Say why it stays') }),
    result: nothing,
  },
})
