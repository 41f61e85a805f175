import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { count } from '../words/codes.ts'
import { warningSentence } from '../words/qualification-dates.ts'
import style from './dates.module.css'

/** Last dates that come near, for learners and for those who work with them; nothing where there is none (R25). */
export function DateWarnings() {
  const { data } = useResult('GET /centres/:centreId/date-warnings', {})
  if (!data || data.warnings.length === 0) return null
  return (
    <Section title="Dates to keep in mind">
      <ul className={style.warnings}>
        {data.warnings.map(warning => {
          const { qualification, own, date, learners } = warning
          return (
            <li key={`${qualification.id}${date}${own}`}>
              <span>
                <b>{qualification.title}</b> {qualification.number}
              </span>
              <span>{warningSentence(warning)}</span>
              {own ? (
                <Link to={'/c/$centreId/progress' as '/'}>What is still to be shown</Link>
              ) : (
                <Link to={'/c/$centreId/learners' as '/'} search={{ qualificationId: qualification.id }}>
                  {count(learners, 'learner')} on it<span className="hidden-text">: {qualification.title}</span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
