/** Where in the evidence a tick rests: pages, passages, areas, moments. */
import { z } from 'zod'
import { criterionKey } from './claims.ts'
import { contract, id, nothing } from './endpoint.ts'

const page = z.int().min(1).max(100_000)
const share = z.number().min(0).max(1)
const seconds = z.number().min(0).max(1_000_000)

export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), page }),
  z.object({
    kind: z.literal('passage'),
    page: page.nullable(),
    text: z.string().trim().min(1, 'Mark some words first').max(2000, 'Mark at most 2,000 characters'),
    occurrence: z.int().min(1).max(10_000),
  }),
  z.object({ kind: z.literal('area'), page: page.nullable(), x: share, y: share, width: share, height: share }),
  z.object({ kind: z.literal('time'), from: seconds, to: seconds.nullable() }),
  z.object({ kind: z.literal('whole') }),
])

/** No file: the written statement. */
export const pinGiven = criterionKey.extend({ fileId: id.nullable(), place })

export const pinsContract = contract({
  'POST /centres/:centreId/evidence/:evidenceId/pins': {
    summary:
      'Pin a claim of a draft to a place in it: a page, a passage, an area of a picture, a moment of a recording',
    repeatedBy: 'id',
    body: pinGiven.extend({ id: id.optional() }),
    result: z.object({ pinId: id }),
  },
  'DELETE /centres/:centreId/evidence/:evidenceId/pins/:pinId': {
    summary: 'Take a pin out of a draft',
    result: nothing,
  },
})
