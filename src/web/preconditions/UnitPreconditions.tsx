import { Button } from '@mantine/core'
import { useState } from 'react'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { Section } from '../ui/Section.tsx'
import said from '../ui/said.module.css'
import { Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { preconditionKindNames } from '../words/preconditions.ts'
import { RecordPrecondition } from './RecordPrecondition.tsx'

/** What must be proved of a learner's job before this unit can be judged; recorded by the centre from its documents (R31). */
export function UnitPreconditions({ unitId }: { unitId: string }) {
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState<string | null>(null)
  const end = useChange('POST /centres/:centreId/preconditions/:preconditionId/ending')
  const asked = useResult('GET /centres/:centreId/preconditions', { query: { unitId } })
  if (asked.data && asked.data.preconditions.length === 0 && !asked.data.can.record) return null
  return (
    <Section
      title="What must be proved first"
      aside={
        asked.data?.can.record && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record a precondition
          </Button>
        )
      }
    >
      <Result of={asked} lines={2}>
        {({ preconditions, can }) =>
          preconditions.length === 0 ? (
            <p>Nothing is recorded: any learner may be judged on this unit.</p>
          ) : (
            <ul className={said.list}>
              {preconditions.map(p => (
                <li key={p.id}>
                  <p>
                    <b>{preconditionKindNames[p.kind]}:</b> {p.text}
                  </p>
                  <p className={said.who}>
                    {p.source}. Recorded by {p.by}, {dayText(p.at)}
                  </p>
                  {can.record && (
                    <Button variant="subtle" size="compact-sm" onClick={() => setEnding(p.id)}>
                      No longer holds<span className="hidden-text">: {p.text}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Result>
      {recording && <RecordPrecondition unitId={unitId} close={() => setRecording(false)} />}
      {ending && (
        <EndDialog
          title="End this precondition"
          why="Why it no longer holds"
          close={() => setEnding(null)}
          does={async ({ reason }) => {
            await end.mutateAsync({ params: { preconditionId: ending }, body: { reason } })
            say('The precondition no longer holds.')
          }}
        />
      )}
    </Section>
  )
}
