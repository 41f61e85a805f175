/** What must be proved of a learner's job before a unit can be judged (R31). */
import { z } from 'zod'
import { preconditionKinds } from '#domain/qualifications/preconditions.ts'
import { contract, id, instant, line, lines, nothing } from './endpoint.ts'

const kind = z.enum(preconditionKinds, 'Say what is to be proved')

export const preconditionsContract = contract({
  'GET /centres/:centreId/preconditions': {
    summary: 'The preconditions that units of the catalogue have now, of one version or one unit where asked',
    query: z.object({ versionId: id.optional(), unitId: id.optional() }),
    result: z.object({
      preconditions: z.array(
        z.object({
          id,
          unit: z.object({ id, number: z.string().nullable(), title: z.string() }),
          kind,
          text: z.string(),
          source: z.string(),
          by: z.string(),
          at: instant,
        }),
      ),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/units/:unitId/preconditions': {
    summary: 'Record what a learner must be or have before this unit can be judged, and where that is said',
    body: z.object({ kind, text: lines(1000), source: line(500) }),
    result: z.object({ preconditionId: id }),
  },
  'POST /centres/:centreId/preconditions/:preconditionId/ending': {
    summary: 'End a precondition that no longer holds; it stays on record with the reason',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
