/** Somebody's word on evidence they wrote for a learner (R88), and on evidence they saw where it is kept (R71). */

import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { statementOfAuthenticity } from '#domain/evidence/authenticity.ts'
import { requireSighting } from '#domain/evidence/sightings.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { requireWritten } from '#domain/evidence/submission.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action } from '#platform/http/action.ts'
import { mayAuthenticate, maySeeWhereKept, roleThere } from '#policy/evidence.ts'
import { insertSighting, selectSubmittable, updateAuthenticationTakenBack, upsertAuthentication } from './queries.ts'
import { actingAs, lockNewest } from './version.ts'

export const handOver = action({
  load: lockNewest,
  may: mayAuthenticate,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/authentication'],
  run: async ({ db, actor, now, loaded, record }) => {
    requireChangeable(loaded, 'authentication')
    const { evidenceId, version, learnerId, type } = loaded
    const as = actingAs(actor, loaded)
    const statement = statementOfAuthenticity(type, as)
    if (loaded.handedOver) return { statement }
    requireWritten(await selectSubmittable(db, { evidenceId, version }), dayOfInstant(now))
    await upsertAuthentication(db, { evidenceId, version, actor: actor.personId, role: as, statement, at: now })
    await record({
      ...{ type: 'evidence-authenticated', as, learnerId, subjectId: evidenceId },
      body: { version, statement },
    })
    return { statement }
  },
})

export const takeBack = action({
  load: lockNewest,
  may: mayAuthenticate,
  input: endpoints['DELETE /centres/:centreId/evidence/:evidenceId/authentication'],
  run: async ({ db, actor, now, loaded, record }) => {
    requireChangeable(loaded, 'authentication')
    const { evidenceId, version, learnerId } = loaded
    const taken = await updateAuthenticationTakenBack(db, { evidenceId, version, actor: actor.personId, at: now })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    if (taken > 0) await record({ type: 'authentication-taken-back', ...about, body: { version } })
    return {}
  },
})

export const recordSighting = action({
  load: lockNewest,
  may: maySeeWhereKept,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/sightings'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId } = loaded
    requireSighting(loaded.state, loaded.record, body.seenOn, dayOfInstant(now))
    const as = roleThere(actor, loaded) as string
    const { id } = await insertSighting(db, {
      ...{ evidenceId, version, actor: actor.personId, role: as, seenOn: body.seenOn, note: body.note, at: now },
    })
    await record({
      ...{ type: 'evidence-seen-where-kept', as, learnerId, subjectId: evidenceId },
      body: { version, seenOn: body.seenOn, note: body.note },
    })
    return { sightingId: id }
  },
})
