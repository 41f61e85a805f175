/** The kinds of evidence that a version of a qualification accepts, with every change (R69). */
import { z } from 'zod'
import { evidenceTypes } from '#domain/evidence/evidence.ts'
import { modelTypes } from '#domain/methods/own-methods.ts'
import { contract, id, instant, line, lines, nothing, whole } from './endpoint.ts'

const type = z.enum(evidenceTypes)
/** A centre's own method, as evidence that was put in as it names it (R68). */
export const ownMethod = z.object({ id, name: z.string(), abbreviation: z.string() })
const own = ownMethod.extend({ explanation: z.string(), type })
const said = { reason: z.string(), by: z.string(), at: instant }

export const methodsContract = contract({
  'GET /centres/:centreId/versions/:versionId/methods': {
    summary: 'Which kinds of evidence a version does not accept and why, and what was said of it before (R69)',
    result: z.object({
      off: z.array(z.object({ type, ...said })),
      /** Newest first. */
      history: z.array(z.object({ number: z.int(), switchedOff: z.array(type), ...said })),
      /** What the centre has added for this version, and what has ended last (R68). */
      own: z.array(own.extend({ by: z.string(), at: instant, endedAt: instant.nullable() })),
      can: z.object({ set: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/versions/:versionId/methods': {
    summary:
      'Say which kinds of evidence a version does not accept, all of them, with the reason; what was said is kept',
    body: z.object({
      switchedOff: z.array(type).max(evidenceTypes.length),
      reason: lines(2000),
      /** The number of the change that this one follows, 0 for none: somebody else may have been quicker. */
      replaces: whole(0),
    }),
    result: z.object({ number: z.int() }),
  },
  'POST /centres/:centreId/versions/:versionId/own-methods': {
    summary: 'Add a kind of evidence that the awarding organisation has beyond the built-in ones (R68)',
    body: z.object({
      name: line(80),
      /** As printed in an index of evidence, with its key. */
      abbreviation: line(10),
      explanation: lines(500),
      /** The built-in kind that it behaves like. */
      type: z.enum(modelTypes),
    }),
    result: z.object({ ownMethodId: id }),
  },
  'POST /centres/:centreId/own-methods/:ownMethodId/ending': {
    summary: 'End a kind of evidence of the centre: nobody chooses it any more, and evidence keeps its name',
    body: z.object({ reason: lines(2000) }),
    result: nothing,
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
      /** What the centre has added for their qualifications, to be chosen beside the built-in kinds (R68). */
      own: z.array(own.extend({ qualification: z.string() })),
    }),
  },
})
