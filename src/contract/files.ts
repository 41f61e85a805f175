/** What is said of a stored file, whatever it is part of, and of one on its way in. */
import { z } from 'zod'
import { fileRefusals, mediaKinds } from '#domain/files/media.ts'
import { contract, id, instant, line, nothing } from './endpoint.ts'

export const storedFile = z.object({
  id,
  name: z.string(),
  sha256: z.string(),
  size: z.number(),
  mediaType: z.string(),
  mediaKind: z.enum(mediaKinds),
  /** When its bytes were taken out of storage for good; only the record of it is left. */
  goneAt: instant.nullable(),
  addedAt: instant,
  addedBy: z.object({ id, name: z.string() }),
})

/** How one file is asked for: to be shown, or to be saved. */
export const fileQuery = z.object({ download: z.literal('1').optional() })

export const fileRefusal = z.enum(fileRefusals)

export const uploadStarting = z.object({
  id: z.string(),
  name: line(400),
  size: z.number().int().min(0),
})

export const uploadState = z.object({
  /** Who is uploading. */
  personId: id,
  name: z.string(),
  size: z.number(),
  finished: z.boolean(),
  refusal: fileRefusal.nullable(),
})

export type UploadState = z.output<typeof uploadState>

export const filesContract = contract({
  'GET /centres/:centreId/uploads': {
    summary: 'One’s own unfinished uploads',
    result: z.object({
      uploads: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          size: z.number(),
          /** How many of its bytes have come so far. */
          received: z.number(),
          startedAt: instant,
          /** When it is deleted if it is still unfinished. */
          expiresAt: instant,
          /** Null where the evidence no longer exists for the person. */
          into: z.object({ evidenceId: id, number: z.number(), title: z.string() }).nullable(),
        }),
      ),
    }),
  },
  'DELETE /centres/:centreId/uploads/:upload': {
    summary: 'Cancel one of one’s own unfinished uploads',
    result: nothing,
  },
})
