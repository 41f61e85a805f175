import { occupationalStandardsContract as endpoints } from '#contract/occupational-standards.ts'
import { checkNewVersion } from '#domain/qualifications/occupational-standards.ts'
import { Refusal } from '#domain/refusal.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { importsAs } from '#policy/imports.ts'
import { mayRecordStandards } from '#policy/occupational-standards.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import {
  insertAllDerivations,
  insertAllStandards,
  insertVersion,
  listDerivations,
  listDerivedUnits,
  listLockedUnits,
  listStandards as listStandardRows,
  listVersions,
  lockStandard,
  lockUnit,
  selectUnit,
} from './queries.ts'
import { affectedView, derivationView, standardsView } from './view.ts'

export const listStandards = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/occupational-standards'],
  run: async ({ db, actor }) => ({
    standards: standardsView(await listStandardRows(db, {}), await listDerivedUnits(db, {})),
    can: { record: mayRecordStandards(actor).allowed },
  }),
})

export const recordStandard = action({
  load: nothingToLoad,
  may: mayRecordStandards,
  input: endpoints['POST /centres/:centreId/occupational-standards'],
  run: async ({ db, actor, now, body: { title, body, version: name, source }, record }) => {
    const by = { by: actor.personId, at: now }
    const [made] = await insertAllStandards(db, { title, body, ...by })
    if (!made) throw new Refusal('occupational-standards/title-known', { title })
    const standardId = made.id
    await insertVersion(db, { standardId, number: 1, name, source, ...by })
    await record({
      ...{ type: 'occupational-standard-recorded', as: importsAs(actor), subjectId: standardId },
      body: { standardId, title, number: 1, name, source },
    })
    return { standardId }
  },
})

export const recordStandardVersion = action({
  load: ({ db, params }) => lockStandard(db, params),
  may: mayRecordStandards,
  input: endpoints['POST /centres/:centreId/occupational-standards/:standardId/versions'],
  run: async ({ db, actor, now, params: { standardId }, body: { version: name, source }, record }) => {
    const versions = await listVersions(db, { standardId })
    const [last] = versions
    const sentTwice = last?.name === name && last.source === source && last.recordedBy === actor.personId
    const number = sentTwice ? last.number : (last?.number ?? 0) + 1
    if (!sentTwice) {
      checkNewVersion(versions, name)
      await insertVersion(db, { standardId, number, name, source, by: actor.personId, at: now })
      await record({
        ...{ type: 'occupational-standard-recorded', as: importsAs(actor), subjectId: standardId },
        body: { standardId, title: null, number, name, source },
      })
    }
    const units = (await listDerivedUnits(db, {})).filter(u => u.standardId === standardId)
    return { number, affected: affectedView([{ number, name }], units) }
  },
})

export const attachUnits = action({
  load: ({ db, params }) => lockStandard(db, params),
  may: mayRecordStandards,
  input: endpoints['POST /centres/:centreId/occupational-standards/:standardId/units'],
  run: async ({ db, actor, now, params: { standardId }, body: { version, unitIds, source }, record }) => {
    const asked = [...new Set(unitIds)]
    const known = await listLockedUnits(db, { unitIds: asked })
    const ofStandard = await listVersions(db, { standardId })
    if (known.length < asked.length || !ofStandard.some(v => v.number === version)) throw new NotFound()
    const by = { by: actor.personId, at: now }
    const told = await insertAllDerivations(db, { unitIds: asked, standardId, version, source, ...by })
    for (const { unitId } of told)
      await record({
        ...{ type: 'unit-derivation-recorded', as: importsAs(actor), subjectId: unitId },
        body: { unitId, derivation: { standardId, version }, source },
      })
    return {}
  },
})

export const selectDerivation = action({
  load: ({ db, params }) => selectUnit(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/units/:unitId/occupational-standard'],
  run: async ({ db, actor, params }) => derivationView(actor, await listDerivations(db, params)),
})

export const recordDerivation = action({
  load: ({ db, params }) => lockUnit(db, params),
  may: mayRecordStandards,
  input: endpoints['POST /centres/:centreId/units/:unitId/occupational-standard'],
  run: async ({ db, actor, now, params: { unitId }, body: { derivation, source }, record }) => {
    if (derivation) {
      const { standardId, version } = derivation
      if (!(await listVersions(db, { standardId })).some(v => v.number === version)) throw new NotFound()
    }
    const told = await insertAllDerivations(db, {
      ...{ unitIds: [unitId], standardId: derivation?.standardId ?? null, version: derivation?.version ?? null },
      ...{ source, by: actor.personId, at: now },
    })
    if (told.length > 0)
      await record({
        ...{ type: 'unit-derivation-recorded', as: importsAs(actor), subjectId: unitId },
        body: { unitId, derivation, source },
      })
    return {}
  },
})
