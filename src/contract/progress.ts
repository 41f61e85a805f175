import { z } from 'zod'
import { returnReasons } from '#domain/decisions/layers.ts'
import { evidenceTypes } from '#domain/evidence/evidence.ts'
import { priorKinds } from '#domain/evidence/record-fields.ts'
import { relations } from '#domain/evidence/relations.ts'
import { allocationRoles } from '#domain/people/roles.ts'
import { movers, standingStates, toldReasons } from '#domain/progress/standing.ts'
import { contract, id, instant, paging } from './endpoint.ts'
import { ownMethod } from './methods.ts'

const person = z.object({ id, name: z.string() })
const judged = z.object({
  by: person,
  at: instant,
  outcome: z.enum(['met', 'not-yet-met']),
  reason: z.enum(returnReasons).nullable(),
})

/** Claimed, provisional and confirmed, never mixed; what is left of `criteria` has nothing yet (R2, R11). */
export const totals = z.object({
  criteria: z.int(),
  claimed: z.int(),
  provisional: z.int(),
  confirmed: z.int(),
  returned: z.int(),
})

/** Where a criterion stands and why it does not count: the same for every role (R10). */
export const standing = z.object({
  state: z.enum(standingStates),
  reason: z.enum(toldReasons).nullable(),
  since: instant.nullable(),
  evidence: z.object({ id, number: z.int(), version: z.int() }).nullable(),
  claimed: z.object({ by: person, at: instant }).nullable(),
  provisional: judged.nullable(),
  decided: judged.nullable(),
  /** Whose move makes it count; null when it counts. The person is null while nobody is allocated. */
  mover: z.object({ role: z.enum(movers), person: person.nullable() }).nullable(),
})

const matrixUnit = z.object({
  id,
  number: z.string().nullable(),
  code: z.string(),
  reference: z.string().nullable(),
  title: z.string(),
  level: z.int().nullable(),
  credit: z.int().nullable(),
  group: z.string().nullable(),
  mandatory: z.boolean(),
  /** Evidence from a realistic working environment was handed in for it, so quality assurance looks into it (R106). */
  alwaysSampled: z.boolean(),
  totals,
  outcomes: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string().nullable(),
      kind: z.string(),
      criteria: z.array(
        z.object({
          id,
          number: z.string(),
          text: z.string(),
          kind: z.string().nullable(),
          verb: z.string().nullable(),
          plural: z.boolean(),
          parts: z.array(z.object({ code: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
})

const registrationRow = z.object({
  registrationId: id,
  learner: person,
  qualification: z.object({ versionId: id, title: z.string() }),
  registeredOn: z.string(),
  assessor: person.nullable(),
  trainee: person.nullable(),
  iqa: person.nullable(),
  totals,
  /** Of the confirmed, those that nothing but prior learning shows, by its kind (R86). */
  prior: z.record(z.enum(priorKinds), z.int()),
  confirmedShare: z.number(),
  lastActivity: instant.nullable(),
})

export const reportSorts = ['learner', 'qualification', 'confirmed', 'claimed', 'registered', 'activity'] as const
const reportFilter = {
  search: z.string().trim().max(100).default(''),
  versionId: id.optional(),
  assessorId: id.optional(),
  state: z.enum(['all', 'not-started', 'under-way', 'complete', 'waiting']).default('all'),
}
const reportQuery = z.object({
  ...reportFilter,
  ...paging,
  sort: z.enum(reportSorts).default('confirmed'),
  order: z.enum(['asc', 'desc']).default('asc'),
})

export const progressContract = contract({
  'GET /centres/:centreId/registrations/:registrationId/matrix': {
    summary:
      'The tree of qualification, unit, outcome and criterion with the standing of each, and why it does not count yet',
    result: z.object({
      registrationId: id,
      learner: person,
      /** Awarding organisation, framework, level and number in one line (R12). */
      heading: z.string(),
      qualification: z.object({ versionId: id, title: z.string(), number: z.string().nullable(), version: z.int() }),
      registeredOn: z.string(),
      /** When the registration ended; its figures stand as they were then. */
      endedAt: instant.nullable(),
      lastActivity: instant.nullable(),
      allocations: z.array(z.object({ role: z.enum(allocationRoles), person, since: instant })),
      totals,
      units: z.array(matrixUnit),
      /** By criterion; one that is not here has nothing yet. */
      standings: z.record(z.string(), standing),
    }),
  },
  'GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId': {
    summary:
      'Everything on one criterion: its standing and each piece of evidence put to it, with who claimed and who judged',
    result: z.object({
      standing,
      evidence: z.array(
        z.object({
          id,
          number: z.int(),
          version: z.int(),
          title: z.string(),
          state: z.string(),
          type: z.enum(evidenceTypes).nullable(),
          ownMethod: ownMethod.nullable(),
          /** Whether it follows up or relates to the evidence whose numbers it `names` (R73, R118). */
          relation: z.enum(relations),
          names: z.array(z.int()),
          claimed: z.object({ by: z.string(), at: instant }).nullable(),
          judged: z.array(
            z.object({
              layer: z.enum(['trainee', 'assessor']),
              by: z.string(),
              at: instant,
              outcome: z.enum(['met', 'not-yet-met']),
              reason: z.enum(returnReasons).nullable(),
              /** False when a later decision of the same layer took its place. */
              standing: z.boolean(),
              feedback: z.string(),
              /** Taken over from the registration before by a move to this version (R27). */
              carried: z.object({ by: z.string(), at: instant }).nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  'GET /centres/:centreId/queue': {
    summary: 'What waits for the person who asks, oldest first, and how their learners stand',
    result: z.object({
      items: z.array(
        z.object({
          kind: z.enum([
            'judge',
            'judge-provisionally',
            'countersign',
            'answer-question',
            'remove-content',
            'improve',
            'finish',
            'allocate',
            'entitle',
          ]),
          since: instant,
          learner: person,
          evidence: z.object({ id, number: z.int(), version: z.int(), title: z.string() }).nullable(),
          registrationId: id.nullable(),
          ticks: z.int(),
          units: z.string().nullable(),
        }),
      ),
      registrations: z.array(
        z.object({ registrationId: id, learner: person, title: z.string(), totals, lastActivity: instant.nullable() }),
      ),
    }),
  },
  'GET /centres/:centreId/reports/progress': {
    summary: 'Learners and their progress, a page at a time, from the same figures as the matrix',
    query: reportQuery,
    result: z.object({ rows: z.array(registrationRow), page: z.int(), size: z.int(), more: z.boolean() }),
  },
  'GET /centres/:centreId/reports/progress/summary': {
    summary: 'How many registrations the filter finds, and their figures together',
    query: z.object(reportFilter),
    result: z.object({
      registrations: z.int(),
      learners: z.int(),
      totals,
      /** Of the confirmed, those that nothing but prior learning shows (R86). */
      prior: z.int(),
      qualifications: z.array(z.object({ versionId: id, title: z.string(), registrations: z.int() })),
      assessors: z.array(person),
    }),
  },
  'GET /centres/:centreId/reports/progress.csv': {
    summary: 'The whole report as a spreadsheet file, filtered and sorted as asked',
    query: z.object({
      ...reportFilter,
      sort: z.enum(reportSorts).default('confirmed'),
      order: z.enum(['asc', 'desc']).default('asc'),
    }),
    result: z.custom<never>().meta({ type: 'string', format: 'binary', file: true }),
  },
})
