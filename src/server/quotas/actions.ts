import { stringify } from 'csv-stringify/sync'
import { quotasContract as endpoints } from '#contract/quotas.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import { mayViewQuotas } from '#policy/quotas.ts'
import { listUsageByPerson, listUsageByType, selectUsage } from './queries.ts'
import { usageView } from './view.ts'

const shown = 10

export const selectQuotas = action({
  load: nothingToLoad,
  may: mayViewQuotas,
  input: endpoints['GET /centres/:centreId/quotas'],
  run: async ({ db, actor, services }) => {
    const { uploads, promised, kept } = await selectUsage(db, { personId: actor.personId })
    return { used: { uploads, promised, kept }, limits: services.config.kept }
  },
})

export const selectUsageOfCentre = action({
  load: nothingToLoad,
  may: mayViewQuotas,
  input: endpoints['GET /centres/:centreId/quotas/usage'],
  run: async ({ db }) => usageView(await listUsageByType(db, {}), await listUsageByPerson(db, { size: shown })),
})

export const downloadQuotas = action({
  load: nothingToLoad,
  may: mayViewQuotas,
  input: endpoints['GET /centres/:centreId/quotas.csv'],
  run: async ({ db, now }) => {
    const people = await listUsageByPerson(db, { size: null })
    const lines = people.map(p => [p.name, p.email, p.files, p.kept, p.uploads, p.promised])
    const columns = ['name', 'e-mail', 'files', 'bytes stored', 'unfinished uploads', 'bytes announced']
    const text = stringify(lines, {
      header: true,
      columns,
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    })
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="storage ${dayOfInstant(now)}.csv"`,
      'cache-control': 'no-store',
    })
  },
})
