import { useEffect, useRef, useState } from 'react'
import type { ReportLine, Severity, Specification } from '#domain/qualifications/specification.ts'
import { useKeys } from '../ui/keys.tsx'
import { StateMark, type Tone } from '../ui/StateMark.tsx'
import { count } from '../words/codes.ts'
import { severityWords } from '../words/qualifications.ts'
import style from './imports.module.css'
import { reveal } from './review.ts'

const severities: Severity[] = ['error', 'warning', 'info']
const tones: Record<Severity, Tone> = { error: 'not', warning: 'attention', info: 'plain' }

/** What the importer reports, by severity; each line leads to its place in the source and in the result. */
export function ReportList({
  specification,
  current,
  lead,
}: {
  specification: Specification
  current: ReportLine | null
  lead: (line: ReportLine) => void
}) {
  const { report, units } = specification
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set(['info']))
  const shown = severities.filter(s => !hidden.has(s)).flatMap(s => report.filter(line => line.severity === s))
  const list = useRef<HTMLUListElement>(null)
  // The line that is looked at stays in view when the keys move on.
  useEffect(() => {
    if (current) reveal(list.current, list.current?.querySelector('[aria-current]'))
  }, [current])
  const at = current ? shown.indexOf(current) : -1
  const step = (by: number) => {
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)]
    if (next) lead(next)
  }
  useKeys({
    j: { says: 'Next line of the report', does: () => step(1) },
    k: { says: 'Line of the report before', does: () => step(-1) },
  })
  const titles = new Map(units.map(unit => [unit.id, unit.number ?? unit.id]))
  const present = severities.filter(severity => report.some(line => line.severity === severity))
  return (
    <section className={style.report} aria-labelledby="report-title">
      <div className={style.paneHead}>
        <h2 id="report-title">Report</h2>
        <div className={style.chips} role="group" aria-label="Show">
          {present.map(severity => {
            const n = report.filter(line => line.severity === severity).length
            return (
              <button
                key={severity}
                type="button"
                data-small
                aria-pressed={!hidden.has(severity)}
                onClick={() =>
                  setHidden(was =>
                    was.has(severity) ? new Set([...was].filter(s => s !== severity)) : new Set([...was, severity]),
                  )
                }
              >
                {count(n, ...severityWords[severity])}
              </button>
            )
          })}
        </div>
        <span className={style.hint} role="status">
          {at >= 0
            ? `${at + 1} of ${shown.length}`
            : report.length === 0
              ? 'Nothing to report.'
              : `${shown.length} shown`}
        </span>
      </div>
      {shown.length > 0 && (
        <ul className={style.reportLines} ref={list}>
          {shown.map((line, index) => (
            <li key={index}>
              <button type="button" aria-current={line === current || undefined} onClick={() => lead(line)}>
                <StateMark tone={tones[line.severity]}>{severityWords[line.severity][0]}</StateMark>
                <span>
                  {(line.unit || line.criterion) && (
                    <b>
                      {line.unit && `Unit ${titles.get(line.unit) ?? line.unit}`}
                      {line.unit && line.criterion && ', '}
                      {line.criterion}:{' '}
                    </b>
                  )}
                  {line.message}
                </span>
                <span className={style.where}>{line.line === null ? '' : `line ${line.line}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
