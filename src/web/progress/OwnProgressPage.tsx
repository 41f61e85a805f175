import { Navigate } from '@tanstack/react-router'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { Registrations } from './Registrations.tsx'

/** A learner's own progress: the matrix itself where there is one qualification, otherwise the choice. */
export default function OwnProgressPage() {
  const { person } = useCentre()
  const queue = useResult('GET /centres/:centreId/queue', {})
  return (
    <Result of={queue}>
      {({ registrations }) => {
        const own = registrations.filter(r => r.learner.id === person.id)
        if (own.length === 1)
          return (
            <Navigate
              to={'/c/$centreId/registrations/$registrationId' as '/'}
              params={{ registrationId: own[0]?.registrationId } as never}
              replace
            />
          )
        return (
          <Page title="My progress">
            {own.length === 0 ? (
              <Empty title="You are not registered on a qualification yet.">
                Your centre registers you; then your progress stands here.
              </Empty>
            ) : (
              <Section title="Your qualifications">
                <Registrations registrations={own} />
              </Section>
            )}
          </Page>
        )
      }}
    </Result>
  )
}
