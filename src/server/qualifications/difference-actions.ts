import { differencesContract as endpoints } from '#contract/differences.ts'
import { action } from '#platform/http/action.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { comparedOf, comparison, headingOf } from './comparing.ts'
import { type Version, versionOf } from './tree.ts'

export const selectDifference = action({
  load: async ({ db, params }) => [await versionOf(db, params.versionId), await versionOf(db, params.otherId)] as const,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/differences/:otherId'],
  run: async ({ loaded }) => {
    const [from, to] = loaded.toSorted(earlierFirst) as [Version, Version]
    return { from: headingOf(from), to: headingOf(to), ...comparison(comparedOf(from), comparedOf(to)) }
  },
})

const earlierFirst = (a: Version, b: Version) =>
  a.publishedAt.localeCompare(b.publishedAt) || a.tree.version - b.tree.version
