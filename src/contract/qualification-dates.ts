/** Until when learners can be registered on a qualification and certificates asked for, with every change (R23, R24, R25). */
import { z } from 'zod'
import { contract, day, id, instant, lines, whole } from './endpoint.ts'

const dates = { opens: day.nullable(), lastRegistration: day.nullable(), lastCertification: day.nullable() }

/** What the dates mean for the open registrations that exist for the person asking. */
const effect = z.object({
  open: z.number(),
  /** Registered before the first or after the last day of registration. */
  registeredOutside: z.number(),
  /** Open although the last day of certification has passed. */
  beyondCertification: z.number(),
  /** Of the open ones, those with criteria that are not confirmed yet. */
  unfinished: z.number(),
})

export const qualificationDatesContract = contract({
  'GET /centres/:centreId/qualifications/:qualificationId/dates': {
    summary: 'The dates of a qualification that count now, those that counted before, and whom they concern',
    result: z.object({
      title: z.string(),
      standing: z.object(dates),
      /** Newest first: what was recorded, then what the versions print. Exactly one stands, or none where no date is known. */
      history: z.array(
        z.object({
          ...dates,
          /** Null for the dates that a version prints. */
          number: z.number().nullable(),
          version: z.number().nullable(),
          reason: z.string().nullable(),
          by: z.string(),
          at: instant,
          stands: z.boolean(),
        }),
      ),
      effect,
      can: z.object({ record: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/qualifications/:qualificationId/dates/effect': {
    summary: 'What other dates would mean for the open registrations',
    query: z.object({
      opens: day.optional(),
      lastRegistration: day.optional(),
      lastCertification: day.optional(),
    }),
    result: effect,
  },
  'POST /centres/:centreId/qualifications/:qualificationId/dates': {
    summary: 'Record the dates of a qualification, or extend them, saying why; what counted before is kept',
    body: z.object({
      ...dates,
      reason: lines(2000),
      /** The number of the recorded dates that these supersede, 0 for none: somebody else may have been quicker. */
      replaces: whole(0),
    }),
    result: z.object({ number: z.number() }),
  },
  'GET /centres/:centreId/date-warnings': {
    summary: 'Last dates within 180 days that concern the open registrations of the person asking',
    result: z.object({
      warnings: z.array(
        z.object({
          qualification: z.object({ id, title: z.string(), number: z.string().nullable(), versionId: id }),
          date: z.enum(['last-registration', 'last-certification']),
          on: day,
          daysLeft: z.number(),
          /** The nearest of 180, 90 and 30 days that has been reached. */
          warning: z.number(),
          /** Learners with an open registration; for one’s own, oneself. */
          learners: z.number(),
          own: z.boolean(),
        }),
      ),
    }),
  },
})
