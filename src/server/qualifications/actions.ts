import { qualificationsContract as endpoints } from '#contract/qualifications.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { mayImport } from '#policy/imports.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { confirmationsOf } from './confirmed.ts'
import { patternsOf } from './patterns.ts'
import { listMatchingUnits, listPlacesOfUnit, listQualifications, listVersions } from './queries.ts'
import { versionOf } from './tree.ts'
import { unitView, versionView } from './view.ts'

export const listQualificationsAction = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/qualifications'],
  run: async ({ db, query, actor }) => ({
    qualifications: await listQualifications(db, { patterns: patternsOf(query.search) }),
    can: { import: mayImport(actor).allowed },
  }),
})

export const selectQualification = action({
  load: async ({ db, params }) => {
    const versions = await listVersions(db, params)
    if (!versions[0]) throw new NotFound()
    return { versions, title: versions[0].title }
  },
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/qualifications/:qualificationId'],
  run: async ({ params, loaded }) => ({ id: params.qualificationId, ...loaded }),
})

export const selectVersion = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId'],
  run: async ({ db, actor, loaded }) =>
    versionView(actor, loaded, await listVersions(db, loaded.tree), await confirmationsOf(db, loaded.tree.versionId)),
})

export const listUnits = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/units'],
  run: async ({ db, query }) => await matchingUnits(db, query.search, query.versionId ?? null),
})

export const selectUnit = action({
  load: async ({ db, params, query }) => {
    const places = await listPlacesOfUnit(db, params)
    const shown = query.versionId
      ? places.find(place => place.versionId === query.versionId)
      : (places.find(place => place.current) ?? places[0])
    if (!shown) throw new NotFound()
    return { places, version: await versionOf(db, shown.versionId) }
  },
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/units/:unitId'],
  run: async ({ params, loaded }) => unitView(loaded.version, params.unitId, loaded.places),
})

/** Units by the words typed; where no unit has them all, the units with the nearest wording. */
export async function matchingUnits(
  db: Parameters<typeof listMatchingUnits>[0],
  search: string,
  versionId: string | null,
) {
  const asked = { search, versionId, patterns: patternsOf(search) }
  const exact = await listMatchingUnits(db, { ...asked, nearest: false })
  if (exact.length > 0 || search.length < 4) return { units: exact, nearest: false }
  const units = await listMatchingUnits(db, { ...asked, nearest: true })
  return { units, nearest: units.length > 0 }
}
