import { conflictsContract as endpoints } from '#contract/conflicts.ts'
import { bars, checkConflictMove, conflictState } from '#domain/conflicts/conflict.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { Forbidden } from '#platform/http/problems.ts'
import { mayDeclareFor, mayDeclareOwn, mayManageConflict, maySeeConflicts } from '#policy/conflicts.ts'
import { type Actor, answersAs, anyoneSignedIn } from '#policy/verdict.ts'
import {
  insertConflict,
  type ListConflictsRow,
  listConflicts as listRows,
  lockConflict,
  selectDeclaredPerson,
  selectLearner,
  updateEndedConflict,
  updateManagedConflict,
} from './queries.ts'

export const listConflicts = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/conflicts'],
  run: async ({ db, actor, query: { learnerId = null } }) => {
    const everybody = maySeeConflicts(actor).allowed
    const rows = await listRows(db, { actor: actor.personId, everybody, learnerId })
    return {
      conflicts: rows.map(row => conflictView(actor, row)),
      can: { declare: mayDeclareOwn(actor).allowed, declareForOthers: everybody },
    }
  },
})

const conflictView = (actor: Actor, c: ListConflictsRow) => ({
  id: c.id,
  person: { id: c.personId, name: c.personName },
  learner: { id: c.learnerId, name: c.learnerName },
  kind: c.kind,
  about: c.about,
  state: conflictState(c),
  bars: bars(c),
  declared: { by: c.declaredBy, at: c.declaredAt },
  managed:
    c.managedByWay && c.managedAt
      ? { way: c.managedByWay, how: c.managedHow ?? '', by: c.managedBy ?? '', at: c.managedAt }
      : null,
  ended: c.endedAt ? { reason: c.endReason ?? '', by: c.endedBy ?? '', at: c.endedAt } : null,
  can: { manage: !c.endedAt && mayManageConflict(actor, c).allowed },
})

export const declareConflict = action({
  load: ({ db, actor, params }) => selectLearner(db, { ...params, actor: actor.personId }),
  may: mayDeclareOwn,
  input: endpoints['POST /centres/:centreId/learners/:learnerId/conflicts'],
  endsAuthority: true,
  run: async ({ db, actor, now, loaded: { learnerId }, body: { personId, kind, about }, record }) => {
    // Whom it is about stands in the body, which the policy does not see.
    const verdict = mayDeclareFor(actor, personId)
    if (!verdict.allowed) throw new Forbidden(verdict.reason)
    if (personId === learnerId) throw new Refusal('conflicts/with-oneself')
    await selectDeclaredPerson(db, { personId })
    const { id: conflictId } = await insertConflict(db, {
      ...{ personId, learnerId, kind, about, by: actor.personId, at: now },
    })
    const as = personId === actor.personId ? (actor.roles.find(r => r !== 'learner') ?? 'assessor') : answersAs(actor)
    await record({
      type: 'conflict-declared',
      ...{ as, subjectId: personId, reason: about },
      body: { conflictId, personId, kind },
    })
    return { conflictId }
  },
})

const loadConflict = (db: Db, actor: Actor, conflictId: string) =>
  lockConflict(db, { conflictId, actor: actor.personId, everybody: maySeeConflicts(actor).allowed })

export const manageConflict = action({
  load: ({ db, actor, params }) => loadConflict(db, actor, params.conflictId),
  may: mayManageConflict,
  input: endpoints['POST /centres/:centreId/conflicts/:conflictId/management'],
  endsAuthority: true,
  run: async ({ db, actor, now, loaded, body: { way, how }, record }) => {
    checkConflictMove(loaded, answersAs(actor), 'manage')
    const { id: conflictId, personId } = loaded
    await updateManagedConflict(db, { conflictId, way, how, by: actor.personId, at: now })
    await record({
      type: 'conflict-managed',
      ...{ as: answersAs(actor), subjectId: personId, reason: how },
      body: { conflictId, personId, way },
    })
    return {}
  },
})

export const endConflict = action({
  load: ({ db, actor, params }) => loadConflict(db, actor, params.conflictId),
  may: mayManageConflict,
  input: endpoints['POST /centres/:centreId/conflicts/:conflictId/ending'],
  run: async ({ db, actor, now, loaded, body: { reason }, record }) => {
    const { id: conflictId, personId } = loaded
    if (loaded.endedAt !== null) return {}
    checkConflictMove(loaded, answersAs(actor), 'end')
    await updateEndedConflict(db, { conflictId, reason, by: actor.personId, at: now })
    await record({
      type: 'conflict-ended',
      ...{ as: answersAs(actor), subjectId: personId, reason },
      body: { conflictId, personId },
    })
    return {}
  },
})
