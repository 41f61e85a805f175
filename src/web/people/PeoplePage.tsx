import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Role, roles } from '#domain/people/roles.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { dayText, roleList } from '../words/index.ts'
import { entryNames, entryTones } from '../words/people.ts'

type Person = Answer<'GET /centres/:centreId/people'>['people'][number]
type Sort = 'name' | '-name' | 'email' | '-email' | 'since' | '-since'

const columns: Column<Person>[] = [
  {
    key: 'name',
    label: 'Name',
    sort: true,
    names: true,
    cell: p => (
      <Link to={'/c/$centreId/people/$personId' as '/'} params={{ personId: p.id } as never}>
        {p.name}
      </Link>
    ),
  },
  { key: 'email', label: 'E-mail', sort: true, cell: p => p.email },
  { key: 'roles', label: 'Roles', cell: p => roleList(p.roles) || 'None now' },
  { key: 'since', label: 'Here since', sort: true, cell: p => <span className="tabular">{dayText(p.since)}</span> },
  {
    key: 'account',
    label: 'Account',
    cell: p => (
      <div>
        <StateMark tone={entryTones[p.entry]}>
          {entryNames[p.entry]}
          {p.twoFactor && ', second factor'}
        </StateMark>
      </div>
    ),
  },
]

/** Everybody of the centre, for its administrators. */
export default function PeoplePage() {
  const { centreId } = useCentre()
  const table = useTable({ sort: 'name', filters: ['role', 'standing'] as const })
  const { role, standing, sort, ...rest } = table.query
  const finding = {
    search: rest.search,
    sort: sort as Sort,
    role: role as Role | undefined,
    standing: standing as 'current' | 'former' | undefined,
  }
  const people = useResult('GET /centres/:centreId/people', { query: { ...rest, ...finding } }, { keep: true })
  const filtered = Boolean(rest.search || role || standing)
  return (
    <Page
      title="People"
      about="Everybody who learns, judges or checks in this centre."
      actions={
        <>
          <Button component={Link} to={'/c/$centreId/people/new' as '/'}>
            Add a person
          </Button>
          <Button component={Link} to={'/c/$centreId/people/file' as '/'} variant="default">
            Add by file
          </Button>
          <Button component={Link} to={'/c/$centreId/people/outbox' as '/'} variant="default">
            Outbox
          </Button>
        </>
      }
    >
      <Result of={people} lines={8}>
        {answer => (
          <DataTable
            caption="People of the centre"
            columns={columns}
            rows={answer.people}
            rowKey={p => p.id}
            total={answer.total}
            table={table}
            searchLabel="Search by name or e-mail"
            csv={hrefOf('GET /centres/:centreId/people.csv', { params: { centreId }, query: finding })}
            busy={people.isPlaceholderData}
            empty={
              <Empty title={filtered ? 'Nobody matches' : 'Nobody here yet'}>
                {filtered ? 'Search for less, or choose another role.' : 'Add a person, or a whole file of them.'}
              </Empty>
            }
            filters={
              <>
                <NativeSelect
                  className={forms.filter}
                  label="Role"
                  value={role ?? ''}
                  onChange={e => table.set({ role: e.currentTarget.value || undefined })}
                  data={[{ value: '', label: 'Any role' }, ...roles.map(r => ({ value: r, label: roleList([r]) }))]}
                />
                <NativeSelect
                  className={forms.filter}
                  label="Show"
                  value={standing ?? 'current'}
                  onChange={e => table.set({ standing: e.currentTarget.value === 'former' ? 'former' : undefined })}
                  data={[
                    { value: 'current', label: 'Here now' },
                    { value: 'former', label: 'Without a role now' },
                  ]}
                />
              </>
            }
          />
        )}
      </Result>
    </Page>
  )
}
