/** Moving a learner to a newer version of their qualification, or to the qualification that follows it (R27). */
import { z } from 'zod'
import { standingStates } from '#domain/progress/standing.ts'
import type { CombinationVerdict } from '#domain/qualifications/rules-of-combination.ts'
import type { Left } from '#domain/registrations/along.ts'
import { contract, id, lines, whole } from './endpoint.ts'
import { agreement, grounds, unitIds } from './registrations.ts'

const heading = z.object({ unitId: id, number: z.string().nullable(), title: z.string() })
const share = z.object({ carried: whole(0), lost: whole(0) })
const figures = { confirmed: share, begun: share }

export const movesContract = contract({
  'GET /centres/:centreId/registrations/:registrationId/moves/:newerId': {
    summary: 'What a move to a newer version would carry over, what would be lost, and what its rules would say',
    result: z.object({
      version: z.number(),
      title: z.string(),
      units: z.array(
        z.object({
          unit: heading,
          becomes: heading.nullable(),
          identical: z.boolean(),
          carried: z.number(),
          lost: z.array(
            z.object({ criterionId: id, number: z.string(), text: z.string(), state: z.enum(standingStates) }),
          ),
        }),
      ),
      newCriteria: z.number(),
      newMandatory: z.array(heading),
      unitIds: z.array(id),
      /** Units of the newer version in which begun work carries over: they are part of the selection. */
      begunUnits: z.array(id),
      ...figures,
      /** Numbers of the pieces of evidence that wait for a decision on something that does not carry over, or are in question there: decide first. */
      waiting: z.array(z.number()),
      /** What hangs on the registration besides claims and decisions, and would stay behind. */
      left: z.custom<Left[]>(),
      /** What the rules of the newer version say of the selection to begin with. */
      verdict: z.custom<CombinationVerdict>(),
    }),
  },
  'POST /centres/:centreId/registrations/:registrationId/moves': {
    summary:
      'Move the learner to a newer version or a successor, for good: what carries over counts there, this one ends',
    body: z.object({
      versionId: id,
      unitIds,
      ...grounds,
      agreement,
      reason: lines(2000),
      confirmed: z.literal(true, 'A move cannot be undone: confirm it'),
      /** The figures of the preview, as they were on the screen. */
      seen: z.object({ ...figures, left: whole(0) }),
    }),
    result: z.object({ registrationId: id }),
  },
})
