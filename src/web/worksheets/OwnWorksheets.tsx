import { useNotAccepted } from '../methods/notAccepted.ts'
import { useCentre, useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { whyAndWho } from '../words/methods.ts'
import { AnswerWorksheet } from './AnswerWorksheet.tsx'
import style from './worksheets.module.css'

/** The worksheets of the reader's own units; nothing where there are none. */
export function OwnWorksheets() {
  const whyNot = whyAndWho(useNotAccepted(useCentre().person.id).everywhere.get('worksheet'))
  const { data } = useResult('GET /centres/:centreId/worksheets', { query: { own: 'yes' } })
  if (!data || data.worksheets.length === 0) return null
  return (
    <Section title="Answer a worksheet">
      <ul className={style.list}>
        {data.worksheets.map(w => (
          <li key={w.id}>
            <h3>{w.title}</h3>
            <p className={style.small}>
              {w.unit.number && `Unit ${w.unit.number}: `}
              {w.unit.title}
            </p>
            {whyNot ? <p>{whyNot}</p> : <AnswerWorksheet worksheet={w} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
