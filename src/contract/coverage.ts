/** What of a unit is covered, by which evidence and on which days, and what is missing (R89 to R97). */
import { z } from 'zod'
import { enforcements, gapCodes } from '#domain/coverage/coverage.ts'
import { channels } from '#domain/coverage/occasions.ts'
import { recordKinds, relationships, requirementRoles } from '#domain/coverage/reading.ts'
import { evidenceTypes, settings } from '#domain/evidence/evidence.ts'
import { quantifiers } from '#domain/qualifications/specification.ts'
import { contract, day, id, instant, line, lineOrNothing, lines, nothing, whole, wholeInAddress } from './endpoint.ts'

const person = z.object({ id, name: z.string() })
const evidence = z.object({ id, number: z.int(), version: z.int() })
const layer = z.enum(['learner', 'trainee', 'assessor'])

const gap = z.object({
  code: z.enum(gapCodes),
  /** Whose move would close it. */
  mover: z.enum(['learner', 'assessor', 'lead-iqa']),
  /** Whether the unit is not ready for it; else it is advice (R95). */
  blocks: z.boolean(),
  details: z.record(z.string(), z.unknown()),
})

const demand = z.object({
  known: z.boolean(),
  days: z.int().min(0).max(100),
  customers: z.int().min(0).max(100),
  period: z.int().min(0).max(2000),
  observations: z.int().min(0).max(100),
})
const requirementReading = z.object({
  number: z.string().min(1).max(20),
  role: z.enum(requirementRoles),
  record: z.enum(recordKinds).nullable(),
  people: z.array(z.enum(relationships)).max(10),
})
const reading = z.object({ requirements: z.array(requirementReading).max(100), demand })

const requirement = z.object({
  number: z.string(),
  text: z.string(),
  kind: z.enum(['must', 'may']),
  quantifier: z.enum(quantifiers),
  atLeast: z.int().nullable(),
  items: z.array(z.object({ code: z.string(), text: z.string(), atLeast: z.int().optional() })),
})

/** A tick on a requirement or one of its items, resting on an occasion of the evidence (R92). */
export const requirementTick = z.object({
  registrationId: id,
  unitId: id,
  requirement: z.string().min(1).max(20),
  /** Empty: the requirement itself. */
  item: z.string().max(5).default(''),
  /** Which change, method or medium, where different ones are counted. */
  thing: lineOrNothing(100).default(''),
  /** The number of the occasion. */
  occasion: whole(1).default(1),
})

/** An occasion that whoever judges adds to those of the author; it was where the evidence says, so that its permission holds. */
export const addedOccasion = z.object({
  day,
  customer: lineOrNothing(100, 'Use at most 100 characters: initials or “customer B” are enough').default(''),
  channel: z.enum(channels).nullable().default(null),
  seenBy: lineOrNothing(200).default(''),
  criteria: z.array(id).max(2000).nullable().default(null),
})

const record = z.object({
  id,
  kind: z.enum(recordKinds),
  person: z.string(),
  relationship: z.enum(relationships).nullable(),
  day,
  note: z.string(),
  preconditionId: id.nullable(),
  by: z.string(),
  at: instant,
})

const coveredRequirement = requirement.extend({
  role: z.enum(requirementRoles),
  record: z.enum(recordKinds).nullable(),
  people: z.array(z.enum(relationships)),
  satisfied: z.boolean(),
  short: z.int(),
  open: z.array(z.string()),
  begun: z.array(z.object({ thing: z.string(), lacks: z.array(z.string()) })),
  ticks: z.array(z.object({ item: z.string(), thing: z.string(), layer, day, evidence })),
  answer: record.nullable(),
})

const summary = z.object({
  ready: z.boolean(),
  criteria: z.object({ of: z.int(), confirmed: z.int() }),
  requirements: z.object({ of: z.int(), satisfied: z.int() }),
  gaps: z.array(gap),
})

const heading = { id, number: z.string().nullable(), code: z.string(), title: z.string() }

