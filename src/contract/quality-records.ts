/** What the awarding organisation and employers say of the centre, with follow-up (R117). */
import { z } from 'zod'
import { qualityKinds } from '#domain/quality-records/record.ts'
import { contract, day, id, instant, line, lines, nothing } from './endpoint.ts'

const kind = z.enum(qualityKinds, 'Choose what it is')

export const qualityRecordsContract = contract({
  'GET /centres/:centreId/quality-records': {
    summary:
      'Dated records of the awarding organisation’s and employers’ view of the centre, with what was done about each',
    query: z.object({ kind: kind.optional() }),
    result: z.object({
      records: z.array(
        z.object({
          id,
          kind,
          on: day,
          source: z.string(),
          about: z.string(),
          by: z.string(),
          at: instant,
          closedAt: instant.nullable(),
          followUps: z.array(z.object({ on: day, text: z.string(), closes: z.boolean(), by: z.string() })),
        }),
      ),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/quality-records': {
    summary: 'Record a risk assessment, a quality measure, feedback on an EQA or from an employer, or a problem',
    body: z.object({ kind, on: day, source: line(300), about: lines(4000) }),
    result: z.object({ qualityRecordId: id }),
  },
  'POST /centres/:centreId/quality-records/:qualityRecordId/follow-ups': {
    summary: 'What was done about it; the last one closes it',
    body: z.object({ on: day, text: lines(4000), closes: z.boolean().default(false) }),
    result: nothing,
  },
})
