import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Result as Answer } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { TwoBars } from '../ui/TwoBars.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { placeNames } from '../words/people.ts'
import style from './registrations.module.css'

type Registration = Answer<'GET /centres/:centreId/registrations'>['registrations'][number]
type Sort = 'learner' | '-learner' | 'registered' | '-registered' | 'qualification' | '-qualification'

const columns: Column<Registration>[] = [
  {
    key: 'learner',
    label: 'Learner',
    sort: true,
    names: true,
    cell: r => (
      <Link to={'/c/$centreId/registrations/$registrationId' as '/'} params={{ registrationId: r.id } as never}>
        {r.learner.name}
      </Link>
    ),
  },
  {
    key: 'qualification',
    label: 'Qualification',
    sort: true,
    cell: r => (
      <div>
        {r.qualification}
        {r.number && <span className={forms.quiet}>{r.number}</span>}
      </div>
    ),
  },
  {
    key: 'registered',
    label: 'Registered',
    sort: true,
    cell: r => <span className="tabular">{dayText(r.registeredOn)}</span>,
  },
  {
    key: 'people',
    label: 'Who judges and checks',
    cell: r => (
      <div>
        {r.people.length === 0 && 'Nobody named yet'}
        {r.people.map(p => (
          <div key={p.role}>
            <span className={style.place}>{placeNames[p.role]}:</span> {p.person.name}
          </div>
        ))}
      </div>
    ),
  },
  {
    key: 'progress',
    label: 'Progress',
    cell: r => (
      <div className={style.bars}>
        <TwoBars confirmed={r.confirmed} claimed={r.claimed} provisional={r.provisional} of={r.criteria} />
      </div>
    ),
  },
  {
    key: 'change',
    label: 'More',
    cell: r => (
      <Link to={'/c/$centreId/registrations/$registrationId/people' as '/'} params={{ registrationId: r.id } as never}>
        People and units<span className="hidden-text"> of {r.learner.name}</span>
      </Link>
    ),
  },
]

/** The registrations that exist for whoever asks: an assessor's own learners, an administrator's whole centre. */
export default function LearnersPage() {
  const { roles } = useCentre()
  const table = useTable({ sort: 'learner', filters: ['qualificationId'] as const })
  const { sort, ...finding } = table.query
  const found = useResult(
    'GET /centres/:centreId/registrations',
    { query: { ...finding, sort: sort as Sort } },
    { keep: true },
  )
  const catalogue = useResult('GET /centres/:centreId/qualifications', {})
  const mayRegister = roles.includes('centre-administrator')
  const filtered = Boolean(finding.search || finding.qualificationId)
  return (
    <Page
      wide
      title="Learners"
      actions={
        mayRegister && (
          <Button component={Link} to={'/c/$centreId/registrations/new' as '/'}>
            Register a learner
          </Button>
        )
      }
    >
      <Result of={found} lines={8}>
        {answer => (
          <DataTable
            caption="Learners and their qualifications"
            columns={columns}
            rows={answer.registrations}
            rowKey={r => r.id}
            total={answer.total}
            table={table}
            searchLabel="Search by learner or qualification"
            busy={found.isPlaceholderData}
            filters={
              <NativeSelect
                className={forms.filter}
                label="Qualification"
                value={finding.qualificationId ?? ''}
                onChange={e => table.set({ qualificationId: e.currentTarget.value || undefined })}
                data={[
                  { value: '', label: 'Any' },
                  ...(catalogue.data?.qualifications ?? []).map(q => ({ value: q.id, label: q.title })),
                ]}
              />
            }
            empty={
              <Empty title={filtered ? 'Nobody matches' : 'No learners yet'}>
                {filtered
                  ? 'Search for less, or choose another qualification.'
                  : mayRegister
                    ? 'Register a learner, or bring a whole file of them under People.'
                    : 'You see learners here once your centre administrator has named you on their registration.'}
              </Empty>
            }
          />
        )}
      </Result>
    </Page>
  )
}
