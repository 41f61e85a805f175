import { searchContract as endpoints } from '#contract/search.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { maySearch } from '#policy/search.ts'
import { matchingUnits } from '#server/qualifications/actions.ts'
import { patternsOf } from '#server/qualifications/patterns.ts'
import { listQualifications } from '#server/qualifications/queries.ts'
import { countVisibleLearners, listEvidenceTitled, listFoundEvidence, listFoundLearners } from './queries.ts'

export const searchEverything = action({
  load: nothingToLoad,
  may: maySearch,
  input: endpoints['GET /centres/:centreId/search'],
  run: async ({ db, actor, query: { q: search } }) => {
    const patterns = patternsOf(search)
    if (patterns.length === 0) return { learners: [], evidence: [], qualifications: [], units: [], nearest: false }
    const asked = { actor: actor.personId, search, patterns }
    const learners = await listFoundLearners(db, asked)
    const evidence = await foundEvidence(db, asked)
    const qualifications = await listQualifications(db, { patterns })
    const { units, nearest } = await matchingUnits(db, search, null)
    return {
      learners,
      evidence,
      qualifications: qualifications
        .slice(0, 12)
        .map(({ id, versionId, title, number, otherNumbers }) => ({ id, versionId, title, number, otherNumbers })),
      units: units.slice(0, 12).map(({ level: _l, credit: _c, criteria: _n, ...unit }) => unit),
      nearest,
    }
  },
})

/** More portfolios than one assessor has: reading them all would keep the person waiting, so the index of titles is asked. */
const manyLearners = 200

async function foundEvidence(db: Db, asked: { actor: string; search: string; patterns: string[] }) {
  const { learners } = await countVisibleLearners(db, asked)
  if (learners <= manyLearners) return await listFoundEvidence(db, asked)
  const rarest = asked.patterns.toSorted((a, b) => b.length - a.length)[0] ?? ''
  // An index of three letters at a time has nothing to say of fewer.
  return rarest.length < '%abc%'.length ? [] : await listEvidenceTitled(db, { ...asked, rarest })
}
