/** What a person was typing, kept until it is sent: a reload, a time-out or another window loses nothing. */
import { z } from 'zod'
import { contract, instant, nothing } from './endpoint.ts'

const body = z
  .unknown()
  .refine(v => v !== undefined && v !== null, 'Send the text to keep')
  .refine(v => (JSON.stringify(v) ?? '').length <= 250_000, 'This is too long to keep as a draft')

export const draftsContract = contract({
  'GET /centres/:centreId/drafts/:subject': {
    summary: 'Your own draft about a subject, if there is one',
    result: z.object({
      draft: z.object({ body: z.unknown(), revision: z.number().int(), updatedAt: instant }).nullable(),
    }),
  },
  'PUT /centres/:centreId/drafts/:subject': {
    summary: 'Keep your draft; refused with the other text when another window kept one since `revision`',
    limit: 800_000,
    body: z.object({
      body,
      /** The revision this was typed on; 0 when there was none. */
      revision: z.number().int().min(0).max(2_000_000_000),
    }),
    result: z.object({ revision: z.number().int(), updatedAt: instant }),
  },
  'DELETE /centres/:centreId/drafts/:subject': {
    summary: 'Forget your draft, because it was sent or is not wanted',
    result: nothing,
  },
})
