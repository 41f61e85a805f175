import { Link } from '@tanstack/react-router'
import type { Result } from '../api.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { count } from '../words/codes.ts'
import { warningSentence } from '../words/qualification-dates.ts'
import style from './dates.module.css'

type Warning = Result<'GET /centres/:centreId/date-warnings'>['warnings'][number]

/** Last dates that come near, for learners and for those who work with them; nothing where there is none (R25). */
export function DateWarnings() {
  const { data } = useResult('GET /centres/:centreId/date-warnings', {})
  if (!data || data.warnings.length === 0) return null
  // A qualification stands once, with both its days; one's own registration apart from those of others.
  const concerned = Map.groupBy(data.warnings, w => `${w.qualification.id}${w.own}`)
  return (
    <Section title="Dates to keep in mind">
      <ul className={style.warnings}>
        {[...concerned].map(([key, warnings]) => {
          const [{ qualification, own, learners }] = warnings as [Warning, ...Warning[]]
          return (
            <li key={key}>
              <span>
                <b>{qualification.title}</b> {qualification.number}
              </span>
              {warnings.map(warning => (
                <span key={warning.date}>{warningSentence(warning)}</span>
              ))}
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
