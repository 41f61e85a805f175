import { claimsContract as endpoints } from '#contract/claims.ts'
import { changeOfClaims } from '#domain/claims/claims.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { action } from '#platform/http/action.ts'
import { mayClaim } from '#policy/evidence.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectEvidence, updateRevision } from '#server/evidence/queries.ts'
import { actingAs, lockNewest, stillMissing } from '#server/evidence/version.ts'
import { updateProgress } from '#server/progress/update.ts'
import { permissionsFor } from '#server/settings/permissions.ts'
import { insertAllClaims, listClaimable, listClaimableKeys, listStandingClaims, updateAllWithdrawn } from './queries.ts'
import { claimableView } from './view.ts'

export const claimCriteria = action({
  load: lockNewest,
  may: mayClaim,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/claims'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    requireChangeable(loaded, 'claims')
    const { evidenceId, version, learnerId } = loaded
    const standing = await listStandingClaims(db, { evidenceId, version })
    const criterionIds = body.claim.map(k => k.criterionId)
    const claimable = new Set((await listClaimableKeys(db, { learnerId, criterionIds })).map(keyOf))
    const change = changeOfClaims(standing, claimable, body)
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
    if (change.claim.length > 0) {
      await insertAllClaims(db, { keys: change.claim, evidenceId, version, actor: actor.personId, at: now })
      await record({ type: 'claims-made', ...about, body: { version, criteria: change.claim } })
    }
    if (change.unclaim.length > 0) {
      await updateAllWithdrawn(db, { keys: change.unclaim, evidenceId, version, at: now })
      await record({ type: 'claims-withdrawn', ...about, body: { version, criteria: change.unclaim } })
    }
    const touched = [...change.claim, ...change.unclaim]
    if (touched.length > 0) await updateRevision(db, { evidenceId, version })
    await updateProgress(db, touched, now, { evidenceId, version })
    const claims = await listStandingClaims(db, { evidenceId, version })
    return { claims, missing: await stillMissing(db, loaded, now) }
  },
})

export const listClaimableCriteria = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/claimable'],
  run: async ({ db, loaded, params }) => {
    const rows = await listClaimable(db, { learnerId: loaded.learnerId, evidenceId: loaded.id })
    const versionIds = [...new Set(rows.map(row => row.versionId))]
    const settings = [rows[0]?.setting ?? null, ...(rows[0]?.occasions ?? []).map(o => o.setting)]
    return claimableView(rows, await permissionsFor(db, settings, versionIds, params.centreId))
  },
})
