import { Link } from '@tanstack/react-router'
import type { Result as Answer } from '../api.ts'
import { hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { TwoBars } from '../ui/TwoBars.tsx'
import { Empty, Refused, Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { agoText } from '../words/index.ts'
import { priorText, reportStateNames, totalsText } from '../words/progress.ts'
import style from './ProgressReportPage.module.css'

type Row = Answer<'GET /centres/:centreId/reports/progress'>['rows'][number]
type Sort = 'learner' | 'qualification' | 'confirmed' | 'claimed' | 'activity'
type State = keyof typeof reportStateNames

/** Learners and how they stand, from the same figures as the matrix (R11). */
export default function ProgressReportPage() {
  const { centreId } = useCentre()
  const table = useTable({ sort: 'confirmed', filters: ['versionId', 'assessorId', 'state'] })
  const { search, sort = 'confirmed', page, size, versionId, assessorId, state } = table.query
  const filter = { search, versionId, assessorId, state: (state || undefined) as State | undefined }
  const sorted = {
    sort: sort.replace(/^-/, '') as Sort,
    order: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
  }
  const rows = useResult(
    'GET /centres/:centreId/reports/progress',
    { query: { ...filter, ...sorted, page, size } },
    { keep: true },
  )
  const summary = useResult('GET /centres/:centreId/reports/progress/summary', { query: filter }, { keep: true })
  return (
    <Page
      title="Progress"
      about="Claimed, provisional and confirmed criteria of each learner. Only confirmed counts."
      wide
    >
      {summary.error && <Refused problem={summary.error} again={() => void summary.refetch()} />}
      <p role="status" className={style.summary}>
        {summary.data &&
          `${count(summary.data.registrations, 'registration')} of ${count(summary.data.learners, 'learner')}: ${totalsText(summary.data.totals)} criteria.${summary.data.prior > 0 ? ` Of the confirmed, ${summary.data.prior} on prior learning alone.` : ''}`}
      </p>
      <Result of={rows}>
        {answer => (
          <DataTable
            caption="Learners and their progress"
            columns={columns}
            rows={answer.rows}
            rowKey={r => r.registrationId}
            total={summary.data?.registrations ?? answer.rows.length}
            table={table}
            searchLabel="Search learner or qualification"
            busy={rows.isPlaceholderData}
            csv={hrefOf('GET /centres/:centreId/reports/progress.csv', {
              params: { centreId },
              query: { ...filter, ...sorted },
            })}
            filters={
              <>
                <Choice
                  label="Qualification"
                  value={versionId}
                  all="All qualifications"
                  options={(summary.data?.qualifications ?? []).map(q => [
                    q.versionId,
                    `${q.title} (${q.registrations})`,
                  ])}
                  choose={value => table.set({ versionId: value })}
                />
                <Choice
                  label="Assessor"
                  value={assessorId}
                  all="All assessors"
                  options={(summary.data?.assessors ?? []).map(a => [a.id, a.name])}
                  choose={value => table.set({ assessorId: value })}
                />
                <Choice
                  label="State"
                  value={state}
                  all={reportStateNames.all}
                  options={Object.entries(reportStateNames).filter(([s]) => s !== 'all')}
                  choose={value => table.set({ state: value })}
                />
              </>
            }
            empty={
              <Empty title="Nobody fits.">
                {search || versionId || assessorId || state
                  ? 'Change the search or the filters to see more.'
                  : 'Learners stand here once they are registered on a qualification.'}
              </Empty>
            }
          />
        )}
      </Result>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'learner',
    label: 'Learner',
    sort: true,
    names: true,
    cell: r => (
      <Link
        to={'/c/$centreId/registrations/$registrationId' as '/'}
        params={{ registrationId: r.registrationId } as never}
      >
        {r.learner.name}
      </Link>
    ),
  },
  { key: 'qualification', label: 'Qualification', sort: true, cell: r => r.qualification.title },
  {
    key: 'confirmed',
    label: 'Confirmed',
    sort: true,
    cell: r => (
      <div className={style.bars}>
        <TwoBars
          confirmed={r.totals.confirmed}
          claimed={r.totals.claimed}
          provisional={r.totals.provisional}
          of={r.totals.criteria}
        />
        {priorText(r.prior) && <span className={style.small}>{priorText(r.prior)}</span>}
      </div>
    ),
  },
  { key: 'claimed', label: 'Claimed', sort: true, end: true, cell: r => r.totals.claimed },
  {
    key: 'assessor',
    label: 'Assessor',
    cell: r => (
      <div>
        {r.assessor?.name ?? 'Nobody yet'}
        {r.trainee && <span className={style.small}>with {r.trainee.name}, trainee</span>}
      </div>
    ),
  },
  {
    key: 'activity',
    label: 'Last activity',
    sort: true,
    cell: r => (r.lastActivity ? agoText(r.lastActivity) : 'None yet'),
  },
]

function Choice({
  label,
  value,
  all,
  options,
  choose,
}: {
  label: string
  value: string | undefined
  all: string
  options: readonly (readonly [string, string])[]
  choose: (value: string | undefined) => void
}) {
  return (
    <label className={style.choice}>
      {label}
      <select value={value ?? ''} onChange={e => choose(e.currentTarget.value || undefined)}>
        <option value="">{all}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
