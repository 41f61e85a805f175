import { z } from 'zod'
import { channels } from '#domain/coverage/occasions.ts'
import { authenticityStatements } from '#domain/evidence/authenticity.ts'
import { noDocuments } from '#domain/evidence/documents.ts'
import { evidenceKinds, evidenceStates, evidenceTypes, settings } from '#domain/evidence/evidence.ts'
import { personalKinds } from '#domain/evidence/privacy.ts'
import { relations } from '#domain/evidence/relations.ts'
import { missingForSubmission } from '#domain/evidence/submission.ts'
import { planKinds } from '#domain/planning/plan-entry.ts'
import { customerKinds, sectors } from '#domain/settings/settings.ts'
import { criterionKey } from './claims.ts'
import { contract, day, fileResult, id, instant, lineOrNothing, nothing, whole } from './endpoint.ts'
import { fileQuery, storedFile } from './files.ts'
import { ownMethod } from './methods.ts'
import { pinGiven } from './pins.ts'
import { recordingPart } from './recordings.ts'
import { evidenceRecord, recordChange } from './records.ts'
import { witnessContact } from './testimonies.ts'

const kind = z.enum(evidenceKinds)
const state = z.enum(evidenceStates)
const type = z.enum(evidenceTypes)
const setting = z.enum(settings)
const sector = z.enum(sectors)
const customers = z.enum(customerKinds)
const person = z.object({ id, name: z.string() })
/** Whether the reader may, and otherwise why not. */
export const verdict = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string() }),
])

/** Whose move it is on a piece of evidence. */
export const evidenceMovers = ['learner', 'assessor', 'nobody'] as const

const file = storedFile.extend({
  /** Of a recording: how long it is, once a browser has found it, and its parts (R77). */
  seconds: z.number().nullable(),
  parts: z.array(recordingPart),
  partsRevision: z.number(),
})

const claim = criterionKey.extend({
  number: z.string(),
  text: z.string(),
  kind: z.enum(['knowledge', 'performance']).nullable(),
  unitId: id,
  unitNumber: z.string().nullable(),
  unitTitle: z.string(),
  qualification: z.string(),
  claimedAt: instant,
  claimedBy: person,
})

const pin = pinGiven.extend({ id, layer: z.enum(['learner', 'trainee', 'assessor']), by: z.string(), at: instant })

const planned = z.object({
  id,
  registrationId: id,
  kind: z.enum(planKinds),
  plannedFor: day,
  /** When it came to say what it says: from then on the learner could read it. */
  saidAt: instant,
  by: z.string(),
  text: z.string(),
  withdrawn: z.boolean(),
})

/** Other evidence of the portfolio that this names, or that names this (R73, R118). */
const relation = z.object({
  relation: z.enum(relations),
  id,
  number: z.number(),
  title: z.string(),
  type: type.nullable(),
  state,
})

/** One dated instance of competence (R89); the first is the day that the evidence itself shows. */
const occasion = z.object({
  day: day.nullable(),
  customer: lineOrNothing(100, 'Use at most 100 characters: initials or “customer B” are enough').default(''),
  /** Null: that of the evidence. */
  setting: setting.nullable().default(null),
  channel: z.enum(channels).nullable().default(null),
  seenBy: lineOrNothing(200).default(''),
  /** Null: every criterion that the evidence is put to. */
  criteria: z.array(id).max(2000).nullable().default(null),
})

