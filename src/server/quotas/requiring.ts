/** Limits are checked here, in the transaction that uses them up: a lock for each limit, so that two tabs at once cannot pass it. */
import { createHash } from 'node:crypto'
import {
  countsFrom,
  type LetterQuota,
  letterLimits,
  requireLetterRoom,
  requireUploadRoom,
} from '#domain/quotas/quotas.ts'
import type { Instant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import type { Services } from '#platform/services.ts'
import { listInvitations, listWitnessLetters, selectQuotaLock, selectUsage } from './queries.ts'

/**
 * Refuses an upload for which the person or the centre has no room. Only beginning an upload waits for these locks, the
 * person’s before the centre’s; no other write of the centre does.
 */
export async function requireRoomFor(db: Db, personId: string, size: number, { config }: Services): Promise<void> {
  await selectQuotaLock(db, { key: `uploads of ${personId}` })
  await selectQuotaLock(db, { key: 'uploads' })
  const { ownUploads, ownPromised, ownKept, uploads, promised, kept } = await selectUsage(db, { personId })
  const person = { uploads: ownUploads, promised: ownPromised, kept: ownKept }
  requireUploadRoom(size, { person, centre: { uploads, promised, kept } }, config.kept)
}

type WitnessLetter = {
  requestId: string
  email: string
  learnerId: string
  by: string
  asLearner: boolean
  now: Instant
}

/** Refuses a letter to a witness that passes a limit. Its request is written already and does not count itself. */
export async function requireWitnessLetter(db: Db, letter: WitnessLetter): Promise<void> {
  const { requestId: except, email, learnerId, by, asLearner, now } = letter
  // The address before the person, always: two that wait for each other would wait for ever.
  const address = createHash('sha256').update(email.toLowerCase()).digest('hex')
  await selectQuotaLock(db, { key: `letters to ${address}` })
  await selectQuotaLock(db, { key: `letters by ${by}` })
  const everything = { email: null, learnerId: null, by: null }
  const limits: [LetterQuota, Partial<Record<keyof typeof everything, string>>][] = [
    ['witness', { email, learnerId }],
    ['address', { email }],
    [asLearner ? 'learner' : 'staff', { by }],
  ]
  for (const [quota, which] of limits) {
    const within = { except, since: countsFrom(quota, now), most: letterLimits[quota].most }
    const written = await listWitnessLetters(db, { ...everything, ...which, ...within })
    requireLetterRoom(
      quota,
      written.map(w => w.askedAt),
    )
  }
}

/** Refuses an invitation to a person who has been sent as many as these limits allow. */
export async function requireInvitation(
  db: Db,
  personId: string,
  quotas: ('again' | 'invited')[],
  now: Instant,
): Promise<void> {
  await selectQuotaLock(db, { key: `invitations of ${personId}` })
  for (const quota of quotas) {
    const within = { since: countsFrom(quota, now), most: letterLimits[quota].most }
    const written = await listInvitations(db, { personId, ...within })
    requireLetterRoom(
      quota,
      written.map(w => w.at),
    )
  }
}
