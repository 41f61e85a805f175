import { useParams } from '@tanstack/react-router'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { MovedNote } from '../moves/MovedNote.tsx'
import { MoveSection } from '../moves/MoveSection.tsx'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { dayText } from '../words/index.ts'
import { AllocationsSection } from './AllocationsSection.tsx'
import { CompletionSection } from './CompletionSection.tsx'
import { UnitsSection } from './UnitsSection.tsx'

/** What a registration is made of: its people and its units. How far it has come stands on its matrix. */
export default function RegistrationPeoplePage() {
  const { registrationId = '' } = useParams({ strict: false }) as { registrationId?: string }
  const registration = useResult('GET /centres/:centreId/registrations/:registrationId', { params: { registrationId } })
  return (
    <Result of={registration}>
      {found => (
        <Page
          title={`People and units of ${found.learner.name}`}
          about={[
            found.qualification,
            numbersText(found),
            `registered on ${dayText(found.registeredOn)} by ${found.registeredBy}`,
          ]
            .filter(Boolean)
            .join(', ')}
          breadcrumb={[
            { label: 'Learners', to: '/c/$centreId/learners' },
            { label: 'Progress', to: '/c/$centreId/registrations/$registrationId', params: { registrationId } },
          ]}
        >
          <MovedNote registration={found} />
          <AllocationsSection registrationId={registrationId} />
          <Conflicts learner={found.learner} people={found.allocations.map(a => a.person)} />
          <CompletionSection registrationId={registrationId} versionId={found.versionId} />
          <UnitsSection registrationId={registrationId} />
          {found.can.previewMove && <MoveSection registration={found} />}
        </Page>
      )}
    </Result>
  )
}
