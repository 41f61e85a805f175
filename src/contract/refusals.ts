/** What was refused in a centre: attempts to sign in, what people may not do, and what does not exist for them. */
import { z } from 'zod'
import { contract, day, fileResult, id } from './endpoint.ts'

export const refusalKinds = ['sign-in-failed', 'locked-out', 'forbidden', 'not-found'] as const
export type RefusalKind = (typeof refusalKinds)[number]

export const refusalsContract = contract({
  'GET /centres/:centreId/refusals': {
    summary: 'What was refused in the last 30 days, by day and by person',
    result: z.object({
      /** Every day of the 30, the oldest first. */
      days: z.array(z.object({ day, count: z.number() })),
      kinds: z.array(z.object({ kind: z.enum(refusalKinds), count: z.number() })),
      /** The most frequent, at most 100 of `of`. A person is null where the account has not joined this centre. */
      refusals: z.array(
        z.object({
          person: z.object({ id, name: z.string() }).nullable(),
          kind: z.enum(refusalKinds),
          route: z.string(),
          /** What the route does, as its contract says; null for signing in. */
          summary: z.string().nullable(),
          count: z.number(),
          lastDay: day,
        }),
      ),
      of: z.number(),
    }),
  },
  'GET /centres/:centreId/refusals.csv': {
    summary: 'What was refused in the last 30 days, each day by person, as a CSV file',
    result: fileResult,
  },
})
