import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Result as ResultOf } from '../api.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import said from '../ui/said.module.css'
import { Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { dateFields, dateNames } from '../words/qualification-dates.ts'
import style from './dates.module.css'
import { Effect } from './Effect.tsx'
import { RecordDates } from './RecordDates.tsx'

export type DatesAnswer = ResultOf<'GET /centres/:centreId/qualifications/:qualificationId/dates'>
type Dates = DatesAnswer['standing']

/** Until when learners can be registered and certificates asked for, what counted before, and whom it concerns (R23, R24). */
export function QualificationDates({ qualificationId }: { qualificationId: string }) {
  const [recording, setRecording] = useState(false)
  const asked = useResult('GET /centres/:centreId/qualifications/:qualificationId/dates', {
    params: { qualificationId },
  })
  return (
    <Section
      title="Dates"
      aside={
        asked.data?.can.record && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record or extend dates
          </Button>
        )
      }
    >
      {/* The room is kept while the dates are fetched, so that what stands below does not move under the pointer. */}
      <div className={style.room}>
        <Result of={asked} lines={3}>
          {answer => (
            <>
              <dl className={said.facts}>
                {dateFields.map(field => (
                  <div key={field}>
                    <dt>{dateNames[field]}</dt>
                    <dd>{dayText(answer.standing[field]) || 'not known'}</dd>
                  </div>
                ))}
              </dl>
              <Effect effect={answer.effect} />
              {answer.history.length > 0 && <History history={answer.history} />}
              {recording && (
                <RecordDates qualificationId={qualificationId} answer={answer} close={() => setRecording(false)} />
              )}
            </>
          )}
        </Result>
      </div>
    </Section>
  )
}

function History({ history }: { history: DatesAnswer['history'] }) {
  return (
    <details>
      <summary style={{ padding: '0.5rem 0' }}>Where these dates come from, and what counted before</summary>
      <ol className={said.list}>
        {history.map(entry => (
          <li key={entry.number ?? `v${entry.version}`}>
            <p>
              {entry.stands && <b>Counts now. </b>}
              {datesText(entry)}
            </p>
            {entry.reason && <p>{entry.reason}</p>}
            <p className={said.who}>
              {entry.version === null ? 'Recorded' : `As version ${entry.version} prints them, published`} by {entry.by}
              , {dayText(entry.at)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

const datesText = (dates: Dates) =>
  dateFields.map(field => `${dateNames[field]}: ${dayText(dates[field]) || 'not known'}`).join(' · ')
