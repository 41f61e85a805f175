import { dayText } from '../words/index.ts'
import type { Week } from './over-time.ts'
import style from './ProgressPicture.module.css'

const width = 320
const height = 90

/** Claimed and confirmed, adding up week by week; the same figures as a table below it. */
export function ProgressPicture({ weeks, of }: { weeks: Week[]; of: number }) {
  const last = weeks.at(-1)
  const first = weeks[0]
  if (!first || !last || last.claimed + last.confirmed === 0) return null
  const top = Math.max(1, of)
  const line = (value: (w: Week) => number) =>
    weeks
      .map((w, i) => {
        const x = (i / Math.max(1, weeks.length - 1)) * width
        return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(height - (value(w) / top) * height).toFixed(1)}`
      })
      .join('')
  const confirmed = line(w => w.confirmed)
  return (
    <figure className={style.figure}>
      <svg
        viewBox={`0 -3 ${width} ${height + 6}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`From ${dayText(first.endsOn)} to ${dayText(last.endsOn)}: ${last.claimed} claimed so far, ${last.confirmed} confirmed, of ${of}. The table below has every week.`}
      >
        <line x1="0" x2={width} y1={height} y2={height} className={style.base} />
        <line x1="0" x2={width} y1="0" y2="0" className={style.base} />
        <path d={`${confirmed}L${width} ${height}L0 ${height}Z`} className={style.area} />
        <path d={line(w => w.claimed)} className={style.claimed} />
        <path d={confirmed} className={style.confirmed} />
      </svg>
      <figcaption>
        <span className={style.key} data-of="confirmed">
          confirmed
        </span>
        <span className={style.key} data-of="claimed">
          ever claimed
        </span>
        <span>
          {dayText(first.endsOn)} to {dayText(last.endsOn)}
        </span>
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">By</th>
              <th scope="col">Ever claimed</th>
              <th scope="col">Confirmed</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(w => (
              <tr key={w.endsOn}>
                <th scope="row">{dayText(w.endsOn)}</th>
                <td>{w.claimed}</td>
                <td>{w.confirmed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
