/** The evidence index: a learner's own, one learner's, or that of all learners whom the reader works with. */

import { stringify } from 'csv-stringify/sync'
import type { QueryOf } from '#contract/endpoint.ts'
import { evidenceIndexContract as endpoints } from '#contract/evidence-index.ts'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, FileReply } from '#platform/http/action.ts'
import { mayAddEvidence } from '#policy/evidence.ts'
import { type Actor, anyoneSignedIn, denied } from '#policy/verdict.ts'
import { listPins, selectPortfolio } from '#server/evidence/queries.ts'
import { listOwnMethodsInUse } from '#server/methods/queries.ts'
import { listEvidence, listLearnerUnits } from './queries.ts'
import { csvRow, listedView } from './view.ts'

type ListQuery = QueryOf<(typeof endpoints)['GET /centres/:centreId/evidence.csv']>

/** Named learner or not: a learner that does not exist for the reader answers 404, not an empty list. */
const loadLearner = async ({ db, actor, query }: { db: Db; actor: Actor; query: ListQuery }) =>
  query.learnerId ? await selectPortfolio(db, { actor: actor.personId, learnerId: query.learnerId }) : null

function listed(db: Db, actor: Actor, query: ListQuery, page: { size: number; skip: number }) {
  const me = query.waitingFor === 'me'
  return listEvidence(db, {
    actor: actor.personId,
    learnerId: query.learnerId ?? null,
    state: query.state ?? null,
    type: query.type ?? null,
    ownMethodId: query.ownMethodId ?? null,
    setting: query.setting ?? null,
    media: query.media ?? null,
    registrationId: query.registrationId ?? null,
    unitId: query.unitId ?? null,
    criterionId: query.criterionId ?? null,
    search: query.search ? query.search.replace(/[\\%_]/g, '\\$&') : null,
    waitingFor: !query.waitingFor || me ? null : query.waitingFor,
    waitingForActor: me ? actor.personId : null,
    sort: query.sort.replace(/^-/, ''),
    ascending: !query.sort.startsWith('-'),
    ...page,
  })
}

export const selectEvidenceList = action({
  load: loadLearner,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence'],
  run: async ({ db, actor, query, loaded }) => {
    const rows = await listed(db, actor, query, { size: query.size, skip: (query.page - 1) * query.size })
    return {
      total: rows[0]?.total ?? 0,
      evidence: rows.map(listedView),
      units: loaded ? inNumberOrder(await listLearnerUnits(db, { learnerId: loaded.learnerId })) : [],
      ownMethods: await listOwnMethodsInUse(db, { actor: actor.personId }),
      learner: loaded && { id: loaded.learnerId, name: loaded.learnerName },
      mayAdd: loaded ? mayAddEvidence(actor, loaded) : denied('evidence/choose-a-learner'),
    }
  },
})

const inNumberOrder = <U extends { number: string | null }>(units: U[]): U[] =>
  units.toSorted((a, b) => compareNumbers(a.number ?? '', b.number ?? ''))

/** More than any centre has; a file that a spreadsheet can still open. */
const longestFile = 200_000

export const downloadEvidenceList = action({
  load: loadLearner,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence.csv'],
  run: async ({ db, actor, query, now }) => {
    const rows = await listed(db, actor, query, { size: longestFile, skip: 0 })
    const pins = Map.groupBy(
      await listPins(db, { evidenceIds: rows.map(r => r.id) }),
      p => `${p.evidenceId}/${p.version}`,
    )
    const lines = rows.map(row => csvRow(row, pins.get(`${row.id}/${row.version}`) ?? []))
    // The mark at the start lets a spreadsheet read it as UTF-8; a formula in a title is only ever text.
    const text = `\uFEFF${stringify(lines, { header: true, escape_formulas: true })}`
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="evidence ${dayOfInstant(now)}.csv"`,
    })
  },
})
