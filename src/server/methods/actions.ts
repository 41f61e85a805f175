import { methodsContract as endpoints } from '#contract/methods.ts'
import { changeOfMethods, inOrder, switchedOffBy } from '#domain/methods/methods.ts'
import { Refusal } from '#domain/refusal.ts'
import { action } from '#platform/http/action.ts'
import { importsAs } from '#policy/imports.ts'
import { maySetMethods } from '#policy/methods.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { insertMethods, listMethods, lockVersion, selectVersion } from './queries.ts'

export const selectMethods = action({
  load: ({ db, params }) => selectVersion(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/methods'],
  run: async ({ db, actor, params }) => {
    const history = (await listMethods(db, params)).map(({ setBy, ...said }) => said)
    return {
      off: [...switchedOffBy(history)].map(([type, { reason, by, at }]) => ({ type, reason, by, at })),
      history,
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
    const [last] = await listMethods(db, { versionId })
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
