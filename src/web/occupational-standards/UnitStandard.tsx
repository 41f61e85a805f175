import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import style from './standards.module.css'

/** The national occupational standard that a unit derives from, in its version, and whether a newer one is out (R26). */
export function UnitStandard({ unitId }: { unitId: string }) {
  const [recording, setRecording] = useState(false)
  const asked = useResult('GET /centres/:centreId/units/:unitId/occupational-standard', { params: { unitId } })
  if (asked.data && asked.data.history.length === 0 && !asked.data.can.record) return null
  return (
    <Section
      title="Occupational standard"
      aside={
        asked.data?.can.record && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record the standard
          </Button>
        )
      }
    >
      <Result of={asked} lines={2}>
        {({ standing, history }) => (
          <>
            {standing ? (
              <p>
                Derives from {standing.title}, {standing.version}
                {standing.body && `, set by ${standing.body}`}.{' '}
                {standing.newer && (
                  <>
                    <StateMark tone="attention">Look at it again</StateMark> A newer version is out: {standing.newer}.
                  </>
                )}
              </p>
            ) : (
              <p>{history.length > 0 ? 'Derives from none.' : 'Not recorded yet.'}</p>
            )}
            {history.length > 0 && (
              <details>
                <summary style={{ padding: '0.5rem 0' }}>Where this comes from, and what was said before</summary>
                <ol className={style.list}>
                  {history.map(entry => (
                    <li key={entry.number}>
                      <span>{entry.title ? `${entry.title}, ${entry.version}` : 'None'}</span>
                      <span className={style.who}>
                        {entry.source}. Recorded by {entry.by}, {dayText(entry.at)}
                      </span>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </>
        )}
      </Result>
      {recording && <RecordDerivation unitId={unitId} close={() => setRecording(false)} />}
    </Section>
  )
}

function RecordDerivation({ unitId, close }: { unitId: string; close: () => void }) {
  const standards = useResult('GET /centres/:centreId/occupational-standards', {})
  const form = useForm({ derivation: '', source: '' })
  const change = useChange('POST /centres/:centreId/units/:unitId/occupational-standard')
  const save = async ({ derivation, source }: typeof form.values) => {
    const [standardId, version] = derivation.split('/')
    await change.mutateAsync({
      params: { unitId },
      body: { derivation: standardId && version ? { standardId, version: Number(version) } : null, source },
    })
    say('The standard of this unit is recorded.')
  }
  return (
    <FormDialog title="What this unit derives from" form={form} does={save} yes="Record" close={close}>
      <NativeSelect
        {...form.field('derivation')}
        label="Standard and version"
        data={[
          { value: '', label: 'None' },
          ...(standards.data?.standards ?? []).flatMap(s =>
            s.versions.map(v => ({ value: `${s.id}/${v.number}`, label: `${s.title}, ${v.name}` })),
          ),
        ]}
      />
      <p style={{ margin: 0 }}>
        Standards and their versions are kept on the page{' '}
        <Link to={'/c/$centreId/catalogue/standards' as '/'} style={{ color: 'var(--accent)' }}>
          Occupational standards
        </Link>
        , where many units can be told at once.
      </p>
      <TextInput {...form.field('source')} label="Where this is said" required />
    </FormDialog>
  )
}