const version = z.object({
  version: z.number(),
  state,
  stateSince: instant,
  /** Counts every change to what an assessor would see; a decision names the one it saw. */
  revision: z.number(),
  descriptionRevision: z.number(),
  statementRevision: z.number(),
  recordRevision: z.number(),
  occasionsRevision: z.number(),
  /** In order; `addedBy` names who added it with a decision, and is null for the author's own. */
  occasions: z.array(occasion.extend({ number: z.int(), addedBy: z.string().nullable() })),
  title: z.string(),
  description: z.string(),
  type: type.nullable(),
  /** The centre's own method that it was put in as, beside the kind that it behaves like (R68). */
  ownMethod: ownMethod.nullable(),
  shownOn: day.nullable(),
  setting: setting.nullable(),
  /** The plan that a discussion or questions followed (R78). */
  planned: planned.nullable(),
  sector: sector.nullable(),
  customers: customers.nullable(),
  /** Why nothing that happened naturally could be had, where it was simulated (R100). */
  simulationReason: z.string(),
  /** The centre's simulation or environment that it came from (R105). */
  setUp: z.object({ id, name: z.string() }).nullable(),
  statement: z.unknown(),
  statementText: z.string().nullable(),
  /** What the form of its kind holds; in a draft also what was typed for another kind. */
  record: evidenceRecord,
  /** The worksheet of the centre whose questions it answers; they stay as they are (R82). */
  worksheetId: id.nullable(),
  createdAt: instant,
  createdBy: person,
  submittedAt: instant.nullable(),
  submittedBy: person.nullable(),
  declaredAt: instant.nullable(),
  contentHash: z.string().nullable(),
  declaredDocuments: z.object({ policy: z.boolean(), ownBlankForm: z.string().nullable() }),
  returnReason: z.string().nullable(),
  files: z.array(file),
  /** Who gave their word that it is what it seems to be, and in which words (R88). */
  authentications: z.array(
    z.object({ by: person, role: z.string(), statement: z.enum(authenticityStatements), at: instant }),
  ),
  /** Who saw it where it is kept, and when (R71). */
  sightings: z.array(z.object({ by: person, role: z.string(), seenOn: day, note: z.string() })),
  relations: z.array(relation),
  claims: z.array(claim),
  /** How many confirmed criteria of it are in question, and count for nothing until it is answered. */
  inQuestion: z.int(),
  /** Where its ticks rest, of all layers (product 3). */
  pins: z.array(pin),
  decisions: z.array(
    z.object({
      id,
      layer: z.enum(['trainee', 'assessor']),
      outcome: z.enum(['accepted', 'returned']),
      returnReason: z.string().nullable(),
      feedback: z.string(),
      /** Of the answers to a worksheet, by number (R82). */
      marks: z.array(z.object({ question: z.int(), enough: z.boolean(), comment: z.string() })),
      decidedAt: instant,
      decidedBy: person,
      criteria: z.array(
        criterionKey.extend({
          number: z.string(),
          unitTitle: z.string(),
          outcome: z.enum(['met', 'not-yet-met']),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
})

const evidence = z.object({
  id,
  number: z.number(),
  kind,
  learner: person,
  createdBy: person,
  createdAt: instant,
  /** Newest first; the first one is the version in hand. */
  versions: z.array(version),
  /** Who signed it by a link, without an account; what they signed does not change (R110). */
  testimony: z
    .object({
      name: z.string(),
      position: z.string(),
      relationship: z.string(),
      /** 1 to 4 (R109). */
      status: z.int(),
      signedName: z.string(),
      signedAt: instant,
      /** What the witness was asked, by whom, and the evidence that it was about. */
      asks: z.string(),
      askedBy: person,
      about: z.object({ id, number: z.number(), title: z.string() }).nullable(),
      /** False if what stands in the evidence is no longer what was signed, in any version. */
      unchanged: z.boolean(),
      /** Whether its writing was taken out for good (R76), so that nothing can be compared any more. */
      writingRemoved: z.boolean(),
      contact: witnessContact,
    })
    .nullable(),
  /** Evidence that names this one: the other end of its relations. */
  namedBy: z.array(relation),
  missing: z.array(z.enum(missingForSubmission)),
  waitingFor: z.enum(evidenceMovers),
  can: z.object({
    write: verdict,
    claim: verdict,
    submit: verdict,
    withdraw: verdict,
    /** Give one's word on what one wrote for the learner, or take it back. */
    handOver: verdict,
    /** Say that one saw it where it is kept. */
    sight: verdict,
    draftNewVersion: verdict,
    /** Open it for judgement, provisional or not. */
    judge: verdict,
  }),
})

/** A statement as the editor's document; what is not plain writing is left out before it is kept. */
const statement = z
  .looseObject({ type: z.string() })
  .refine(doc => JSON.stringify(doc).length <= 1_000_000, 'This statement is too long; put it in as a file')

const moved = z.object({ version: z.number(), state, revision: z.number() })

export const evidenceContract = contract({
  'POST /centres/:centreId/learners/:learnerId/evidence': {
    summary: 'Start a piece of evidence as a draft; it takes the next number of the portfolio at once (R70)',
    repeatedBy: 'id',
    body: z.object({
      /** Chosen by the sender, so that a retry finds the draft instead of starting another. */
      id: id.optional(),
      kind: kind.default('file'),
      type: type.optional(),
      /** Instead of the kind: it is then of the kind that this one behaves like (R68). */
      ownMethodId: id.optional(),
    }),
    result: z.object({ evidenceId: id, number: z.number(), version: z.number() }),
  },
  'GET /centres/:centreId/evidence/:evidenceId': {
    summary: 'One piece of evidence with all its versions, files, claims and decisions',
    result: evidence,
  },
  'PUT /centres/:centreId/evidence/:evidenceId/description': {
    summary:
      'Describe a draft: only the fields that are sent change; refused when they changed since `revision` was seen',
    body: z.object({
      revision: whole(1),
      title: lineOrNothing(300).optional(),
      description: z.string().max(10_000, 'Use at most 10,000 characters').optional(),
      type: type.nullable().optional(),
      /** Decides the kind; another kind takes it away (R68). */
      ownMethodId: id.nullable().optional(),
      shownOn: day.nullable().optional(),
      setting: setting.nullable().optional(),
      planEntryId: id.nullable().optional(),
      sector: sector.nullable().optional(),
      customers: customers.nullable().optional(),
      simulationReason: z.string().max(2000, 'Use at most 2,000 characters').optional(),
      setUpId: id.nullable().optional(),
    }),
    result: z.object({ descriptionRevision: z.number(), missing: z.array(z.enum(missingForSubmission)) }),
  },
  'PUT /centres/:centreId/evidence/:evidenceId/statement': {
    summary: 'Keep the written statement of a draft; refused when it changed since `revision` was seen',
    limit: 3_100_000,
    body: z.object({ revision: whole(1), statement }),
    result: z.object({ statementRevision: z.number(), missing: z.array(z.enum(missingForSubmission)) }),
  },
  'PUT /centres/:centreId/evidence/:evidenceId/record': {
    summary:
      'Fill in the record of a draft’s kind: only the fields that are sent change; refused when they changed since `revision` was seen (R53 to R57)',
    limit: 4_000_000,
    body: z.object({ revision: whole(1), record: recordChange }),
    result: z.object({ recordRevision: z.number(), missing: z.array(z.enum(missingForSubmission)) }),
  },
  'PUT /centres/:centreId/evidence/:evidenceId/relations': {
    summary:
      'Say which other evidence of the portfolio a draft follows up or relates to: exactly these, in place of what it named before (R73, R118)',
    body: z.object({ evidenceIds: z.array(id).max(50, 'Name at most 50 pieces of evidence') }),
    result: z.object({ relations: z.array(relation) }),
  },
  'PUT /centres/:centreId/evidence/:evidenceId/occasions': {
    summary:
      'Say on which occasions a draft shows competence, all of them at once; the first is its own day (R89, R90)',
    limit: 2_000_000,
    body: z.object({ revision: whole(1), occasions: z.array(occasion).min(1).max(100) }),
    result: z.object({ occasionsRevision: z.number(), missing: z.array(z.enum(missingForSubmission)) }),
  },
  'GET /centres/:centreId/evidence/:evidenceId/privacy-check': {
    summary:
      'What in the newest version looks like personal data of somebody: in its words, and in files that have words',
    result: z.object({
      findings: z.array(
        z.object({
          where: z.enum(['title', 'description', 'statement', 'record', 'file']),
          /** The file, where it is one. */
          name: z.string().nullable(),
          kind: z.enum(personalKinds),
          /** The first and last letters only. */
          shown: z.string(),
        }),
      ),
      /** Files whose words cannot be read, such as pictures and recordings: look through them yourself. */
      unread: z.array(z.string()),
      /** Files that wait for their turn to be read: ask again in a moment. */
      waiting: z.array(z.string()),
    }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/submission': {
    summary:
      'Submit a draft to the assessor, declaring that it is the learner’s own work; names everything that is missing',
    body: z.object({
      authentic: z.boolean(),
      /** What the learner says of documents that are no evidence by themselves (R74, R75). */
      documents: z
        .object({
          policy: z.boolean().default(false),
          ownBlankForm: z.string().trim().max(2000, 'Use at most 2,000 characters').nullable().default(null),
        })
        .default(noDocuments),
      /** Kinds of personal data that the check warned of, and that stay all the same. */
      knowingly: z.array(z.enum(personalKinds)).max(personalKinds.length).default([]),
    }),
    result: moved.extend({ contentHash: z.string() }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/authentication': {
    summary:
      'Hand over what one wrote for the learner: one’s word that it is so; from then on the writer does not change it (R88)',
    body: z.object({ authentic: z.literal(true, 'Give your word on it first') }),
    result: z.object({ statement: z.enum(authenticityStatements) }),
  },
  'DELETE /centres/:centreId/evidence/:evidenceId/authentication': {
    summary: 'Take a draft back that one handed over, to change it',
    result: nothing,
  },
  'POST /centres/:centreId/evidence/:evidenceId/sightings': {
    summary: 'Say on which day one saw evidence that is kept elsewhere; before that nothing is confirmed on it (R71)',
    body: z.object({ seenOn: day, note: z.string().trim().max(1000, 'Use at most 1,000 characters').default('') }),
    result: z.object({ sightingId: id }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/withdrawal': {
    summary: 'Withdraw evidence on which nobody has decided; its number is not used again (R70)',
    body: z.object({ reason: z.string().trim().max(1000).default('') }),
    result: moved,
  },
  'POST /centres/:centreId/evidence/:evidenceId/versions': {
    summary: 'Start a new version of returned evidence; the old one stays with its claims and decisions',
    body: nothing,
    result: moved,
  },
  'GET /centres/:centreId/evidence/:evidenceId/files/:fileId': {
    summary: 'One file, whole or in ranges; it can never run as code',
    query: fileQuery,
    result: fileResult,
  },
  'DELETE /centres/:centreId/evidence/:evidenceId/files/:fileId': {
    summary: 'Take a file out of a draft',
    result: z.object({ missing: z.array(z.enum(missingForSubmission)) }),
  },
})

export type EvidenceResult = z.output<typeof evidence>
export type EvidenceVersion = z.output<typeof version>
export type EvidenceRelation = z.output<typeof relation>
export type EvidenceOccasion = EvidenceVersion['occasions'][number]
export type EvidenceFile = z.output<typeof file>
export type EvidencePin = z.output<typeof pin>
