import { z } from 'zod'
import type { AuthorityGap, AuthorityUnder } from '#domain/competence/authority.ts'
import { reasonsToLeave } from '#domain/decisions/accepting.ts'
import { returnReasons } from '#domain/decisions/layers.ts'
import { isAnswer, obstacleCodes } from '#domain/decisions/obstacles.ts'
import { evidenceStates } from '#domain/evidence/evidence.ts'
import { standingStates, uncountedReasons } from '#domain/progress/standing.ts'
import { addedOccasion, requirementTick } from './coverage.ts'
import { contract, id, instant, whole, wholeInAddress } from './endpoint.ts'
import { obstacle } from './obstacles.ts'
import { pinGiven } from './pins.ts'

/** A criterion as one learner works towards it; judged on its own in each registration (R72). */
export const criterionKey = z.object({ registrationId: id, criterionId: id })
export const returnReason = z.enum(returnReasons)
export const outcome = z.enum(['met', 'not-yet-met'])
export const judgement = criterionKey.extend({ outcome, reason: returnReason.nullable().default(null) })

const tick = criterionKey.extend({ by: id, byName: z.string(), at: instant })
const judgedTick = tick.extend({ outcome, reason: returnReason.nullable(), decisionId: id, inQuestion: z.boolean() })

/** The learner's, the trainee's and the qualified assessor's ticks, apart for ever (R9). */
export const layers = z.object({ learner: z.array(tick), trainee: z.array(judgedTick), assessor: z.array(judgedTick) })

const acceptance = z.object({
  layer: z.enum(['learner', 'trainee']),
  /** "Accept all" without the prompt answered is refused (R6). */
  confirmed: z.literal(true, 'Answer the question first: whose ticks do you accept?'),
  shown: z.array(criterionKey).min(1).max(2000),
  exceptions: z.array(criterionKey).max(2000).default([]),
  rationale: z.string().trim().min(1, 'Say why they can be accepted together').max(2000),
})

const justification = criterionKey.extend({
  code: z.enum(obstacleCodes),
  text: z.string().trim().max(2000, 'Use at most 2,000 characters').default(''),
  /** For `more-than-one-example`: more than one is shown in this evidence. Then words are optional (R30). */
  ticked: z.boolean().default(false),
})
const justificationGiven = justification.refine(isAnswer, { path: ['text'], error: 'Say why' })

/** `question` counts from 1. */
export const mark = z.object({
  question: z.int().min(1).max(100),
  enough: z.boolean(),
  comment: z.string().trim().max(2000, 'Use at most 2,000 characters').default(''),
})

const decisionForm = z.object({
  /** Made by the client for this save; sent again, the same decision answers. */
  requestId: id,
  version: whole(1),
  seenRevision: whole(1),
  seenContent: z.string().max(200),
  seen: z.object({ learner: z.array(criterionKey).max(2000), trainee: z.array(judgement).max(2000) }),
  judgements: z.array(judgement).min(1, 'Judge at least one criterion').max(2000),
  outcome: z.enum(['accepted', 'returned']),
  returnReason: returnReason.nullable().default(null),
  feedback: z.string().trim().min(1, 'Write feedback: what was met, by what, and what is next').max(20_000),
  acceptances: z.array(acceptance).max(2).default([]),
  /** Where in the evidence the judgements rest; saved with them and bound to what was seen. */
  pins: z.array(pinGiven).max(500).default([]),
  /** Why criteria are confirmed although something stood in the way that an assessor may answer for. */
  justifications: z.array(justificationGiven).max(2000).default([]),
  /** Of the answers to a worksheet, one for each. */
  marks: z.array(mark).max(100).default([]),
  /** What was wrong with the decision that stands, where this one takes its place. */
  correction: z.string().trim().max(5000).nullable().default(null),
  /** Evidence requirements that it covers; they take the place of those the same layer ticked before (R92). */
  covers: z.array(requirementTick).max(500).default([]),
  /** Occasions of the author that are not counted, by number, and others that were seen to (R89). */
  occasions: z
    .object({ add: z.array(addedOccasion).max(50).default([]), out: z.array(whole(1)).max(200).default([]) })
    .default({ add: [], out: [] }),
})

const made = z.object({ decisionId: id, evidenceState: z.string() })

