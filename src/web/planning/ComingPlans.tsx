import { Link } from '@tanstack/react-router'
import { useCentre, useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { dayText } from '../words/index.ts'
import { planKindNames, plannedCriteriaText, planText } from '../words/planning.ts'
import { today } from '../words/times.ts'
import style from './plan.module.css'

/** At home: what is planned with me, or by me with my learners; nothing where nothing is to come (R78). */
export function ComingPlans() {
  const { person } = useCentre()
  const { data } = useResult('GET /centres/:centreId/plan-entries', { query: { coming: 'mine' } })
  const entries = data?.entries ?? []
  if (entries.length === 0) return null
  return (
    <Section title="Planned">
      <ul className={style.coming}>
        {entries.map(e => (
          <li key={e.id}>
            <Link
              to={'/c/$centreId/registrations/$registrationId/plan' as '/'}
              params={{ registrationId: e.registrationId } as never}
            >
              <b>
                {planKindNames[e.kind]} on {dayText(e.plannedFor)}
              </b>
              {e.learner.id !== person.id && `, ${e.learner.name}`}
              <br />
              <span className={style.quiet}>{plannedCriteriaText(e.criteria)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** On the progress page: what is still to come on this qualification, and the way to the plan. */
export function PlanNote({ registrationId }: { registrationId: string }) {
  const { data } = useResult('GET /centres/:centreId/plan-entries', { query: { registrationId } })
  const day = today()
  const coming = data?.entries.filter(e => e.plannedFor >= day && !e.withdrawn) ?? []
  if (coming.length === 0) return null
  return (
    <aside className={style.note} aria-label="Planned">
      <ul>
        {coming.map(e => (
          <li key={e.id}>
            <Link to={'/c/$centreId/registrations/$registrationId/plan' as '/'} params={{ registrationId } as never}>
              {planText(e)}
            </Link>
            . {plannedCriteriaText(e.criteria)}
          </li>
        ))}
      </ul>
    </aside>
  )
}
