import type { BodyOf } from '#contract/endpoint.ts'
import { setUpsContract as endpoints } from '#contract/set-ups.ts'
import { Refusal } from '#domain/refusal.ts'
import { type ChecklistPoint, checkOf, type SetUpKind, setUpKinds } from '#domain/settings/checklists.ts'
import { subjectOf } from '#domain/settings/permission.ts'
import { appliesTo } from '#domain/settings/settling.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { checksAs, mayCheckSetUps, mayKeepSetUps } from '#policy/settings.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { permissionsIn, recordedFor } from './permissions.ts'
import {
  countUnits,
  deleteSetUpUnits,
  hasNamesake,
  insertCheck,
  insertSetUp,
  insertSetUpUnits,
  type LockSetUpRow,
  listSetUps as listRows,
  listVersionsInUse,
  lockSetUp,
  updateEndedSetUp,
  updateSetUp,
} from './queries.ts'

export type StoredCheck = {
  met: ChecklistPoint[]
  complete: boolean
  note: string
  checkedOn: string
  by: string
  recordedAt: string
}

export const listSetUps = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/set-ups'],
  run: async ({ db, actor, params }) => ({
    setUps: (await listRows(db, {})).map(row => ({ ...row, complete: row.checks[0]?.complete ?? false })),
    units: mayKeepSetUps(actor).allowed ? await unitsToChoose(db, params.centreId) : [],
    can: { set: mayKeepSetUps(actor).allowed, check: mayCheckSetUps(actor).allowed },
  }),
})

export const nameSetUp = action({
  load: nothingToLoad,
  may: mayKeepSetUps,
  input: endpoints['POST /centres/:centreId/set-ups'],
  run: async ({ db, actor, now, body, record }) => {
    const { kind, name, description, unitIds } = body
    await requireFit(db, kind, body, null)
    const { id: setUpId } = await insertSetUp(db, { kind, name, description, by: actor.personId, at: now })
    await insertSetUpUnits(db, { setUpId, unitIds })
    const change = { setUpId, kind, name, description, unitIds }
    await record({ type: 'set-up-named', as: checksAs(actor), subjectId: setUpId, body: change })
    return { setUpId }
  },
})

export const correctSetUp = action({
  load: ({ db, params }) => lockSetUp(db, params),
  may: mayKeepSetUps,
  input: endpoints['PUT /centres/:centreId/set-ups/:setUpId'],
  run: async ({ db, actor, params: { setUpId }, body, loaded, record }) => {
    requireInUse(loaded)
    const { name, description, unitIds } = body
    await requireFit(db, loaded.kind, body, setUpId)
    await updateSetUp(db, { setUpId, name, description })
    await deleteSetUpUnits(db, { setUpId })
    await insertSetUpUnits(db, { setUpId, unitIds })
    const change = { setUpId, kind: loaded.kind, name, description, unitIds }
    await record({ type: 'set-up-corrected', as: checksAs(actor), subjectId: setUpId, body: change })
    return {}
  },
})

export const checkSetUp = action({
  load: ({ db, params }) => lockSetUp(db, params),
  may: mayCheckSetUps,
  input: endpoints['POST /centres/:centreId/set-ups/:setUpId/checks'],
  run: async ({ db, actor, now, params: { setUpId }, body: { note, checkedOn, ...body }, loaded, record }) => {
    requireInUse(loaded)
    if (checkedOn > dayOfInstant(now)) throw new Refusal('settings/check-to-come', { checkedOn })
    const { met, complete } = checkOf(loaded.kind, body.met)
    await insertCheck(db, { setUpId, met, complete, note, checkedOn, by: actor.personId, at: now })
    const change = { setUpId, met, complete, note, checkedOn }
    await record({ type: 'set-up-checked', as: checksAs(actor), subjectId: setUpId, body: change })
    return { complete }
  },
})

export const endSetUp = action({
  load: ({ db, params }) => lockSetUp(db, params),
  may: mayKeepSetUps,
  input: endpoints['POST /centres/:centreId/set-ups/:setUpId/ending'],
  run: async ({ db, actor, now, params: { setUpId }, body: { reason }, loaded, record }) => {
    if (loaded.endedAt !== null) return {}
    await updateEndedSetUp(db, { setUpId, by: actor.personId, at: now })
    await record({ type: 'set-up-ended', as: checksAs(actor), subjectId: setUpId, reason, body: { setUpId } })
    return {}
  },
})

function requireInUse({ endedAt, name }: LockSetUpRow): void {
  if (endedAt !== null) throw new Refusal('settings/set-up-ended', { name })
}

type Described = Omit<BodyOf<(typeof endpoints)['POST /centres/:centreId/set-ups']>, 'kind'>

/** Two of one kind by one name could not be told apart, and a unit of another centre is none of ours. */
async function requireFit(db: Db, kind: SetUpKind, { name, unitIds }: Described, setUpId: string | null) {
  if ((await hasNamesake(db, { kind, name, setUpId })).there) throw new Refusal('settings/name-taken', { name })
  const wanted = [...new Set(unitIds)]
  if ((await countUnits(db, { unitIds: wanted })).known !== wanted.length) throw new Refusal('settings/no-such-unit')
}

/** Units of the catalogue that do not ban evidence from one kind or the other. */
async function unitsToChoose(db: Db, centreId: string) {
  const versionIds = (await listVersionsInUse(db, {})).map(v => v.id)
  const recorded = await recordedFor(db, versionIds)
  const units = new Map<string, { id: string; number: string | null; title: string; kinds: SetUpKind[] }>()
  for (const versionId of versionIds) {
    const version = await versionOf(db, versionId, centreId)
    const permissions = permissionsIn(version, recorded)
    for (const { id, number, title } of version.tree.units) {
      const permission = permissions.get(id)
      const kinds = setUpKinds.filter(kind => {
        const subject = subjectOf(kind)
        const applies = permission && subject && appliesTo(permission, subject)
        return applies?.kind !== 'not-allowed' && !(kind === 'simulation' && applies?.kind === 'rwe-only')
      })
      const known = units.get(id)
      const both = [...new Set([...(known?.kinds ?? []), ...kinds])]
      if (both.length > 0) units.set(id, { id, number, title, kinds: both })
    }
  }
  return [...units.values()]
}
