import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { dayText } from '../words/index.ts'
import { worksheetBelongs, worksheetNotMade } from '../words/worksheets.ts'
import { AnswerWorksheet } from './AnswerWorksheet.tsx'
import style from './worksheets.module.css'

/** Beside what is missing of a unit: whether a worksheet belongs to it, whether the centre has made one, and the way to it (R82). */
export function CoveredByWorksheet({
  unit: { id, versionId, worksheet },
}: {
  unit: { id: string; versionId: string; worksheet: boolean }
}) {
  const asked = useResult('GET /centres/:centreId/worksheets', { query: { unitId: id } })
  const standing = asked.data?.worksheets
  if (!standing || (standing.length === 0 && !worksheet)) return null
  return (
    <Section title="Worksheet">
      {worksheet && <p>{worksheetBelongs}</p>}
      {standing.length === 0 && <p>{worksheetNotMade}</p>}
      <ul className={style.list}>
        {standing.map(w => (
          <li key={w.id}>
            <h3>{w.title}</h3>
            <p className={style.small}>
              Made by {w.by}, {dayText(w.at)}
            </p>
            <AnswerWorksheet worksheet={w} />
          </li>
        ))}
      </ul>
      <p className={style.small}>
        <Link
          to={'/c/$centreId/catalogue/units/$unitId' as '/'}
          params={{ unitId: id } as never}
          search={{ version: versionId } as never}
          style={{ color: 'var(--accent)' }}
        >
          {standing.length > 0 ? 'The questions' : 'Where worksheets are made'}, on the unit’s page
        </Link>
      </p>
    </Section>
  )
}
