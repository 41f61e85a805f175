import { Button } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { preconditionText, recordKindNames, recordText } from '../words/coverage.ts'
import type { UnitCoverage } from './CoveragePage.tsx'
import style from './coverage.module.css'
import { RecordWorkplace } from './RecordWorkplace.tsx'

export type Wanted = {
  kind: UnitCoverage['records'][number]['kind']
  people: UnitCoverage['each'][number]['people']
  preconditionId: string | null
}

/** People, plans and proofs that the unit asks for: who it was, what they are to the learner, and when (R31, R96, R97). */
export function Workplace({ coverage }: { coverage: UnitCoverage }) {
  const [recording, setRecording] = useState<Wanted | null>(null)
  const [ending, setEnding] = useState<string | null>(null)
  const end = useChange('POST /centres/:centreId/workplace-records/:recordId/ending')
  const asked = coverage.each.filter(one => one.record !== null)
  if (asked.length + coverage.preconditions.length === 0) return null
  const rows = [
    ...coverage.preconditions.map(p => ({
      key: p.id,
      title: `${preconditionText(p.kind)}: ${p.text}`,
      answer: p.answer,
      wanted: { kind: 'precondition' as const, people: [], preconditionId: p.id },
    })),
    ...asked.map(one => ({
      key: one.number,
      title: `${one.number} ${recordKindNames[one.record as keyof typeof recordKindNames]}`,
      answer: one.answer,
      wanted: { kind: one.record as Wanted['kind'], people: one.people, preconditionId: null },
    })),
  ]
  return (
    <Section title="People, plans and proofs">
      <ul className={style.list}>
        {rows.map(({ key, title, answer, wanted }) => (
          <li key={key} className={style.requirement}>
            <p>{title}</p>
            {answer ? (
              <p className={style.where}>
                <StateMark tone="done">{recordText(answer)}</StateMark>
              </p>
            ) : (
              <StateMark tone="not">Not on record yet</StateMark>
            )}
            {coverage.can.record && (
              <div className={style.buttons}>
                <Button variant="default" size="xs" onClick={() => setRecording(wanted)}>
                  {answer ? 'Record another' : 'Record it'}
                  <span className="hidden-text">: {title}</span>
                </Button>
                {answer && (
                  <Button variant="subtle" size="xs" onClick={() => setEnding(answer.id)}>
                    It no longer holds<span className="hidden-text">: {title}</span>
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {recording && (
        <RecordWorkplace registrationId={coverage.registrationId} wanted={recording} close={() => setRecording(null)} />
      )}
      {ending && (
        <EndDialog
          title="It no longer holds"
          why="Why it no longer holds"
          close={() => setEnding(null)}
          does={async ({ reason }) => {
            await end.mutateAsync({ params: { recordId: ending }, body: { reason } })
            say('The record is ended, and kept.')
          }}
        />
      )}
    </Section>
  )
}
