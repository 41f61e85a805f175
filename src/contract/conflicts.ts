/** Conflicts of interest between those who judge and learners: private to those concerned, lead IQA and administrators. */
import { z } from 'zod'
import { conflictKinds, conflictWays } from '#domain/conflicts/conflict.ts'
import { contract, id, instant, lines, nothing } from './endpoint.ts'

const person = z.object({ id, name: z.string() })
const kind = z.enum(conflictKinds, 'Say what connects them')
const way = z.enum(conflictWays, 'Say how it is managed')

export const conflictsContract = contract({
  'GET /centres/:centreId/conflicts': {
    summary: 'Conflicts of interest that concern the reader; for lead IQA and administrators, all of the centre',
    query: z.object({ learnerId: id.optional() }),
    result: z.object({
      conflicts: z.array(
        z.object({
          id,
          person,
          learner: person,
          kind,
          about: z.string(),
          state: z.enum(['declared', 'managed', 'ended']),
          /** It keeps the person from judging and sampling the learner. */
          bars: z.boolean(),
          declared: z.object({ by: z.string(), at: instant }),
          managed: z.object({ way, how: z.string(), by: z.string(), at: instant }).nullable(),
          ended: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
          can: z.object({ manage: z.boolean() }),
        }),
      ),
      can: z.object({ declare: z.boolean(), declareForOthers: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/learners/:learnerId/conflicts': {
    summary:
      'Declare a conflict of interest with a learner: one’s own, or as lead IQA or administrator somebody else’s',
    body: z.object({ personId: id, kind, about: lines(2000) }),
    result: z.object({ conflictId: id }),
  },
  'POST /centres/:centreId/conflicts/:conflictId/management': {
    summary: 'Say how it is managed: another assessor judges, or everything the person decides is sampled',
    body: z.object({ way, how: lines(2000) }),
    result: nothing,
  },
  'POST /centres/:centreId/conflicts/:conflictId/ending': {
    summary: 'A conflict of interest has ended, for this reason; it stays on record',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
