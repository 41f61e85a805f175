/** Recordings of a piece of evidence: their length and the parts that they are cut into (R77). */
import { z } from 'zod'
import { missingForSubmission } from '#domain/evidence/submission.ts'
import { criterionKey } from './claims.ts'
import { contract, id, lineOrNothing, nothing, whole } from './endpoint.ts'

const missing = z.array(z.enum(missingForSubmission))
const moment = z.number().min(0).max(1_000_000)

export const recordingPart = z.object({
  title: lineOrNothing(200),
  /** Seconds from the beginning. */
  from: moment,
  to: moment,
  /** Of those claimed on the evidence. */
  criteria: z.array(criterionKey).max(500),
})

export const recordingsContract = contract({
  'PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/length': {
    summary: 'Say how long a recording of a draft is, as the browser found it; once, what is known already stays',
    body: z.object({ seconds: z.number().positive().max(1_000_000) }),
    result: nothing,
  },
  'PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/parts': {
    summary:
      'Cut a recording of a draft into titled parts, each linked to its own claimed criteria (R77); refused when the parts changed since `revision` was seen',
    limit: 2_000_000,
    body: z.object({ revision: whole(1), parts: z.array(recordingPart).max(200) }),
    result: z.object({ partsRevision: z.number(), parts: z.array(recordingPart), fileId: id, missing }),
  },
})
