import { methodsContract as endpoints } from '#contract/methods.ts'
import { acceptedNowhere, changeOfMethods, inOrder, switchedOffBy } from '#domain/methods/methods.ts'
import { requireDistinct } from '#domain/methods/own-methods.ts'
import { Refusal } from '#domain/refusal.ts'
import { action } from '#platform/http/action.ts'
import { importsAs } from '#policy/imports.ts'
import { maySetMethods } from '#policy/methods.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectVersionKey } from '#server/qualifications/queries.ts'
import {
  insertMethods,
  insertOwnMethod,
  listKindsOff,
  listMethods,
  listOwnMethods,
  listOwnMethodsOfLearner,
  lockOwnMethod,
  lockVersion,
  selectLearner,
  updateEndedOwnMethod,
} from './queries.ts'

export const selectMethods = action({
  load: ({ db, params }) => selectVersionKey(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/methods'],
  run: async ({ db, actor, params }) => {
    const history = (await listMethods(db, { versionIds: [params.versionId] })).map(
      ({ setBy, versionId, ...said }) => said,
    )
    return {
      off: [...switchedOffBy(history)].map(([type, { reason, by, at }]) => ({ type, reason, by, at })),
      history,
      own: await listOwnMethods(db, params),
      can: { set: maySetMethods(actor).allowed },
    }
  },
})

export const setMethods = action({
  load: ({ db, params }) => lockVersion(db, params),
  may: maySetMethods,
  input: endpoints['POST /centres/:centreId/versions/:versionId/methods'],
  run: async ({ db, actor, now, params: { versionId }, body: { reason, replaces, ...body }, record }) => {
    const switchedOff = inOrder(body.switchedOff)
    const [last] = await listMethods(db, { versionIds: [versionId] })
    const sentTwice = last?.number === replaces + 1 && last.setBy === actor.personId && last.reason === reason
    if (sentTwice && last.switchedOff.join() === switchedOff.join()) return { number: last.number }
    if ((last?.number ?? 0) !== replaces) throw new Refusal('methods/changed-meanwhile', { by: last?.by })
    const change = changeOfMethods(last?.switchedOff ?? [], switchedOff)
    const by = { by: actor.personId, at: now }
    const { number } = await insertMethods(db, { versionId, number: replaces + 1, switchedOff, reason, ...by })
    await record({
      ...{ type: 'methods-set', as: importsAs(actor), subjectId: versionId, reason },
      body: { versionId, ...change },
    })
    return { number }
  },
})

/** A request that is sent again is refused by its name, which the version then has. */
export const addOwnMethod = action({
  load: ({ db, params }) => lockVersion(db, params),
  may: maySetMethods,
  input: endpoints['POST /centres/:centreId/versions/:versionId/own-methods'],
  run: async ({ db, actor, now, params: { versionId }, body, record }) => {
    const standing = (await listOwnMethods(db, { versionId })).filter(m => m.endedAt === null)
    requireDistinct(body, standing)
    const { id: ownMethodId } = await insertOwnMethod(db, { ...body, versionId, by: actor.personId, at: now })
    const { explanation, ...added } = body
    const event = { as: importsAs(actor), subjectId: versionId, body: { ownMethodId, versionId, ...added } }
    await record({ type: 'own-method-added', ...event })
    return { ownMethodId }
  },
})

export const endOwnMethod = action({
  load: ({ db, params }) => lockOwnMethod(db, params),
  may: maySetMethods,
  input: endpoints['POST /centres/:centreId/own-methods/:ownMethodId/ending'],
  run: async ({ db, actor, now, params: { ownMethodId }, body: { reason }, loaded, record }) => {
    if (loaded.endedAt !== null) return {}
    await updateEndedOwnMethod(db, { ownMethodId, by: actor.personId, at: now })
    const event = { as: importsAs(actor), subjectId: ownMethodId, reason, body: { ownMethodId } }
    await record({ type: 'own-method-ended', ...event })
    return {}
  },
})

/** What a qualification of the learner does not accept; the reasons of each version differ. */
export const listNotAccepted = action({
  load: ({ db, actor, params }) => selectLearner(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/learners/:learnerId/methods'],
  run: async ({ db, params: { learnerId } }) => {
    const rows = await listKindsOff(db, { learnerId, registrationId: null })
    const kindsOff = rows.map(r => r.kindsOff)
    const types = inOrder(kindsOff.flat())
    const own = await listOwnMethodsOfLearner(db, { learnerId })
    if (types.length === 0) return { off: [], own }
    const said = await listMethods(db, { versionIds: rows.map(r => r.versionId) })
    const offIn = rows.map(({ versionId, ...of }) => ({
      ...of,
      off: switchedOffBy(said.filter(m => m.versionId === versionId)),
    }))
    return {
      own,
      off: types.map(type => ({
        type,
        everywhere: acceptedNowhere(type, kindsOff),
        reasons: offIn.flatMap(({ registrationId, qualification, off }) => {
          const reason = off.get(type)?.reason
          return reason === undefined ? [] : [{ registrationId, qualification, reason }]
        }),
      })),
    }
  },
})
