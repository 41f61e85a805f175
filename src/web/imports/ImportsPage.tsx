import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Result as ResultOf } from '../api.ts'
import { useResult } from '../results.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Page } from '../ui/Page.tsx'
import { StateMark, type Tone } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { importStates } from '../words/imports.ts'
import { instantText } from '../words/index.ts'
import { DropDocument } from './DropDocument.tsx'
import { TemplateLinks } from './TemplateLinks.tsx'

type Row = ResultOf<'GET /centres/:centreId/imports'>['imports'][number]
const tones: Record<Row['state'], Tone> = {
  open: 'attention',
  published: 'done',
  'changed-since': 'waiting',
  discarded: 'plain',
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    label: 'Document',
    names: true,
    cell: row => (
      <Link to={'/c/$centreId/catalogue/imports/$importId' as '/'} params={{ importId: row.id } as never}>
        {row.name}
      </Link>
    ),
  },
  {
    key: 'state',
    label: 'State',
    cell: row => <StateMark tone={tones[row.state]}>{importStates[row.state]}</StateMark>,
  },
  { key: 'units', label: 'Units', end: true, cell: row => row.counts.units },
  { key: 'criteria', label: 'Criteria', end: true, cell: row => row.counts.criteria },
  { key: 'errors', label: 'Errors', end: true, cell: row => row.counts.errors },
  { key: 'warnings', label: 'Warnings', end: true, cell: row => row.counts.warnings },
  { key: 'corrections', label: 'Corrections', end: true, cell: row => row.corrections },
  { key: 'by', label: 'Imported', cell: row => `${instantText(row.importedAt)}, ${row.importedBy}` },
]

/** The way in: documents that were read, and a place to drop the next. */
export default function ImportsPage() {
  const [discarded, setDiscarded] = useState<'yes' | 'no'>('no')
  const all = useResult('GET /centres/:centreId/imports', { query: { discarded } }, { keep: true })
  return (
    <Page
      title="Import a document"
      breadcrumb={[{ label: 'Catalogue', to: '/c/$centreId/catalogue' }]}
      about="A document is read, you look it over beside its text and put right what is wrong, and publish it."
    >
      <DropDocument />
      <TemplateLinks />
      <Result of={all}>
        {({ imports }) => (
          <DataTable
            caption="Documents imported"
            columns={columns}
            rows={imports}
            rowKey={row => row.id}
            total={imports.length}
            empty={
              <p>{discarded === 'yes' ? 'No import has been put aside.' : 'No document has been imported yet.'}</p>
            }
            filters={
              <label style={{ padding: '0.5rem 0' }}>
                <input
                  type="checkbox"
                  checked={discarded === 'yes'}
                  onChange={event => setDiscarded(event.currentTarget.checked ? 'yes' : 'no')}
                />{' '}
                Show those that were put aside
              </label>
            }
          />
        )}
      </Result>
    </Page>
  )
}
