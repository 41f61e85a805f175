/** Everything that exists for the person asking, by what is written on it. */
import { z } from 'zod'
import { contract, id } from './endpoint.ts'

export const searchContract = contract({
  'GET /centres/:centreId/search': {
    summary: 'Learners, evidence, units and criteria that exist for the person asking, the best of each kind',
    query: z.object({ q: z.string().trim().max(200).default('') }),
    result: z.object({
      learners: z.array(
        z.object({
          registrationId: id,
          learnerId: id,
          name: z.string(),
          qualification: z.string(),
          number: z.string().nullable(),
          level: z.number().nullable(),
        }),
      ),
      evidence: z.array(
        z.object({ id, number: z.number(), title: z.string(), learnerId: id, learner: z.string(), state: z.string() }),
      ),
      qualifications: z.array(
        z.object({
          ...{ id, versionId: id, title: z.string(), number: z.string().nullable() },
          otherNumbers: z.array(z.object({ scheme: z.string(), value: z.string() })),
        }),
      ),
      units: z.array(
        z.object({
          id,
          code: z.string(),
          number: z.string().nullable(),
          title: z.string(),
          versionId: id,
          qualifications: z.array(z.string()),
          matches: z.array(z.object({ id, number: z.string(), text: z.string() })),
          matching: z.number(),
        }),
      ),
      nearest: z.boolean(),
    }),
  },
})
