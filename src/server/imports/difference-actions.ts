import { differencesContract as endpoints } from '#contract/differences.ts'
import { corrected } from '#domain/qualifications/corrections.ts'
import { action } from '#platform/http/action.ts'
import { mayImport } from '#policy/imports.ts'
import { comparedOf, comparison, headingOf } from '#server/qualifications/comparing.ts'
import { selectOptionalLatestVersion } from '#server/qualifications/queries.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { selectImport } from './queries.ts'

export const listImportDifferences = action({
  load: ({ db, params }) => selectImport(db, params),
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports/:importId/differences'],
  run: async ({ db, loaded }) => {
    const { source, qualifications, units } = corrected(loaded.specification, loaded.corrections)
    const differences = []
    for (const qualification of qualifications) {
      const { title, number, otherNumbers } = qualification
      const { awardingOrganisation } = source
      // Versions that came of this import are left out: against them a document has nothing new.
      const asked = { title, number, otherNumbers, awardingOrganisation, importId: loaded.id }
      const latest = await selectOptionalLatestVersion(db, asked)
      if (!latest) continue
      const from = await versionOf(db, latest.id)
      differences.push({
        title,
        number,
        from: headingOf(from),
        ...comparison(comparedOf(from), { qualification, units }),
      })
    }
    return { differences }
  },
})
