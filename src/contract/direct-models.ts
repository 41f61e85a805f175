/** The Employer Direct Model of the centre, by qualification, and the figures that its awarding organisation passes on (R116). */
import { z } from 'zod'
import { directConditions } from '#domain/competence/direct-model.ts'
import { contract, day, fileResult, id, line, lines, nothing } from './endpoint.ts'

const condition = z.enum(directConditions, 'Choose the condition')

export const directModelsContract = contract({
  'GET /centres/:centreId/direct-models': {
    summary: 'The employer’s models with their five conditions, and who assesses under them',
    result: z.object({
      models: z.array(
        z.object({
          id,
          qualification: z.object({ id, title: z.string() }),
          employer: z.string(),
          sector: z.string(),
          size: z.string(),
          conditions: z.array(
            z.object({ condition, metOn: day.nullable(), evidence: z.string().nullable(), by: z.string().nullable() }),
          ),
          completeSince: day.nullable(),
          assessors: z.int(),
          learners: z.int(),
        }),
      ),
      /** Qualifications without a model. */
      open: z.array(z.object({ id, title: z.string() })),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/direct-models': {
    summary: 'Begin an Employer Direct Model for a qualification: the employer, its sector and its size',
    body: z.object({ qualificationId: id, employer: line(), sector: line(), size: line(100) }),
    result: z.object({ modelId: id }),
  },
  'POST /centres/:centreId/direct-models/:modelId/conditions': {
    summary: 'One of the five conditions is met, since a day, as this shows',
    body: z.object({ condition, metOn: day, evidence: lines(2000) }),
    result: nothing,
  },
  'GET /centres/:centreId/direct-models.csv': {
    summary: 'Statistics of the Employer Direct Model for the awarding organisation: take-up, sector, size, problems',
    result: fileResult,
  },
})
