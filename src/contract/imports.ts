/** Documents of awarding organisations on their way into the catalogue: read, put right, published. */
import { z } from 'zod'
import { largestDocument } from '#domain/files/media.ts'
import type { Correction } from '#domain/qualifications/corrections.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { bytes, contract, id, instant, line, nothing, wholeInAddress } from './endpoint.ts'

const revision = wholeInAddress(1)
const change = z.object({
  path: z.string().min(1).max(200),
  value: z.json(),
})

const head = {
  id,
  name: z.string(),
  importedAt: instant,
  importedBy: z.string(),
  revision: z.number(),
  state: z.enum(['open', 'published', 'changed-since', 'discarded']),
  counts: z.object({
    qualifications: z.number(),
    units: z.number(),
    criteria: z.number(),
    errors: z.number(),
    warnings: z.number(),
    infos: z.number(),
  }),
}

export const importsContract = contract({
  'GET /centres/:centreId/imports': {
    summary: 'The documents that were imported, newest first',
    query: z.object({ discarded: z.enum(['yes', 'no']).default('no') }),
    result: z.object({ imports: z.array(z.object({ ...head, corrections: z.number() })) }),
  },
  'POST /centres/:centreId/imports': {
    summary: 'Read an awarding organisation’s document (text, Markdown, DOCX or PDF); nothing is published yet',
    query: z.object({ name: line(300) }),
    body: bytes(largestDocument),
    /** `again` where the same document lies open already: that import is answered. */
    result: z.object({ importId: id, again: z.boolean() }),
  },
  'GET /centres/:centreId/imports/:importId': {
    summary:
      'One import: the specification as it was read, the report, and the corrections that are kept apart from it',
    result: z.object({
      ...head,
      lines: z.number(),
      /** As read: put the corrections on top to see the result. */
      specification: z.custom<Specification>(),
      corrections: z.array(z.custom<Omit<Correction, 'by'> & { by: string }>()),
      published: z.array(z.object({ versionId: id, version: z.number(), title: z.string(), publishedAt: instant })),
      can: z.object({ correct: z.boolean(), publish: z.boolean(), discard: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/imports/:importId/source': {
    summary: 'Lines of the text that was read, counted from 1 as the report counts them',
    query: z.object({
      from: wholeInAddress(1).default(1),
      count: z.coerce.number().int().min(1).max(20_000).default(1000),
    }),
    result: z.object({ from: z.number(), lines: z.array(z.string()), total: z.number() }),
  },
  'POST /centres/:centreId/imports/:importId/corrections': {
    summary: 'Put values right; refused when somebody else has changed the import meanwhile',
    limit: 2_000_000,
    body: z.object({ revision, changes: z.array(change).min(1).max(200) }),
    result: z.object({ revision: z.number() }),
  },
  'DELETE /centres/:centreId/imports/:importId/corrections/:correctionId': {
    summary: 'Undo one correction: the value is as it was read again',
    query: z.object({ revision }),
    result: z.object({ revision: z.number() }),
  },
  'POST /centres/:centreId/imports/:importId/discard': {
    summary: 'Put an import aside; what was published from it stays',
    result: nothing,
  },
  'POST /centres/:centreId/imports/:importId/publication': {
    summary:
      'Publish a new version of every qualification of the import; publishing the same revision again answers the same versions',
    body: z.object({ revision, warningsRead: z.boolean().default(false) }),
    result: z.object({
      published: z.array(z.object({ qualificationId: id, versionId: id, version: z.number(), title: z.string() })),
    }),
  },
})
