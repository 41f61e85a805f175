/** The kinds of evidence that a version of a qualification accepts, with every change (R69). */
import { z } from 'zod'
import { evidenceTypes } from '#domain/evidence/evidence.ts'
import { contract, instant, line } from './endpoint.ts'

const type = z.enum(evidenceTypes)
const said = { reason: z.string(), by: z.string(), at: instant }

export const methodsContract = contract({
  'GET /centres/:centreId/versions/:versionId/methods': {
    summary: 'Which kinds of evidence a version does not accept and why, and what was said of it before (R69)',
    result: z.object({
      off: z.array(z.object({ type, ...said })),
      /** Newest first. */
      history: z.array(z.object({ number: z.int(), switchedOff: z.array(type), ...said })),
      can: z.object({ set: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/versions/:versionId/methods': {
    summary:
      'Say which kinds of evidence a version does not accept, all of them, with the reason; what was said is kept',
    body: z.object({
      switchedOff: z.array(type),
      reason: line(2000),
      /** The number of the change that this one follows, 0 for none: somebody else may have been quicker. */
      replaces: z.int().min(0),
    }),
    result: z.object({ number: z.int() }),
  },
  'GET /centres/:centreId/learners/:learnerId/methods': {
    summary: 'The kinds of evidence that a qualification of the learner does not accept, with the reason of each (R69)',
    result: z.object({
      off: z.array(
        z.object({
          type,
          /** None of them accepts it: it can be neither chosen nor handed in. */
          everywhere: z.boolean(),
          reasons: z.array(z.object({ registrationId: z.uuid(), qualification: z.string(), reason: z.string() })),
        }),
      ),
    }),
  },
})