const verdict = z.object({
  allowed: z.boolean(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})

export const criterionState = z.object({ state: z.enum(standingStates), reason: z.enum(uncountedReasons).nullable() })

export const decisionsContract = contract({
  'GET /centres/:centreId/evidence/:evidenceId/assessment': {
    summary: 'One piece of evidence beside the criteria it may meet, with the three layers of ticks',
    query: z.object({ version: wholeInAddress(1).optional() }),
    result: z.object({
      evidence: z.object({
        id,
        number: z.int(),
        kind: z.enum(['file', 'statement']),
        learner: z.object({ id, name: z.string() }),
        version: z.int(),
        latestVersion: z.int(),
        state: z.enum(evidenceStates),
        revision: z.int(),
        contentHash: z.string().nullable(),
        title: z.string(),
        submittedAt: instant.nullable(),
        returnReason: returnReason.nullable(),
        /** What a worksheet asked and what was answered; null where it is none. */
        answers: z.array(z.object({ question: z.string(), answer: z.string() })).nullable(),
      }),
      registrations: z.array(
        z.object({
          registrationId: id,
          title: z.string(),
          /** The reader's own places on this registration. */
          own: z.array(z.string()),
          /** Why the reader, though named here, may not judge today. */
          notEntitled: z.array(z.custom<AuthorityGap>()),
          trainee: z.boolean(),
          units: z.array(
            z.object({
              id,
              number: z.string().nullable(),
              code: z.string(),
              title: z.string(),
              outcomes: z.array(
                z.object({
                  id,
                  number: z.string(),
                  title: z.string().nullable(),
                  criteria: z.array(
                    z.object({
                      id,
                      number: z.string(),
                      text: z.string(),
                      kind: z.string().nullable(),
                      verb: z.string().nullable(),
                      plural: z.boolean(),
                      /** Lettered parts, each of which is to be covered (R19). */
                      parts: z.array(z.object({ code: z.string(), text: z.string() })),
                      standing: criterionState,
                    }),
                  ),
                }),
              ),
            }),
          ),
        }),
      ),
      layers,
      /** By `registration/criterion`; a criterion that is not here may be confirmed on this evidence. */
      obstacles: z.record(z.string(), z.array(obstacle)),
      decisions: z.array(
        z.object({
          id,
          version: z.int(),
          layer: z.enum(['trainee', 'assessor']),
          outcome: z.enum(['accepted', 'returned']),
          returnReason: returnReason.nullable(),
          feedback: z.string(),
          as: z.string(),
          at: instant,
          by: z.object({ id, name: z.string() }),
          /** What entitled its maker on that day; null for decisions of before this was kept. */
          authority: z.custom<AuthorityUnder>().nullable(),
          met: z.int(),
          notYet: z.int(),
          acceptances: z.array(
            z.object({
              layer: z.enum(['learner', 'trainee']),
              shown: z.int(),
              exceptions: z.int(),
              rationale: z.string(),
            }),
          ),
          justifications: z.array(justification),
          marks: z.array(mark),
          correction: z.string().nullable(),
        }),
      ),
      can: z.object({ decide: verdict, decideProvisionally: verdict }),
    }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/review': {
    summary: 'Start looking at submitted evidence; the learner sees that somebody has',
    body: z.object({ version: whole(1) }),
    result: z.object({ state: z.string(), revision: z.int() }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/acceptances': {
    summary:
      'Accept all ticks of one layer into the decision being written: answers exactly those shown, or what changed meanwhile',
    limit: 500_000,
    body: z.object({
      version: whole(1),
      layer: z.enum(['learner', 'trainee']),
      confirmed: z.literal(true, 'Answer the question first: whose ticks do you accept?'),
      /** The ticks that the prompt said it would accept. */
      shown: z.array(criterionKey).min(1).max(2000),
      /** What the assessor has judged in the form; accepting leaves it alone. */
      judged: z.array(criterionKey.extend({ outcome })).max(2000).default([]),
    }),
    result: z.object({
      ticks: z.array(criterionKey),
      /** Ticked too, and left as they are, with the reason. */
      leaves: z.array(criterionKey.extend({ why: z.enum(reasonsToLeave), outcome, by: z.string() })),
    }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/decisions': {
    summary: "A qualified assessor's decision: the only one that makes a criterion count",
    limit: 2_000_000,
    repeatedBy: 'requestId',
    body: decisionForm,
    result: made,
  },
  'POST /centres/:centreId/evidence/:evidenceId/provisional-decisions': {
    summary: "A trainee assessor's decision: kept beside the others, counting for nothing until it is countersigned",
    limit: 2_000_000,
    repeatedBy: 'requestId',
    body: decisionForm,
    result: made,
  },
})
