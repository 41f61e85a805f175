import { searchContract as endpoints } from '#contract/search.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { maySearch } from '#policy/search.ts'
import { matchingUnits } from '#server/qualifications/actions.ts'
import { patternsOf } from '#server/qualifications/patterns.ts'
import { listQualifications } from '#server/qualifications/queries.ts'
import { listFoundEvidence, listFoundLearners } from './queries.ts'

export const searchEverything = action({
  load: nothingToLoad,
  may: maySearch,
  input: endpoints['GET /centres/:centreId/search'],
  run: async ({ db, actor, query: { q: search } }) => {
    const patterns = patternsOf(search)
    if (patterns.length === 0) return { learners: [], evidence: [], qualifications: [], units: [], nearest: false }
    const asked = { actor: actor.personId, search, patterns }
    const learners = await listFoundLearners(db, asked)
    const evidence = await listFoundEvidence(db, asked)
    const qualifications = await listQualifications(db, { patterns })
    const { units, nearest } = await matchingUnits(db, search, null)
    return {
      learners,
      evidence,
      qualifications: qualifications
        .slice(0, 12)
        .map(({ id, versionId, title, number }) => ({ id, versionId, title, number })),
      units: units.slice(0, 12).map(({ level: _l, credit: _c, criteria: _n, ...unit }) => unit),
      nearest,
    }
  },
})
