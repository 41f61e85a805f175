import { stringify } from 'csv-stringify/sync'
import type { QueryOf } from '#contract/endpoint.ts'
import { progressContract as endpoints } from '#contract/progress.ts'
import type { Db } from '#platform/db/query.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import {
  hasWholeCentre,
  listCentreByProgressAsc,
  listCentreByProgressDesc,
  listRegistrationsReported,
  selectReportSummary,
} from './queries.ts'
import { reportCsvRow, reportRow, summaryView } from './view.ts'

type Filter = Pick<
  QueryOf<(typeof endpoints)['GET /centres/:centreId/reports/progress.csv']>,
  'search' | 'versionId' | 'assessorId' | 'state' | 'sort' | 'order'
>

export const reportProgress = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/reports/progress'],
  run: async ({ db, actor, query }) => {
    const rows = await rowsOf(db, actor.personId, query, query.size + 1, (query.page - 1) * query.size)
    return {
      rows: rows.slice(0, query.size).map(reportRow),
      page: query.page,
      size: query.size,
      more: rows.length > query.size,
    }
  },
})

export const summariseProgress = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/reports/progress/summary'],
  run: async ({ db, actor, query }) =>
    summaryView(await selectReportSummary(db, { actor: actor.personId, ...filterOf(query) })),
})

export const exportProgress = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/reports/progress.csv'],
  run: async ({ db, actor, query }) => {
    const rows = await rowsOf(db, actor.personId, query, 1_000_000, 0)
    // A spreadsheet runs a cell that starts like a formula; a name is never one.
    const text = stringify(rows.map(reportCsvRow), { header: true, bom: true, escape_formulas: true })
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="progress.csv"',
    })
  },
})

const filterOf = ({ search, versionId, assessorId, state }: Omit<Filter, 'sort' | 'order'>) => ({
  // % and _ are letters of a name here, not wildcards.
  search: search.replace(/[\\%_]/g, '\\$&'),
  versionId: versionId ?? null,
  assessorId: assessorId ?? null,
  state,
})

async function rowsOf(db: Db, actor: string, query: Filter, most: number, skip: number) {
  const filter = { ...filterOf(query), most, skip }
  if (query.sort === 'confirmed' && (await hasWholeCentre(db, { actor })).whole) {
    return query.order === 'asc'
      ? await listCentreByProgressAsc(db, filter)
      : await listCentreByProgressDesc(db, filter)
  }
  return await listRegistrationsReported(db, { ...filter, actor, sort: query.sort, descending: query.order === 'desc' })
}
