import { z } from 'zod'
import { evidenceKinds, evidenceStates, evidenceTypes, settings } from '#domain/evidence/evidence.ts'
import { mediaKinds } from '#domain/files/media.ts'
import { customerKinds, sectors } from '#domain/settings/settings.ts'
import { contract, day, fileResult, id, instant, paging } from './endpoint.ts'
import { evidenceMovers, verdict } from './evidence.ts'
import { ownMethod } from './methods.ts'

const person = z.object({ id, name: z.string() })

const columns = ['number', 'title', 'state', 'since', 'shown-on', 'learner'] as const
const sorts = columns.flatMap(c => [c, `-${c}`] as const)

/** How a list of evidence is narrowed and ordered; the CSV takes the same. */
const listQuery = {
  learnerId: id.optional(),
  state: z.enum(evidenceStates).optional(),
  type: z.enum(evidenceTypes).optional(),
  ownMethodId: id.optional(),
  setting: z.enum(settings).optional(),
  media: z.enum([...mediaKinds, 'statement']).optional(),
  registrationId: id.optional(),
  unitId: id.optional(),
  criterionId: id.optional(),
  /** `me` means the person who asks, in whatever role. */
  waitingFor: z.enum(['me', ...evidenceMovers]).optional(),
  search: z.string().trim().max(200).optional(),
  /** A minus sign in front turns the order round; the newest number comes first where nothing is said. */
  sort: z.enum(sorts).default('-number'),
}

const listed = z.object({
  id,
  number: z.number(),
  learner: person,
  kind: z.enum(evidenceKinds),
  type: z.enum(evidenceTypes).nullable(),
  ownMethod: ownMethod.nullable(),
  version: z.number(),
  state: z.enum(evidenceStates),
  stateSince: instant,
  title: z.string(),
  shownOn: day.nullable(),
  setting: z.enum(settings).nullable(),
  sector: z.enum(sectors).nullable(),
  customers: z.enum(customerKinds).nullable(),
  files: z.number(),
  media: z.array(z.enum(mediaKinds)),
  hasStatement: z.boolean(),
  claims: z.number(),
  units: z.number(),
  waitingFor: z.enum(evidenceMovers),
})

export const evidenceIndexContract = contract({
  'GET /centres/:centreId/evidence': {
    summary: 'The evidence of one learner, or of every learner that exists for the reader, page by page',
    query: z.object({ ...listQuery, ...paging }),
    result: z.object({
      total: z.number(),
      evidence: z.array(listed),
      learner: person.nullable(),
      /** The learner's chosen units, in the order of their numbers; none where no learner is named. */
      units: z.array(z.object({ id, number: z.string().nullable(), title: z.string() })),
      /** The centre's own methods that some evidence was put in as (R68). */
      ownMethods: z.array(ownMethod),
      mayAdd: verdict,
    }),
  },
  'GET /centres/:centreId/evidence.csv': {
    summary: 'The same list as a spreadsheet (CSV)',
    query: z.object(listQuery),
    result: fileResult,
  },
})

export type EvidenceListed = z.output<typeof listed>
