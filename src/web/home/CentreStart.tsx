import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import style from './HomePage.module.css'

const steps = [
  {
    to: '/c/$centreId/catalogue/imports',
    label: 'Import a qualification',
    says: 'Your awarding organisation’s document is read into units and criteria. You look it over and publish it.',
  },
  {
    to: '/c/$centreId/people',
    label: 'Add people',
    says: 'Assessors, quality assurers and learners, one by one or from a file. Each gets a letter with a link.',
  },
  {
    to: '/c/$centreId/registrations/new',
    label: 'Register a learner',
    says: 'On a published qualification, with the units chosen and who judges and checks.',
  },
] as const

/** What to do first in a centre that has nothing yet; gone with the first published qualification. */
export function CentreStart() {
  const { data } = useResult('GET /centres/:centreId/qualifications', { query: {} })
  if (!data || data.qualifications.length > 0) return null
  return (
    <Section title="Begin here">
      <ol className={style.steps}>
        {steps.map(step => (
          <li key={step.to}>
            <Link to={step.to as '/'}>{step.label}</Link>
            <p>{step.says}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
