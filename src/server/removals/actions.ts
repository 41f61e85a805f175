import { removalsContract as endpoints } from '#contract/removals.ts'
import type { NewEvent } from '#domain/events.ts'
import { requireOpen, requireRemovable } from '#domain/removals/removal.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import { asksRemovalAs, mayAskRemoval, mayRemoveContent } from '#policy/removals.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectEvidence, updateAllRevisions, updateAllWritingGone } from '#server/evidence/queries.ts'
import { updateAllFilesGone } from '#server/files/queries.ts'
import { updateAllQuotesGone } from '#server/pins/queries.ts'
import { updateProgress } from '#server/progress/update.ts'
import { insertQuestion } from '#server/questions/queries.ts'
import {
  hasFileElsewhere,
  insertAllRemovals,
  listConfirmedOn,
  listEvidenceBeside,
  listRemovals as listRows,
  lockRemoval,
  selectContent,
  selectOpen,
  updateRemovalEnded,
} from './queries.ts'

export const listRemovals = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/removals'],
  run: async ({ db, actor, loaded }) => ({
    removals: (await listRows(db, { evidenceId: loaded.id })).map(
      ({ askedBy, askedByName, endedByName, outcome, ...r }) => ({
        ...r,
        askedBy: askedByName,
        outcome: outcome as 'removed' | null,
        endedBy: endedByName,
        mayEnd: !outcome && askedBy !== actor.personId && mayRemoveContent(actor, loaded).allowed,
      }),
    ),
    mayAsk: mayAskRemoval(actor, loaded).allowed,
  }),
})

export const askRemoval = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: mayAskRemoval,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/removals'],
  run: async ({ db, actor, now, loaded, params: { evidenceId }, body, record }) => {
    const { fileId, furtherDocumentId, reason, seenAt } = body
    const content = await selectContent(db, { actor: actor.personId, evidenceId, fileId, furtherDocumentId })
    const { learnerId, fileName, sha256, size } = content
    requireRemovable({ removed: content.removedAt !== null }, reason)
    const as = asksRemovalAs(actor, loaded) ?? 'assessor'
    const what = sha256 ? ('file' as const) : ('writing' as const)
    // Two assessors, or a retry: one request stands.
    const [made] = await insertAllRemovals(db, {
      ...{ evidenceId, learnerId, what, fileName, sha256, size, reason, seenAt: seenAt || null },
      ...{ by: actor.personId, as, at: now },
    })
    if (!made) return { removalId: (await selectOpen(db, { evidenceId, sha256 })).id }
    const removalId = made.id
    const said = { removalId, what, sha256, size, seenAt: seenAt || null }
    await record({ type: 'removal-asked', as, subjectId: evidenceId, learnerId, reason, body: said })
    return { removalId }
  },
})

export const removeContent = action({
  load: ({ db, actor, params }) => lockRemoval(db, { actor: actor.personId, removalId: params.removalId }),
  may: mayRemoveContent,
  input: endpoints['POST /centres/:centreId/removals/:removalId/removal'],
  run: async ({ db, actor, now, loaded, services, record, afterCommit }) => {
    requireOpen(loaded, actor)
    const { id: removalId, evidenceId, learnerId, what, sha256, size, reason } = loaded
    const touched = sha256
      ? await updateAllFilesGone(db, { sha256, at: now })
      : await updateAllWritingGone(db, { evidenceId })
    await updateAllQuotesGone(db, { sha256, evidenceId })
    // Whoever is deciding on one of them is waited for, and whoever looks at one decides on what it is now.
    await updateAllRevisions(db, { evidenceIds: touched.map(v => v.evidenceId), versions: touched.map(v => v.version) })
    await updateRemovalEnded(db, { removalId, outcome: 'removed', by: actor.personId, at: now, because: null })
    const as = 'centre-administrator'
    const body = { removalId, what, sha256, size }
    // The same bytes may have stood in other evidence, of other learners too.
    const beside = sha256 ? await listEvidenceBeside(db, { sha256 }) : []
    const all = [...touched, ...beside]
    const owners = new Map([[evidenceId, learnerId], ...all.map(v => [v.evidenceId, v.learnerId] as const)])
    for (const [subjectId, owner] of owners)
      await record({ type: 'content-removed', as, subjectId, learnerId: owner, reason, body })
    const questioned = await questionWhatStoodOnIt({ db, record, now, by: actor.personId, reason }, touched)
    if (sha256 && !(await hasFileElsewhere(db, { sha256 })).held) afterCommit(() => services.files.remove(sha256))
    return { questioned }
  },
})

export const declineRemoval = action({
  load: ({ db, actor, params }) => lockRemoval(db, { actor: actor.personId, removalId: params.removalId }),
  may: mayRemoveContent,
  input: endpoints['POST /centres/:centreId/removals/:removalId/refusal'],
  run: async ({ db, actor, now, loaded, body: { reason }, record }) => {
    requireOpen(loaded, actor)
    const { id: removalId, evidenceId, learnerId, what, sha256, size } = loaded
    await updateRemovalEnded(db, { removalId, outcome: 'kept', by: actor.personId, at: now, because: reason })
    const body = { removalId, what, sha256, size }
    const as = 'centre-administrator'
    await record({ type: 'removal-declined', as, subjectId: evidenceId, learnerId, reason, body })
    return {}
  },
})

type Removing = { db: Db; record: (event: NewEvent) => Promise<void>; now: string; by: string; reason: string }
type Version = { evidenceId: string; version: number; learnerId: string }

/** Decisions that rested on what is gone stop counting until an assessor has looked again: a question for each version. */
async function questionWhatStoodOnIt({ db, record, now, by, reason }: Removing, versions: Version[]): Promise<number> {
  const confirmed = await listConfirmedOn(db, {
    evidenceIds: versions.map(v => v.evidenceId),
    versions: versions.map(v => v.version),
  })
  for (const { evidenceId, version, learnerId } of versions) {
    const criteria = confirmed
      .filter(c => c.evidenceId === evidenceId && c.version === version)
      .map(({ registrationId, criterionId }) => ({ registrationId, criterionId }))
    if (criteria.length === 0) continue
    const as = 'centre-administrator'
    const { id: questionId } = await insertQuestion(db, {
      ...{ evidenceId, version, learnerId, ground: 'removal', reason, by, as, at: now },
      registrationIds: criteria.map(k => k.registrationId),
      criterionIds: criteria.map(k => k.criterionId),
    })
    const body = { version, questionId, ground: 'removal' as const, criteria }
    await record({ type: 'criteria-questioned', as, subjectId: evidenceId, learnerId, reason, body })
  }
  await updateProgress(db, confirmed, now)
  return confirmed.length
}
