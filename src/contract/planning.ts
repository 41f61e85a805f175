/** What is planned with a learner: simple dated entries that they can read (R78, R126). */
import { z } from 'zod'
import { planKinds } from '#domain/planning/plan-entry.ts'
import { contract, day, id, instant, lines, nothing } from './endpoint.ts'

const kind = z.enum(planKinds, 'Say what is planned')
const person = z.object({ id, name: z.string() })

const planned = z.object({
  kind,
  plannedFor: day,
  text: lines(4000),
  /** Of any outcomes and units that the learner works towards. */
  criterionIds: z.array(id).min(1, 'Choose what it is to show').max(500),
})

const entry = z.object({
  id,
  registrationId: id,
  learner: person,
  qualification: z.string(),
  kind,
  plannedFor: day,
  text: z.string(),
  by: person,
  as: z.string(),
  at: instant,
  /** Since when it says what it says now. */
  saidAt: instant,
  withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  criteria: z.array(
    z.object({ id, number: z.string(), unitId: id, unitNumber: z.string().nullable(), unitTitle: z.string() }),
  ),
  /** The evidence that names it, as far as it has come. */
  evidence: z.array(z.object({ id, number: z.number(), title: z.string(), state: z.string() })),
  can: z.object({ change: z.boolean(), withdraw: z.boolean() }),
})

export const planningContract = contract({
  'GET /centres/:centreId/plan-entries': {
    summary:
      'What is planned with the learners whom the reader may see, by day; of one registration or learner where asked',
    query: z.object({
      registrationId: id.optional(),
      learnerId: id.optional(),
      /** Only what is still to come and concerns the reader: as learner, or as one who plans for them. */
      coming: z.literal('mine').optional(),
    }),
    result: z.object({ entries: z.array(entry), can: z.object({ plan: z.boolean() }) }),
  },
  'POST /centres/:centreId/registrations/:registrationId/plan-entries': {
    summary: 'Plan a discussion, questions or an observation for a day to come; the learner sees it at once (R78)',
    repeatedBy: 'id',
    body: planned.extend({ id: id.optional() }),
    result: z.object({ planEntryId: id }),
  },
  'PUT /centres/:centreId/plan-entries/:planEntryId': {
    summary: 'Change what is planned, before its day; it counts as told to the learner from this change on',
    body: planned,
    result: nothing,
  },
  'POST /centres/:centreId/plan-entries/:planEntryId/withdrawal': {
    summary: 'Withdraw what is planned, with a reason; it stays on record',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
