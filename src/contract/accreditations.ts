/** What else a qualification is called, from when to when it is accredited, what it follows and what follows it (R14). */
import { z } from 'zod'
import { contract, day, id, instant, line, lines, whole } from './endpoint.ts'

const otherNumber = z.object({ scheme: z.string(), value: z.string() })

const neighbour = z.object({
  id,
  versionId: id,
  title: z.string(),
  number: z.string().nullable(),
  otherNumbers: z.array(otherNumber),
  accreditedFrom: day.nullable(),
  accreditedTo: day.nullable(),
})

const recorded = {
  otherNumbers: z.array(otherNumber),
  accreditedFrom: day.nullable(),
  accreditedTo: day.nullable(),
  predecessor: neighbour.nullable(),
  predecessorText: z.string().nullable(),
}

export const accreditationsContract = contract({
  'GET /centres/:centreId/qualifications/:qualificationId/accreditation': {
    summary: 'The other numbers of a qualification, its days of accreditation, its predecessor and its successors',
    result: z.object({
      standing: z.object(recorded),
      successors: z.array(neighbour),
      /** What was recorded, newest first; none while only the versions say anything. */
      history: z.array(z.object({ ...recorded, number: z.number(), reason: z.string(), by: z.string(), at: instant })),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/qualifications/:qualificationId/accreditation': {
    summary: 'Record other numbers, days of accreditation and the predecessor, saying why; what counted before is kept',
    body: z.object({
      otherNumbers: z.array(z.object({ scheme: line(40), value: line(40) })).max(20),
      accreditedFrom: day.nullable(),
      accreditedTo: day.nullable(),
      predecessorId: id.nullable(),
      predecessorText: line(300).nullable(),
      reason: lines(2000),
      /** The number of the record that this one supersedes, 0 for none: somebody else may have been quicker. */
      replaces: whole(0),
    }),
    result: z.object({ number: z.number() }),
  },
})
