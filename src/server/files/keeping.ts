/** How a whole file on the disk is kept: looked at, refused or stored under its hash. What it is part of, its noun says. */
import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { type FileRefusal, largestFile } from '#domain/files/media.ts'
import { Refusal } from '#domain/refusal.ts'
import { NotTaken } from '#platform/http/problems.ts'
import type { Owner } from '#platform/reading/reader.ts'
import type { Services } from '#platform/services.ts'
import type { Inspected } from './media-type.ts'

export type Kept = { sha256: string; size: number; mediaType: string }

/**
 * Reads a whole file on the disk, refuses what could run, and keeps its bytes. No transaction is open meanwhile: five
 * gigabytes take their time, and without a row in the database nobody sees them.
 */
export async function keepFile(
  services: Services,
  { path, name, hashed }: { path: string; name: string; hashed?: string | null },
  owner: Owner,
): Promise<Kept | { refusal: FileRefusal }> {
  if ((await stat(path)).size > largestFile) return { refusal: 'too-large' }
  const inspected = await typeOf(services, path, name, owner)
  if ('refusal' in inspected) return inspected
  return { ...(await services.files.keep(path, hashed)), mediaType: inspected.mediaType }
}

/** A file whose type cannot be found out is not taken: nobody could say what it does to whoever opens it. */
async function typeOf(services: Services, path: string, name: string, owner: Owner): Promise<Inspected> {
  const module = new URL('./media-type.ts', import.meta.url)
  const reading = await services.reader.read<Inspected>('look', { module, input: { path, name }, owner })
  if (reading === 'busy') throw new NotTaken(503, 'platform/busy')
  return 'read' in reading ? reading.read : { refusal: 'unreadable' }
}

/** A file that lies on the server’s own disk, as stories and imports name it; never taken from the web. */
export const onDisk = z.object({ name: z.string().min(1), path: z.string().min(1) })

/** Keeps a file that lies on the disk and lets its noun attach it; refuses where either is not possible. */
export async function keepAndAttach(
  services: Services,
  file: { path: string; name: string },
  owner: Owner,
  attach: (kept: Kept) => Promise<string | null>,
): Promise<string> {
  const { name } = file
  const kept = await keepFile(services, file, owner)
  if ('refusal' in kept) throw new Refusal(`files/${kept.refusal}`, { name })
  const id = await attach(kept)
  if (!id) throw new Refusal('files/removed-before', { name })
  return id
}
