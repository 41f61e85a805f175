import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Result as ResultOf } from '../api.ts'
import { nameOfUnit } from '../registrations/combination.ts'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count, list } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { AttachUnits } from './AttachUnits.tsx'
import { RecordStandard } from './RecordStandard.tsx'
import style from './standards.module.css'

export type Standard = ResultOf<'GET /centres/:centreId/occupational-standards'>['standards'][number]
type Asking = { what: 'standard' } | { what: 'version' | 'units'; standard: Standard }

/** What the units of the catalogue derive from, and which of them a newer version of a standard affects (R26). */
export default function StandardsPage() {
  const asked = useResult('GET /centres/:centreId/occupational-standards', {})
  const [asking, setAsking] = useState<Asking | null>(null)
  const record = asked.data?.can.record ?? false
  const close = () => setAsking(null)
  return (
    <Page
      title="Occupational standards"
      about="The national standards that units derive from, each in its versions."
      breadcrumb={[{ label: 'Catalogue', to: '/c/$centreId/catalogue' }]}
      actions={record && <Button onClick={() => setAsking({ what: 'standard' })}>Record a standard</Button>}
    >
      <Result of={asked}>
        {({ standards }) =>
          standards.length === 0 ? (
            <Empty title="No standard is recorded yet">
              {record
                ? 'Record the standard that your units name, and say which units derive from it. When a newer version comes out, the units that it affects are listed here.'
                : 'Your centre administrator or lead IQA records the standards that units derive from.'}
            </Empty>
          ) : (
            standards.map(standard => (
              <OneStandard key={standard.id} standard={standard} record={record} ask={setAsking} />
            ))
          )
        }
      </Result>
      {asking?.what === 'standard' && <RecordStandard close={close} />}
      {asking?.what === 'version' && <RecordStandard standard={asking.standard} close={close} />}
      {asking?.what === 'units' && <AttachUnits standard={asking.standard} close={close} />}
    </Page>
  )
}

function OneStandard({
  standard,
  record,
  ask,
}: {
  standard: Standard
  record: boolean
  ask: (asking: Asking) => void
}) {
  const { title, body, versions, units, affected } = standard
  const hit = units.filter(u => affected.includes(u.id))
  return (
    <Section title={title}>
      {body && <p>Set by {body}.</p>}
      {hit.length > 0 && (
        <div className={style.affected}>
          <h3>
            {count(hit.length, 'unit')} {hit.length === 1 ? 'derives' : 'derive'} from an older version than{' '}
            {versions[0]?.name}
          </h3>
          <Units units={hit} />
        </div>
      )}
      <h3>Versions</h3>
      <ul className={style.list}>
        {versions.map(v => (
          <li key={v.number}>
            <span>
              {v.name}, {count(units.filter(u => u.version === v.number).length, 'unit')}
            </span>
            <span className={style.who}>
              {v.source}. Recorded by {v.by}, {dayText(v.at)}
            </span>
          </li>
        ))}
      </ul>
      {units.length > 0 && (
        <details>
          <summary style={{ padding: '0.5rem 0' }}>Units that derive from it ({units.length})</summary>
          <Units units={units} />
        </details>
      )}
      {record && (
        <Group mt="sm">
          <Button variant="default" onClick={() => ask({ what: 'units', standard })}>
            Say which units derive from it<span className="hidden-text">: {title}</span>
          </Button>
          <Button variant="default" onClick={() => ask({ what: 'version', standard })}>
            Record a newer version<span className="hidden-text"> of {title}</span>
          </Button>
        </Group>
      )}
    </Section>
  )
}

function Units({ units }: { units: Standard['units'] }) {
  return (
    <ul className={style.list}>
      {units.map(unit => (
        <li key={unit.id}>
          <Link to="/c/$centreId/catalogue/units/$unitId" params={{ unitId: unit.id } as never}>
            {nameOfUnit(unit)}
          </Link>
          <span className={style.who}>{[unit.versionName, list(unit.qualifications)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
