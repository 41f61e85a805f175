/** What a centre stores, of how much it may, and by whom; the limits themselves are in the domain. */
import { z } from 'zod'
import { mediaKinds } from '#domain/files/media.ts'
import { contract, fileResult, id } from './endpoint.ts'

const usage = z.object({ uploads: z.number(), promised: z.number(), kept: z.number() })

export const quotasContract = contract({
  'GET /centres/:centreId/quotas': {
    summary: 'How much the centre stores, and how much it and each person may',
    result: z.object({ used: usage, limits: z.object({ centre: z.number(), person: z.number() }) }),
  },
  'GET /centres/:centreId/quotas/usage': {
    summary: 'What the centre stores, by kind of file and by person',
    result: z.object({
      kinds: z.array(z.object({ kind: z.enum([...mediaKinds, 'unused']), files: z.number(), bytes: z.number() })),
      /** Those who use most, at most ten of `of`. */
      people: z.array(usage.extend({ id, name: z.string(), files: z.number() })),
      of: z.number(),
    }),
  },
  'GET /centres/:centreId/quotas.csv': {
    summary: 'What each person of the centre stores, as a CSV file',
    result: fileResult,
  },
})
