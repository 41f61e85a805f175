/** Learners on qualifications: who is registered on what, with which units, and who is named to judge and sample. */
import { z } from 'zod'
import type { AuthorityGap } from '#domain/competence/authority.ts'
import { allocationRoles } from '#domain/people/roles.ts'
import type { CombinationVerdict } from '#domain/qualifications/rules-of-combination.ts'
import { fundings } from '#domain/registrations/selection.ts'
import { contract, day, id, instant, line, lines, nothing, paging } from './endpoint.ts'

const place = z.enum(allocationRoles)
const person = z.object({ id, name: z.string() })
export const unitIds = z.array(id).max(500)

/** Who agreed the options and why (R44): the learner, and an assessor by account or by name. */
export const agreement = z
  .object({
    learnerAgreed: z.literal(true, 'Options are agreed with the learner: say that they have agreed'),
    assessorId: id.nullable().default(null),
    assessorName: line().nullable().default(null),
    reason: lines(2000),
  })
  .refine(a => (a.assessorId === null) !== (a.assessorName === null), {
    path: ['assessorName'],
    message: 'Name the assessor who agreed, by account or by writing the name',
  })

/** What a selection of units rests on (R42). */
export const grounds = {
  levelReason: lines(2000),
  funding: z.enum(fundings, 'Say how this is funded'),
}

const selection = z.object({
  id,
  units: z.array(z.object({ unitId: id, title: z.string(), number: z.string().nullable(), mandatory: z.boolean() })),
  levelReason: z.string(),
  funding: z.enum(fundings),
  /** Null where only mandatory units were taken, and the options were to follow. */
  agreement: z.object({ learnerName: z.string(), assessorName: z.string(), reason: z.string() }).nullable(),
  selectedBy: z.string(),
  selectedAt: instant,
})

/** The registration on the other side of a move, with who moved the learner, when and why (R27). */
const moved = z.object({
  registrationId: id,
  qualification: z.string(),
  version: z.number(),
  by: z.string(),
  at: instant,
  reason: z.string(),
})

const allocation = z.object({
  role: place,
  person,
  since: instant,
  endedAt: instant.nullable(),
  /** False when the person may not stand in the place today: the registration waits for somebody else. */
  entitled: z.boolean(),
  holdsRole: z.boolean(),
  /** Why their records do not entitle them. */
  gaps: z.array(z.custom<AuthorityGap>()),
  /** A conflict of interest with the learner stands; told to those concerned. */
  conflicted: z.boolean(),
})

export const registrationsContract = contract({
  'GET /centres/:centreId/registrations': {
    summary: 'The registrations that exist for the person asking: search, filter, sort, page',
    query: z.object({
      search: z.string().trim().max(100).default(''),
      qualificationId: id.optional(),
      /** Registrations that name this person in any place. */
      personId: id.optional(),
      sort: z
        .enum(['learner', '-learner', 'registered', '-registered', 'qualification', '-qualification'])
        .default('learner'),
      ...paging,
    }),
    result: z.object({
      registrations: z.array(
        z.object({
          id,
          learner: person,
          qualification: z.string(),
          number: z.string().nullable(),
          level: z.number().nullable(),
          registeredOn: day,
          units: z.number(),
          criteria: z.number(),
          claimed: z.number(),
          provisional: z.number(),
          confirmed: z.number(),
          people: z.array(z.object({ role: place, person })),
        }),
      ),
      total: z.number(),
    }),
  },
  'POST /centres/:centreId/registrations': {
    summary:
      'Register a learner on a published version with chosen units, naming who assesses, countersigns and samples',
    body: z.object({
      learnerId: id,
      versionId: id,
      registeredOn: day,
      /** The mandatory units are added in any case. */
      unitIds: unitIds.default([]),
      ...grounds,
      /** Needed as soon as one of the units is an option. */
      agreement: agreement.nullable().default(null),
      allocations: z.partialRecord(place, id.nullable()).default({}),
    }),
    result: z.object({ registrationId: id }),
  },
  'GET /centres/:centreId/registrations/:registrationId': {
    summary: 'One registration: its learner, version, chosen units and the people named on it, with their history',
    result: z.object({
      id,
      learner: person,
      versionId: id,
      qualificationId: id,
      qualification: z.string(),
      number: z.string().nullable(),
      /** What else the qualification is called now (R14). */
      otherNumbers: z.array(z.object({ scheme: z.string(), value: z.string() })),
      level: z.number().nullable(),
      awardingOrganisation: z.string().nullable(),
      framework: z.string().nullable(),
      registeredOn: day,
      registeredBy: z.string(),
      /** When it ended: the learner was moved to another version, or withdrawn. Null while it goes on. */
      endedAt: instant.nullable(),
      movedTo: moved.nullable(),
      movedFrom: moved.nullable(),
      units: z.array(
        z.object({ unitId: id, title: z.string(), number: z.string().nullable(), mandatory: z.boolean() }),
      ),
      allocations: z.array(allocation),
      /** Every selection of units, the newest first. Empty for registrations made before selections were kept. */
      selections: z.array(selection),
      can: z.object({ allocate: z.boolean(), chooseUnits: z.boolean(), previewMove: z.boolean(), move: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/registrations/:registrationId/combination': {
    summary: 'What the rules of combination say of the units planned, and separately of the units achieved',
    result: z.object({
      planned: z.custom<CombinationVerdict>(),
      achieved: z.custom<CombinationVerdict>(),
      /** Planned units in which every criterion is confirmed. */
      achievedUnits: z.array(id),
      /** Units in which something has been claimed or decided: they cannot be taken away. */
      begunUnits: z.array(id),
      /** The smallest changes of plan that make the qualification and keep what has begun; none where the plan does. */
      suggestions: z.array(z.object({ add: z.array(id), remove: z.array(id), provisional: z.boolean() })),
      /** The fewest units that complete what is achieved, whatever is planned; none where it is complete. */
      shortest: z.array(z.object({ add: z.array(id), provisional: z.boolean() })),
    }),
  },
  'POST /centres/:centreId/registrations/:registrationId/allocations': {
    summary:
      'Name a person in a place on the registration, instead of whoever is named there; nobody ends the allocation',
    body: z.object({ role: place, personId: id.nullable() }),
    result: nothing,
  },
  'PUT /centres/:centreId/registrations/:registrationId/units': {
    summary: 'Choose the units, saying who agreed them and why; one with claims or decisions cannot be taken away',
    body: z.object({ unitIds, ...grounds, agreement }),
    result: z.object({ added: z.array(id), removed: z.array(id) }),
  },
})
