/** A centre's worksheets: questions for a unit, each with the criteria it asks for (R82). */
import { z } from 'zod'
import { evidenceStates } from '#domain/evidence/evidence.ts'
import { contract, id, instant, line, lines, nothing } from './endpoint.ts'

const question = z.object({
  text: lines(2000),
  criterionIds: z.array(id).min(1, 'Choose which criteria the question asks for').max(100),
})

export const worksheetsContract = contract({
  'GET /centres/:centreId/worksheets': {
    summary: 'The worksheets that stand, of one unit where asked, or only those of the reader’s own units',
    query: z.object({ unitId: id.optional(), own: z.literal('yes').optional() }),
    result: z.object({
      worksheets: z.array(
        z.object({
          id,
          unit: z.object({ id, number: z.string().nullable(), title: z.string() }),
          title: z.string(),
          questions: z.array(question),
          by: z.string(),
          at: instant,
          /** The reader's own registrations in which the unit is chosen. */
          own: z.array(
            z.object({
              registrationId: id,
              qualification: z.string(),
              /** The newest answers to it, whose they are. */
              answers: z.object({ evidenceId: id, number: z.int(), state: z.enum(evidenceStates) }).nullable(),
              /** Whether it can be begun; otherwise beginning leads to those answers. */
              canBegin: z.boolean(),
            }),
          ),
        }),
      ),
      can: z.object({ make: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/units/:unitId/worksheets': {
    summary: 'Make a worksheet for a unit; one that it takes the place of is ended with it',
    limit: 1_000_000,
    repeatedBy: 'id',
    body: z.object({
      /** Made by the client, so that a retry finds what the first request made. */
      id,
      title: line(200),
      questions: z.array(question).min(1, 'Ask at least one question').max(100),
      replaces: id.nullable().default(null),
    }),
    result: z.object({ worksheetId: id }),
  },
  'POST /centres/:centreId/worksheets/:worksheetId/ending': {
    summary: 'End a worksheet: nobody begins to answer it any more; answers begun or given stay',
    body: nothing,
    result: nothing,
  },
  'POST /centres/:centreId/worksheets/:worksheetId/answers': {
    summary:
      'Begin to answer a worksheet: a draft with its questions and the claims that they ask for, or the answers that there are already',
    body: z.object({ registrationId: id }),
    result: z.object({ evidenceId: id }),
  },
})
