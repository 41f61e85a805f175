import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { EvidenceListed } from '#contract/evidence-index.ts'
import { evidenceStates, evidenceTypes, settings } from '#domain/evidence/evidence.ts'
import { mediaKinds } from '#domain/files/media.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { WaitingNotice } from '../waiting-files/WaitingNotice.tsx'
import {
  criteriaText,
  evidenceStateNames,
  evidenceStateTones,
  evidenceTitle,
  kindText,
  moverNames,
  settingNames,
  shownOnText,
} from '../words/evidence.ts'
import { mediaNames } from '../words/files.ts'
import { dayText } from '../words/index.ts'
import { Abbreviations, KindKey } from './KindKey.tsx'

const filters = [
  'learnerId',
  'state',
  'type',
  'ownMethodId',
  'setting',
  'media',
  'waitingFor',
  'unitId',
  'criterionId',
  'registrationId',
] as const

/** The evidence index: a learner's own, one learner's, or that of all learners whom the reader works with. */
export default function EvidenceListPage() {
  const { person, roles, centreId } = useCentre()
  const table = useTable({ sort: '-number', filters })
  const onlyOwn = roles.every(r => r === 'learner')
  const query = { ...table.query, learnerId: onlyOwn ? person.id : table.query.learnerId } as never
  const evidence = useResult('GET /centres/:centreId/evidence', { query }, { keep: true })
  const learner = evidence.data?.learner
  const own = onlyOwn || learner?.id === person.id
  const narrowed = Boolean(table.query.search) || filters.some(f => f !== 'learnerId' && table.query[f])
  const mayAdd = evidence.data?.mayAdd.allowed
  const add = (
    <Button
      component={Link}
      to={'/c/$centreId/evidence/new' as '/'}
      search={(own ? {} : { learnerId: learner?.id }) as never}
    >
      Add evidence
    </Button>
  )
  return (
    <Page
      title={own ? 'My evidence' : learner ? `Evidence of ${learner.name}` : 'Evidence'}
      about={own ? 'Every piece keeps its number for ever. Only what an assessor has confirmed counts.' : undefined}
      actions={mayAdd && add}
    >
      <WaitingNotice />
      <Result of={evidence}>
        {({ evidence: rows, total, units, ownMethods }) => (
          <DataTable<EvidenceListed>
            caption="Evidence"
            columns={columns(!own && !learner)}
            rows={rows}
            rowKey={r => r.id}
            total={total}
            table={table}
            busy={evidence.isPlaceholderData}
            searchLabel="Search"
            csv={hrefOf('GET /centres/:centreId/evidence.csv', { params: { centreId }, query })}
            filters={<Filters table={table} units={units} ownMethods={ownMethods} />}
            empty={
              narrowed ? (
                <Empty title="Nothing matches">Take a filter away, or search for another word.</Empty>
              ) : (
                <Empty title="No evidence yet" action={mayAdd && add}>
                  {own
                    ? 'Evidence is whatever shows what you can do: a photo, a document, a recording, or your own words.'
                    : 'It appears here as soon as a learner starts it.'}
                </Empty>
              )
            }
          />
        )}
      </Result>
      <KindKey own={evidence.data?.ownMethods ?? []} />
    </Page>
  )
}

type Offered = Pick<Answer<'GET /centres/:centreId/evidence'>, 'units' | 'ownMethods'>
type Table = ReturnType<typeof useTable<(typeof filters)[number]>>

function Filters({ table, units, ownMethods }: { table: Table } & Offered) {
  const choice = (name: (typeof filters)[number], label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={table.query[name] ?? ''}
      onChange={e => table.set({ [name]: e.currentTarget.value || undefined })}
      data={[{ value: '', label: 'All' }, ...data]}
    />
  )
  return (
    <>
      {choice(
        'state',
        'State',
        evidenceStates.map(s => ({ value: s, label: evidenceStateNames[s] })),
      )}
      {choice('waitingFor', 'Waiting for', [
        { value: 'me', label: 'Me' },
        { value: 'learner', label: moverNames.learner },
        { value: 'assessor', label: moverNames.assessor },
      ])}
      <NativeSelect
        label="Kind"
        value={table.query.ownMethodId ?? table.query.type ?? ''}
        onChange={e => {
          const { value } = e.currentTarget
          const own = ownMethods.some(m => m.id === value)
          table.set({ type: (!own && value) || undefined, ownMethodId: own ? value : undefined })
        }}
        data={[
          { value: '', label: 'All' },
          ...evidenceTypes.map(t => ({ value: t, label: kindText(t, null) })),
          ...ownMethods.map(m => ({ value: m.id, label: `${m.name} (${m.abbreviation})` })),
        ]}
      />
      {choice(
        'setting',
        'Where',
        settings.map(s => ({ value: s, label: settingNames[s] })),
      )}
      {choice('media', 'Holds', [
        { value: 'statement', label: 'A statement' },
        ...mediaKinds.map(m => ({ value: m, label: mediaNames[m] })),
      ])}
      {units.length > 0 &&
        choice(
          'unitId',
          'Unit',
          units.map(u => ({ value: u.id, label: `${u.number ?? ''} ${u.title}`.trim() })),
        )}
      {(table.query.criterionId || table.query.registrationId) && (
        <Button variant="default" onClick={() => table.set({ criterionId: undefined, registrationId: undefined })}>
          Show all criteria
        </Button>
      )}
    </>
  )
}

const columns = (withLearner: boolean): Column<EvidenceListed>[] => [
  { key: 'number', label: 'No.', sort: true, end: true, cell: r => r.number },
  {
    key: 'title',
    label: 'Evidence',
    sort: true,
    names: true,
    cell: r => (
      <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: r.id } as never}>
        {evidenceTitle(r.title)}
      </Link>
    ),
  },
  ...(withLearner
    ? [{ key: 'learner', label: 'Learner', sort: true, cell: (r: EvidenceListed) => r.learner.name }]
    : []),
  {
    key: 'state',
    label: 'State',
    sort: true,
    cell: r => <StateMark tone={evidenceStateTones[r.state]}>{evidenceStateNames[r.state]}</StateMark>,
  },
  { key: 'since', label: 'Since', sort: true, cell: r => dayText(r.stateSince) },
  {
    key: 'kind',
    label: 'Kind',
    cell: r => <Abbreviations type={r.type} setting={r.setting} ownMethod={r.ownMethod} />,
  },
  { key: 'holds', label: 'Holds', cell: holds },
  { key: 'claims', label: 'Claims', cell: r => criteriaText(r.claims, r.units) },
  { key: 'shown-on', label: 'Day', sort: true, cell: r => shownOnText(r.shownOn) },
]

function holds(r: EvidenceListed): string {
  const kinds = [...(r.hasStatement ? ['Statement'] : []), ...r.media.map(m => mediaNames[m])]
  return kinds.length > 0 ? kinds.join(', ') : 'Nothing yet'
}
