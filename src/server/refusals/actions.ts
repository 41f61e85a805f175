import { stringify } from 'csv-stringify/sync'
import { everyContract } from '#contract/index.ts'
import { refusalsContract as endpoints, refusalKinds } from '#contract/refusals.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import { mayViewRefusals } from '#policy/refusals.ts'
import { listDays, listKinds, listRefusals, listRefusalsByDay } from './queries.ts'

const daysShown = 30
const most = 100

const summaries: Record<string, { summary: string } | undefined> = everyContract
const summaryOf = (route: string) => summaries[route]?.summary ?? null

export const listRefusalsAction = action({
  load: nothingToLoad,
  may: mayViewRefusals,
  input: endpoints['GET /centres/:centreId/refusals'],
  run: async ({ db, now }) => {
    const days = await listDays(db, { today: dayOfInstant(now), days: daysShown })
    const since = days[0]?.day ?? dayOfInstant(now)
    const ofKind = new Map((await listKinds(db, { since })).map(k => [k.kind, k.count]))
    const rows = await listRefusals(db, { since, most })
    return {
      days,
      kinds: refusalKinds.map(kind => ({ kind, count: ofKind.get(kind) ?? 0 })),
      refusals: rows.map(({ personId, name, kind, route, count, lastDay }) => ({
        person: personId && name !== null ? { id: personId, name } : null,
        kind,
        route,
        summary: summaryOf(route),
        count,
        lastDay,
      })),
      of: rows[0]?.of ?? 0,
    }
  },
})

export const downloadRefusals = action({
  load: nothingToLoad,
  may: mayViewRefusals,
  input: endpoints['GET /centres/:centreId/refusals.csv'],
  run: async ({ db, now }) => {
    const rows = await listRefusalsByDay(db, { today: dayOfInstant(now), days: daysShown })
    const lines = rows.map(r => [r.day, r.name ?? '', r.kind, r.route, summaryOf(r.route) ?? '', r.count])
    const columns = ['day', 'person', 'kind', 'route', 'what it does', 'times']
    const text = stringify(lines, {
      header: true,
      columns,
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    })
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="refusals ${dayOfInstant(now)}.csv"`,
      'cache-control': 'no-store',
    })
  },
})
