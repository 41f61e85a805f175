import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { count } from '../words/codes.ts'
import { roleList, sentenceForCode } from '../words/index.ts'
import { encodingWords } from '../words/people-files.ts'
import { fundingWords } from '../words/registrations.ts'
import style from './people-files.module.css'

type Seen = Answer<'POST /centres/:centreId/people-files/preview'>
type Fault = Seen['faults'][number]
type Row = Seen['rows'][number]

const faultColumns: Column<Fault & { at: number }>[] = [
  { key: 'line', label: 'Line', names: true, cell: f => `Line ${f.line}` },
  { key: 'column', label: 'Column', cell: f => f.column ?? 'the line' },
  { key: 'mend', label: 'What to mend', cell: f => sentenceForCode(f.code, f.details) },
]

const rowColumns: Column<Row>[] = [
  { key: 'line', label: 'Line', cell: r => r.line },
  { key: 'name', label: 'Name', names: true, cell: r => r.name || r.email },
  { key: 'email', label: 'E-mail', cell: r => r.email },
  { key: 'here', label: 'Person', cell: r => (r.here ? 'Here already' : 'New here') },
  { key: 'roles', label: 'Roles', cell: r => roleList(r.roles) },
  { key: 'qualification', label: 'Registered on', cell: r => r.qualification },
  { key: 'reason', label: 'Why this level', cell: r => r.levelReason },
  { key: 'funding', label: 'Funding', cell: r => r.funding && fundingWords[r.funding] },
]

const step = 200

/** Faults first: while there is one, nothing can be written. */
export function Preview({
  name,
  seen,
  confirm,
  writing,
}: {
  name: string
  seen: Seen
  confirm: () => void
  writing: boolean
}) {
  const { faults, rows, people, registrations, lines } = seen
  const [shown, setShown] = useState(step)
  const faulty = new Set(faults.map(f => f.line)).size
  const note = encodingWords[seen.encoding]
  return (
    <>
      <Section title={`“${name}”`}>
        <p role="status">
          {count(lines, 'line')} read.{' '}
          {faults.length > 0 ? (
            <>
              <StateMark tone="not">{count(faults.length, 'fault')}</StateMark> in {count(faulty, 'line')}.{' '}
              {faults.length === 1 ? 'Mend it' : 'Mend them'} in the file and choose it again. Nothing has been written.
            </>
          ) : (
            <StateMark tone="done">No fault found</StateMark>
          )}
        </p>
        {note && <p>{note}</p>}
        {seen.token && (
          <>
            <p>
              This will add {count(people, 'person', 'people')} or give them roles, and make{' '}
              {count(registrations, 'registration')}.
            </p>
            <Button onClick={confirm} loading={writing}>
              Write all of it
            </Button>
            {writing && <p role="status">Writing. This takes a few seconds for a long file; nothing is half done.</p>}
          </>
        )}
      </Section>
      {faults.length > 0 && (
        <Section title="To mend">
          <DataTable
            caption="Faults by line"
            columns={faultColumns}
            rows={faults.slice(0, shown).map((f, at) => ({ ...f, at }))}
            rowKey={f => String(f.at)}
            total={faults.length}
          />
          {faults.length > shown && (
            <div className={style.more}>
              <Button variant="default" onClick={() => setShown(n => n + step)}>
                Show {Math.min(step, faults.length - shown)} more of {faults.length}
              </Button>
            </div>
          )}
        </Section>
      )}
      {rows.length > 0 && (
        <Section title="What the file says">
          <DataTable
            caption="Lines of the file"
            columns={rowColumns}
            rows={rows.slice(0, step)}
            rowKey={r => String(r.line)}
            total={lines}
          />
          {lines > step && (
            <p>
              The first {Math.min(step, rows.length)} of {lines} lines are shown.
            </p>
          )}
        </Section>
      )}
    </>
  )
}
