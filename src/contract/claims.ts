import { z } from 'zod'
import { missingForSubmission } from '#domain/evidence/submission.ts'
import { standingStates } from '#domain/progress/standing.ts'
import { contract, id } from './endpoint.ts'
import { obstacle } from './obstacles.ts'

const part = z.object({ code: z.string(), text: z.string() })

/** A criterion as one learner works towards it in one registration. */
export const criterionKey = z.object({ registrationId: id, criterionId: id })

export const claimsContract = contract({
  'PUT /centres/:centreId/evidence/:evidenceId/claims': {
    summary: 'Tick and untick criteria on a draft, any number at once, in any of the learner’s registrations (R1, R72)',
    limit: 450_000,
    body: z.object({
      claim: z.array(criterionKey).max(2000).default([]),
      unclaim: z.array(criterionKey).max(2000).default([]),
    }),
    result: z.object({ claims: z.array(criterionKey), missing: z.array(z.enum(missingForSubmission)) }),
  },
  'GET /centres/:centreId/evidence/:evidenceId/claimable': {
    summary:
      'The criteria that may be claimed on this evidence: the chosen units of each of the learner’s registrations',
    result: z.object({
      registrations: z.array(
        z.object({
          registrationId: id,
          qualification: z.string(),
          units: z.array(
            z.object({
              id,
              number: z.string().nullable(),
              title: z.string(),
              outcomes: z.array(
                z.object({
                  number: z.string(),
                  title: z.string().nullable(),
                  criteria: z.array(
                    z.object({
                      id,
                      number: z.string(),
                      text: z.string(),
                      parts: z.array(part),
                      kind: z.enum(['knowledge', 'performance']).nullable(),
                      verb: z.string().nullable(),
                      plural: z.boolean(),
                      state: z.enum(standingStates),
                      /** What would stand in the way of confirming it on this evidence as it is described now. */
                      obstacles: z.array(obstacle),
                    }),
                  ),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  },
})
