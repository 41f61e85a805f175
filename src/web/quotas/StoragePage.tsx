import { Button } from '@mantine/core'
import { letterLimits, nearlyFull, shareOf, uploadDays, uploadLimits } from '#domain/quotas/quotas.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { sizeText } from '../words/index.ts'
import { storedKindNames } from '../words/quotas.ts'
import style from './quotas.module.css'
import { UsageBar, usageText } from './UsageBar.tsx'

type Quotas = Answer<'GET /centres/:centreId/quotas'>
type Usage = Answer<'GET /centres/:centreId/quotas/usage'>
type Person = Usage['people'][number]
type Kind = Usage['kinds'][number]

/** What the centre stores, by kind of file and by person, and every limit. */
export default function StoragePage() {
  const { centreId } = useCentre()
  const quotas = useResult('GET /centres/:centreId/quotas', {})
  const usage = useResult('GET /centres/:centreId/quotas/usage', {})
  return (
    <Page
      title="Storage and limits"
      about="Files of evidence and further documents. The same file added twice is stored once."
      actions={
        <Button
          component="a"
          href={hrefOf('GET /centres/:centreId/quotas.csv', { params: { centreId } })}
          download
          variant="default"
        >
          Download CSV
        </Button>
      }
    >
      <Result of={quotas} lines={3}>
        {q => (
          <>
            <Centre {...q} />
            <Result of={usage} lines={8}>
              {u => (
                <>
                  <Section title="By kind of file">
                    <Kinds kinds={u.kinds} />
                  </Section>
                  <Section title="By person" aside={u.of > u.people.length && <span>Top 10 of {u.of}</span>}>
                    <People people={u.people} limit={q.limits.person} />
                  </Section>
                </>
              )}
            </Result>
            <Limits limits={q.limits} />
          </>
        )}
      </Result>
    </Page>
  )
}

function Centre({ used, limits }: Quotas) {
  const share = shareOf(used.kept + used.promised, limits.centre)
  return (
    <Section
      title="Your centre"
      aside={share >= nearlyFull && <StateMark tone="attention">{share >= 1 ? 'Full' : 'Nearly full'}</StateMark>}
    >
      <UsageBar {...used} of={limits.centre} size="page" />
      <p className={style.text}>{usageText(used, limits.centre)}</p>
      {share >= nearlyFull && (
        <p>At the limit, nobody can start an upload. Whoever runs the server can raise STORAGE_PER_CENTRE.</p>
      )}
    </Section>
  )
}

function Kinds({ kinds }: { kinds: Kind[] }) {
  const most = Math.max(1, ...kinds.map(k => k.bytes))
  const columns: Column<Kind>[] = [
    { key: 'kind', label: 'Kind', names: true, cell: k => storedKindNames[k.kind] },
    { key: 'files', label: 'Files', end: true, cell: k => k.files },
    { key: 'bytes', label: 'Size', end: true, cell: k => sizeText(k.bytes) },
    { key: 'share', label: 'Share', cell: k => <UsageBar kept={k.bytes} promised={0} of={most} size="plain" /> },
  ]
  return (
    <>
      <DataTable
        caption="Storage by kind of file"
        columns={columns}
        rows={kinds}
        rowKey={k => k.kind}
        total={kinds.length}
        empty={<Empty title="No files yet">Files appear here when people add evidence.</Empty>}
      />
      {kinds.some(k => k.kind === 'unused') && (
        <p className={style.text}>Files taken out of drafts are not shown to anybody. They still use storage.</p>
      )}
    </>
  )
}

function People({ people, limit }: { people: Person[]; limit: number }) {
  const columns: Column<Person>[] = [
    { key: 'name', label: 'Name', names: true, cell: p => p.name },
    { key: 'files', label: 'Files', end: true, cell: p => p.files },
    { key: 'kept', label: 'Stored', end: true, cell: p => sizeText(p.kept) },
    {
      key: 'uploads',
      label: 'Unfinished uploads',
      cell: p => (p.uploads === 0 ? 'None' : `${p.uploads}, ${sizeText(p.promised)}`),
    },
    {
      key: 'share',
      label: `Of ${sizeText(limit)}`,
      cell: p => (
        <>
          <span className="hidden-text">{Math.round(100 * shareOf(p.kept + p.promised, limit))}%</span>
          <UsageBar kept={p.kept} promised={p.promised} of={limit} />
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="Storage by person"
      columns={columns}
      rows={people}
      rowKey={p => p.id}
      total={people.length}
      empty={<Empty title="Nobody has added a file yet" />}
    />
  )
}

function Limits({ limits }: Pick<Quotas, 'limits'>) {
  const { person, centre } = uploadLimits
  const rows: [string, string][] = [
    ['Storage', `${sizeText(limits.person)} for each person, ${sizeText(limits.centre)} for the centre`],
    ['Unfinished uploads', `${person.uploads} for each person, ${centre.uploads} for the centre`],
    [
      'Size of unfinished uploads',
      `${sizeText(person.promised)} for each person, ${sizeText(centre.promised)} for the centre`,
    ],
    ['Unfinished uploads are deleted', `after ${uploadDays} days`],
    [
      'Letters to one witness',
      `${letterLimits.witness.most} a day about one learner, ${letterLimits.address.most} a day from the centre`,
    ],
    [
      'Letters to witnesses',
      `${letterLimits.learner.most} a day by one learner, ${letterLimits.staff.most} a day by one member of staff`,
    ],
    ['Invitations to one person', `${letterLimits.again.most} within 10 minutes, ${letterLimits.invited.most} a day`],
  ]
  return (
    <Section title="Limits">
      <dl className={style.limits}>
        {rows.map(([what, says]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className={style.text}>Whoever runs the server sets the two limits on storage.</p>
    </Section>
  )
}
