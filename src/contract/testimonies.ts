/** Witnesses: asked by a link, signing without an account, listed with their status (R55, R56, R59, R109, R110). */
import { z } from 'zod'
import { witnessFlagCodes } from '#domain/testimonies/signatory.ts'
import { testimonyTypes } from '#domain/testimonies/testimony.ts'
import { contract, day, fileResult, id, instant, line, lineOrNothing, lines, nothing } from './endpoint.ts'

const type = z.enum(testimonyTypes)
const text = z.string().max(10_000, 'Use at most 10,000 characters').default('')
const short = lineOrNothing(300).default('')
const box = z.boolean().default(false)
const token = z.string().min(20).max(200)
const status = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
/** For quality staff only: how to reach the witness, and what is odd about the signature; `name` is whose browser it was. */
export const witnessContact = z
  .object({
    email: z.string(),
    telephone: z.string(),
    from: z.string(),
    flags: z.array(z.object({ code: z.enum(witnessFlagCodes), name: z.string().nullable() })),
  })
  .nullable()

const listed = z.object({
  /** Null for people of the centre who have decided: they are on the list with their role. */
  status: status.nullable(),
  name: z.string(),
  relationship: z.string(),
  position: z.string(),
  testimonies: z.int(),
  decisions: z.int(),
  last: instant,
  contact: witnessContact,
})

export const testimoniesContract = contract({
  'GET /centres/:centreId/learners/:learnerId/testimony-requests': {
    summary: 'The witnesses who were asked for this learner, and what came of it',
    result: z.object({
      learner: z.object({ id, name: z.string() }),
      requests: z.array(
        z.object({
          id,
          type,
          witness: z.string(),
          /** Who asks knows the address; others see that there is one. */
          email: z.string().nullable(),
          asks: z.string(),
          about: z.object({ id, number: z.int(), title: z.string() }).nullable(),
          askedBy: z.string(),
          askedAt: instant,
          expiresAt: instant,
          openedAt: instant.nullable(),
          cancelledAt: instant.nullable(),
          signed: z.object({ at: instant, evidenceId: id, number: z.int() }).nullable(),
          mayTakeBack: z.boolean(),
        }),
      ),
      mayAsk: z.boolean(),
    }),
  },
  'POST /centres/:centreId/learners/:learnerId/testimony-requests': {
    summary: 'Ask somebody who saw it: a letter with a link goes to their own address, and to nobody else',
    repeatedBy: 'id',
    body: z.object({
      /** Chosen by the sender, so that a retry sends no second letter. */
      id: id.optional(),
      type,
      witnessName: line(200),
      email: z.email('Give the witness’s own e-mail address').max(200),
      asks: lines(2000),
      aboutId: id.nullable().default(null),
    }),
    result: z.object({ requestId: id, expiresAt: instant }),
  },
  'POST /centres/:centreId/testimony-requests/:requestId/cancellation': {
    summary: 'Take a request back: its link stops working',
    body: nothing,
    result: nothing,
  },
  'GET /centres/:centreId/learners/:learnerId/witnesses': {
    summary: 'Everybody who testified or decided for this learner, with their status (R59)',
    result: z.object({ learner: z.object({ id, name: z.string() }), witnesses: z.array(listed) }),
  },
  'GET /centres/:centreId/learners/:learnerId/witnesses.csv': {
    summary: 'The same list as a spreadsheet (CSV)',
    result: fileResult,
  },
  'POST /testimonies/opening': {
    summary: 'What a witness is asked: opened with the link, without an account',
    body: z.object({ token }),
    result: z.object({
      centre: z.string(),
      learner: z.string(),
      type,
      witness: z.string(),
      asks: z.string(),
      askedBy: z.string(),
      about: z.object({ number: z.int(), title: z.string(), day: day.nullable() }).nullable(),
      expiresAt: instant,
      /** Who is signed in in this browser, where it is not the witness: the learner cannot sign there. */
      signedIn: z.object({ as: z.enum(['learner', 'asker', 'another']), name: z.string() }).nullable(),
    }),
  },
  'POST /testimonies/signature': {
    summary: 'A witness signs what they saw; the link is spent',
    limit: 150_000,
    body: z.object({
      token,
      type,
      day: day.nullable(),
      relationship: short,
      position: short,
      telephone: lineOrNothing(60).default(''),
      what: text,
      where: short,
      how: text,
      why: text,
      withWhom: short,
      range: text,
      qualifiedAssessor: box,
      knowsStandards: box,
      currentExpertise: box,
      evaluatesPractice: box,
      accurate: box,
      signedName: short,
    }),
    result: z.object({ signedAt: instant, number: z.int(), status }),
  },
})