export const coverageContract = contract({
  'GET /centres/:centreId/registrations/:registrationId/coverage': {
    summary: 'The coverage of each chosen unit in short: whether it is ready, and its gaps',
    result: z.object({ enforcement: z.enum(enforcements).nullable(), units: z.record(z.string(), summary) }),
  },
  'GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage': {
    summary: 'The coverage of one unit: criteria, requirements, occasions, people, and what would close each gap',
    result: z.object({
      registrationId: id,
      learner: person,
      /** `worksheet`: the specification says that one belongs to the unit (R82). */
      unit: z.object({ ...heading, versionId: id, worksheet: z.boolean() }),
      ready: z.boolean(),
      enforcement: z.enum(enforcements).nullable(),
      criteria: z.object({ of: z.int(), confirmed: z.int(), knowledge: z.object({ of: z.int(), confirmed: z.int() }) }),
      requirements: z.object({ of: z.int(), satisfied: z.int() }),
      each: z.array(coveredRequirement),
      demand,
      spread: z.object({ days: z.array(day), customers: z.array(z.string()), period: z.int() }),
      occasions: z.array(
        z.object({
          evidence,
          type: z.enum(evidenceTypes).nullable(),
          number: z.int(),
          day,
          customer: z.string(),
          setting: z.enum(settings).nullable(),
          channel: z.enum(channels).nullable(),
          seenBy: z.string(),
          /** The numbers of the confirmed criteria that it shows. */
          criteria: z.array(z.string()),
        }),
      ),
      /** By criterion, every day on which it was shown (R51). */
      days: z.record(z.string(), z.array(day)),
      preconditions: z.array(z.object({ id, kind: z.string(), text: z.string(), answer: record.nullable() })),
      records: z.array(record),
      gaps: z.array(gap),
      reviewed: z.object({ by: z.string(), at: instant }).nullable(),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/evidence/:evidenceId/coverage': {
    summary:
      'What one piece of evidence would cover of each unit’s requirements, and its occasions: for the author and for whoever judges it',
    query: z.object({ version: wholeInAddress(1).optional() }),
    result: z.object({
      version: z.int(),
      occasions: z.array(
        z.object({
          number: z.int(),
          day: day.nullable(),
          customer: z.string(),
          setting: z.enum(settings).nullable(),
          channel: z.enum(channels).nullable(),
          seenBy: z.string(),
          criteria: z.array(id).nullable(),
          addedBy: z.string().nullable(),
        }),
      ),
      /** Occasions that the newest standing decision of each layer does not count. */
      out: z.object({ trainee: z.array(z.int()), assessor: z.array(z.int()) }),
      units: z.array(
        z.object({
          ...heading,
          registrationId: id,
          /** The criteria of the unit, by id: a unit is shown where one of them is claimed or judged. */
          criteria: z.array(id),
          /** Requirements that are met by ticks; with what other evidence has covered, and counts. */
          requirements: z.array(
            requirement.extend({
              covered: z.array(z.object({ item: z.string(), thing: z.string(), day, evidence })),
            }),
          ),
          demand,
          spread: z.object({ days: z.array(day), customers: z.array(z.string()), period: z.int() }),
        }),
      ),
      ticks: z.object({
        learner: z.array(requirementTick),
        trainee: z.array(requirementTick),
        assessor: z.array(requirementTick),
      }),
      /** Whether the reader proposes ticks, which only the learner does, in the draft. */
      may: z.object({ propose: z.boolean() }),
    }),
  },
  'PUT /centres/:centreId/evidence/:evidenceId/coverage': {
    summary: 'Propose which evidence requirements a draft covers: the learner’s own word, all of it at once',
    limit: 300_000,
    body: z.object({ ticks: z.array(requirementTick).max(500) }),
    result: z.object({ ticks: z.array(requirementTick) }),
  },
  'GET /centres/:centreId/units/:unitId/requirements': {
    summary: 'What a unit’s numbered requirements ask for: as read off their words, and as a named person found (R94)',
    result: z.object({
      requirements: z.array(requirement),
      read: reading,
      review: z.object({ reading, by: z.string(), at: instant }).nullable(),
      can: z.object({ review: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/units/:unitId/requirement-reviews': {
    summary: 'Put one’s name to what a unit’s requirements ask for, changed or as read (R91, R94)',
    body: z.object({ reading }),
    result: nothing,
  },
  'GET /centres/:centreId/versions/:versionId/enforcement': {
    summary: 'Whether evidence requirements are advice or a rule in this version, and who said so (R95)',
    result: z.object({
      enforcement: z.enum(enforcements).nullable(),
      said: z.object({ source: z.string(), by: z.string(), at: instant }).nullable(),
      can: z.object({ set: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/versions/:versionId/enforcements': {
    summary: 'Say whether evidence requirements are advice or a rule in this version, and where that is said (R95)',
    body: z.object({ enforcement: z.enum(enforcements), source: line(500) }),
    result: nothing,
  },
  'POST /centres/:centreId/registrations/:registrationId/workplace-records': {
    summary:
      'Record who somebody is to the learner, or what was agreed with whom, where a unit asks for it (R31, R96, R97)',
    repeatedBy: 'id',
    body: z.object({
      /** Chosen by the sender, so that a retry records it once. */
      id: id.optional(),
      kind: z.enum(recordKinds, 'Say what is recorded'),
      person: line(200),
      relationship: z.enum(relationships).nullable().default(null),
      day,
      note: z.string().trim().max(1000, 'Use at most 1,000 characters').default(''),
      preconditionId: id.nullable().default(null),
    }),
    result: z.object({ recordId: id }),
  },
  'POST /centres/:centreId/workplace-records/:recordId/ending': {
    summary: 'End a record that no longer holds; it stays with the reason',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
