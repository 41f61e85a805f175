/** Which other evidence a draft names: questions follow up an observation, a testimony relates to a piece of work (R73, R118). */
import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { requireRelatable } from '#domain/evidence/relations.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { action } from '#platform/http/action.ts'
import { mayWriteEvidence } from '#policy/evidence.ts'
import {
  listRelatable,
  listRelations,
  updateAllRelationsRemoved,
  updateRevision,
  upsertAllRelations,
} from './queries.ts'
import { actingAs, lockNewest } from './version.ts'
import { relationView } from './view.ts'

export const relateEvidence = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/relations'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    requireChangeable(loaded, 'relations')
    const { evidenceId, version, learnerId } = loaded
    const named = [...new Set(body.evidenceIds)]
    const before = await listRelations(db, { evidenceId })
    const standing = before.filter(r => r.version === version && r.names).map(r => r.id)
    if (named.toSorted().join() !== standing.toSorted().join()) {
      const relatable = await listRelatable(db, { learnerId, otherIds: named })
      requireRelatable(
        evidenceId,
        named,
        relatable.map(r => r.id),
      )
      await updateAllRelationsRemoved(db, { evidenceId, version, otherIds: named, at: now })
      await upsertAllRelations(db, { evidenceId, version, otherIds: named })
      await updateRevision(db, { evidenceId, version })
      const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
      await record({ type: 'evidence-described', ...about, body: { version, changed: ['relations'] } })
    }
    const after = await listRelations(db, { evidenceId })
    return { relations: after.filter(r => r.version === version && r.names).map(r => relationView(r, loaded.type)) }
  },
})
