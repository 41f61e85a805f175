import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Result as ResultOf } from '../api.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import said from '../ui/said.module.css'
import { Result } from '../ui/Waiting.tsx'
import { accreditedText, numbersText, schemeName } from '../words/accreditations.ts'
import { dayText } from '../words/index.ts'
import { RecordAccreditation } from './RecordAccreditation.tsx'

export type AccreditationAnswer = ResultOf<'GET /centres/:centreId/qualifications/:qualificationId/accreditation'>
type Standing = AccreditationAnswer['standing']
type Neighbour = AccreditationAnswer['successors'][number]

/** What else the qualification is called, from when to when it is accredited, what it follows and what follows it (R14). */
export function QualificationAccreditation({ qualificationId }: { qualificationId: string }) {
  const [recording, setRecording] = useState(false)
  const asked = useResult('GET /centres/:centreId/qualifications/:qualificationId/accreditation', {
    params: { qualificationId },
  })
  return (
    <Section
      title="Accreditation and other numbers"
      aside={
        asked.data?.can.record && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record accreditation
          </Button>
        )
      }
    >
      <Result of={asked} lines={2}>
        {answer => (
          <>
            <dl className={said.facts}>
              {answer.standing.otherNumbers.map(({ scheme, value }) => (
                <div key={`${scheme}${value}`}>
                  <dt>{schemeName(scheme)}</dt>
                  <dd className="tabular">{value}</dd>
                </div>
              ))}
              <div>
                <dt>Accredited</dt>
                <dd>{accreditedText(answer.standing.accreditedFrom, answer.standing.accreditedTo)}</dd>
              </div>
              {(answer.standing.predecessor || answer.standing.predecessorText) && (
                <div>
                  <dt>Follows</dt>
                  <dd>
                    {answer.standing.predecessor ? (
                      <NeighbourLink to={answer.standing.predecessor} />
                    ) : (
                      answer.standing.predecessorText
                    )}
                  </dd>
                </div>
              )}
              {answer.successors.map(successor => (
                <div key={successor.id}>
                  <dt>Followed by</dt>
                  <dd>
                    <NeighbourLink to={successor} />
                  </dd>
                </div>
              ))}
            </dl>
            {answer.history.length > 0 && <History history={answer.history} />}
            {recording && (
              <RecordAccreditation
                qualificationId={qualificationId}
                answer={answer}
                close={() => setRecording(false)}
              />
            )}
          </>
        )}
      </Result>
    </Section>
  )
}

/** A qualification before or after this one, with the day on which the one gives way to the other. */
export function NeighbourLink({ to }: { to: Neighbour }) {
  const numbers = numbersText(to)
  const from = to.accreditedFrom && `accredited from ${dayText(to.accreditedFrom)}`
  const until = to.accreditedTo && `accredited to ${dayText(to.accreditedTo)}`
  return (
    <>
      <Link to="/c/$centreId/catalogue/versions/$versionId" params={{ versionId: to.versionId } as never}>
        {to.title}
        {numbers && ` (${numbers})`}
      </Link>
      {(from || until) && <span className={said.who}> {[from, until].filter(Boolean).join(', ')}</span>}
    </>
  )
}

function History({ history }: { history: AccreditationAnswer['history'] }) {
  return (
    <details>
      <summary style={{ padding: '0.5rem 0' }}>Where this comes from, and what counted before</summary>
      <ol className={said.list}>
        {history.map((entry, at) => (
          <li key={entry.number}>
            <p>
              {at === 0 && <b>Counts now. </b>}
              {standingText(entry)}
            </p>
            <p>{entry.reason}</p>
            <p className={said.who}>
              Recorded by {entry.by}, {dayText(entry.at)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

const standingText = ({ otherNumbers, accreditedFrom, accreditedTo, predecessor, predecessorText }: Standing) =>
  [
    ...otherNumbers.map(({ scheme, value }) => `${schemeName(scheme)}: ${value}`),
    `Accredited: ${accreditedText(accreditedFrom, accreditedTo)}`,
    (predecessor || predecessorText) && `Follows: ${predecessor?.title ?? predecessorText}`,
  ]
    .filter(Boolean)
    .join(' · ')
