/** How a whole file on the disk is kept: looked at, refused or stored under its hash. What it is part of, its noun says. */
import { stat } from 'node:fs/promises'
import { type FileRefusal, largestFile } from '#domain/files/media.ts'
import type { Services } from '#platform/services.ts'
import { inspect } from './media-type.ts'

export type Kept = { sha256: string; size: number; mediaType: string }

/**
 * Reads a whole file on the disk, refuses what could run, and keeps its bytes. No transaction is open meanwhile: five
 * gigabytes take their time, and without a row in the database nobody sees them.
 */
export async function keepFile(
  services: Services,
  path: string,
  name: string,
  hashed?: string | null,
): Promise<Kept | { refusal: FileRefusal }> {
  if ((await stat(path)).size > largestFile) return { refusal: 'too-large' }
  const inspected = await inspect(path, name)
  if ('refusal' in inspected) return inspected
  return { ...(await services.files.keep(path, hashed)), mediaType: inspected.mediaType }
}
