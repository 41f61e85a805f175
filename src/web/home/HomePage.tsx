import { Link } from '@tanstack/react-router'
import { EndingWarnings } from '../competence/EndingWarnings.tsx'
import { ComingPlans } from '../planning/ComingPlans.tsx'
import { Registrations } from '../progress/Registrations.tsx'
import { DateWarnings } from '../qualification-dates/DateWarnings.tsx'
import { StorageSummary } from '../quotas/StorageSummary.tsx'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { WaitingNotice } from '../waiting-files/WaitingNotice.tsx'
import { queueComes } from '../words/progress.ts'
import { CentreStart } from './CentreStart.tsx'
import style from './HomePage.module.css'
import { LearnerStart } from './LearnerStart.tsx'
import { Queue } from './Queue.tsx'

/** Whose turn is it? What waits for you, oldest first; beside it how those you work with stand. */
export default function HomePage() {
  const { name, person, roles } = useCentre()
  const queue = useResult('GET /centres/:centreId/queue', {})
  const learner = roles.includes('learner')
  return (
    <Page title={`Hello, ${person.name.split(' ')[0]}`} about={name}>
      <WaitingNotice />
      {learner && <LearnerStart />}
      {roles.includes('centre-administrator') && <CentreStart />}
      <DateWarnings />
      {roles.some(r => r !== 'learner' && r !== 'mentor') && <EndingWarnings />}
      <Result of={queue}>
        {({ items, registrations }) => {
          const own = registrations.filter(r => r.learner.id === person.id)
          const others = registrations.filter(r => r.learner.id !== person.id)
          return (
            <div className={style.columns} data-one={registrations.length === 0 || undefined}>
              <Section title="Your turn" aside={items.length > 0 && <span>{items.length} waiting, oldest first</span>}>
                {items.length > 0 ? (
                  <Queue items={items} />
                ) : (
                  <Empty
                    title="Nothing waits for you."
                    action={
                      !learner && (
                        <Link to={'/c/$centreId/reports/progress' as '/'} className={style.reports}>
                          See how the learners stand
                        </Link>
                      )
                    }
                  >
                    {roles
                      .flatMap(r => (r in queueComes ? [queueComes[r as keyof typeof queueComes]] : []))
                      .map(comes => (
                        <p key={comes}>{comes}</p>
                      ))}
                  </Empty>
                )}
              </Section>
              <div>
                <ComingPlans />
                {own.length > 0 && (
                  <Section title={own.length === 1 ? 'Your qualification' : 'Your qualifications'}>
                    <Registrations registrations={own} />
                  </Section>
                )}
                {others.length > 0 && (
                  <Section title="Your learners">
                    <Registrations registrations={others} named />
                  </Section>
                )}
                {roles.includes('centre-administrator') && <StorageSummary />}
              </div>
            </div>
          )
        }}
      </Result>
    </Page>
  )
}
