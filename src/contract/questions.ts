/** Decisions in question: raised by those who sample and verify, answered by an assessor who may decide. */
import { z } from 'zod'
import { questionGrounds } from '#domain/questions/question.ts'
import { criterionKey, judgement, mark } from './decisions.ts'
import { contract, id, instant, whole } from './endpoint.ts'

const verdict = z.object({ allowed: z.boolean(), reason: z.string().nullable() })

export const questionsContract = contract({
  'GET /centres/:centreId/evidence/:evidenceId/questions': {
    summary: 'What has been questioned of the decisions on a piece of evidence, and how it was answered',
    result: z.object({
      questions: z.array(
        z.object({
          id,
          version: z.int(),
          ground: z.enum(questionGrounds),
          reason: z.string(),
          by: z.string(),
          as: z.string(),
          at: instant,
          criteria: z.array(criterionKey.extend({ number: z.string(), unit: z.string(), text: z.string() })),
          /** What the decision said that took the place of the one in question; null while it waits. */
          answer: z
            .object({ by: z.string(), at: instant, words: z.string(), met: z.array(id), revoked: z.array(id) })
            .nullable(),
          mayAnswer: verdict,
          /** Of a worksheet, the answers that were asked for with these criteria, and their marks; while the question waits. */
          answers: z.array(
            z.object({
              ...{ question: z.int(), text: z.string(), answer: z.string(), criterionIds: z.array(id) },
              mark: mark.nullable(),
            }),
          ),
        }),
      ),
      mayQuestion: verdict,
    }),
  },
  'POST /centres/:centreId/evidence/:evidenceId/questions': {
    summary: 'Put confirmed criteria in question: they stop counting at once, and the assessor is asked',
    limit: 250_000,
    body: z.object({
      version: whole(1),
      criteria: z.array(criterionKey).min(1, 'Choose at least one criterion').max(2000),
      reason: z.string().trim().min(1, 'Say what is in doubt and what would settle it').max(5000),
    }),
    result: z.object({ questionId: id }),
  },
  'POST /centres/:centreId/questions/:questionId/answer': {
    summary: 'Confirm again or revoke each criterion in question; the decision before it stays readable',
    limit: 1_000_000,
    body: z.object({
      judgements: z.array(judgement).min(1, 'Say of each criterion whether it stands').max(2000),
      words: z.string().trim().min(1, 'Say what you looked at again and why').max(5000),
      /** Of a worksheet, of each answer that was asked for with a criterion that is revoked (R82). */
      marks: z.array(mark).max(100).default([]),
    }),
    result: z.object({ decisionId: id }),
  },
})
