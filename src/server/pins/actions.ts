import { randomUUID } from 'node:crypto'
import { pinsContract as endpoints } from '#contract/pins.ts'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { mediaKindOf } from '#domain/files/media.ts'
import { onRecord, type Pin, requirePins } from '#domain/pins/pins.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { mayClaim } from '#policy/evidence.ts'
import { listStandingClaims } from '#server/claims/queries.ts'
import { updateRevision } from '#server/evidence/queries.ts'
import { actingAs, lockNewest } from '#server/evidence/version.ts'
import { insertAllPins, listPinnedThings, updatePinRemoved } from './queries.ts'

type On = { evidenceId: string; version: number }

/** Refuses pins that hang on nothing: no tick of this person, or no such place in this version. */
export async function requirePinsOn(db: Db, on: On, pins: Pin[], ticked: CriterionKey[]): Promise<void> {
  const things = (await listPinnedThings(db, on)).map(t => ({
    fileId: t.fileId,
    media: t.mediaType === null ? ('statement' as const) : mediaKindOf(t.mediaType),
  }))
  requirePins(pins, ticked, things)
}

export const setPin = action({
  load: lockNewest,
  may: mayClaim,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/pins'],
  run: async ({ db, actor, now, loaded, body: { id: pinId = randomUUID(), ...pin }, record }) => {
    requireChangeable(loaded, 'pins')
    const { evidenceId, version, learnerId } = loaded
    await requirePinsOn(db, { evidenceId, version }, [pin], await listStandingClaims(db, { evidenceId, version }))
    const by = { layer: 'learner', decisionId: null, by: actor.personId, at: now }
    await insertAllPins(db, { ...by, id: pinId, evidenceId, version, pins: [pin] })
    await updateRevision(db, { evidenceId, version })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'pin-set', ...about, body: { version, pinId, ...onRecord(pin) } })
    return { pinId }
  },
})

export const takePinOut = action({
  load: lockNewest,
  may: mayClaim,
  input: endpoints['DELETE /centres/:centreId/evidence/:evidenceId/pins/:pinId'],
  run: async ({ db, actor, now, params: { pinId }, loaded, record }) => {
    requireChangeable(loaded, 'pins')
    const { evidenceId, version, learnerId } = loaded
    await updatePinRemoved(db, { pinId, evidenceId, version, at: now })
    await updateRevision(db, { evidenceId, version })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    await record({ type: 'pin-taken-out', ...about, body: { version, pinId } })
    return {}
  },
})
