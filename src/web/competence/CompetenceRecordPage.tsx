import { useParams } from '@tanstack/react-router'
import type { Result as Answer } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { nowText, toneOf } from '../words/competence.ts'
import { today } from '../words/times.ts'
import { Awards } from './Awards.tsx'
import { Cpd } from './Cpd.tsx'
import { Requirements } from './Requirements.tsx'
import { Scopes } from './Scopes.tsx'

export type CompetenceRecord = Answer<'GET /centres/:centreId/competence/:personId'>

/** What entitles one person to judge, what shows it, and their CPD. One's own record is reached from the person's menu. */
export default function CompetenceRecordPage() {
  const { person, roles } = useCentre()
  const { personId = person.id } = useParams({ strict: false }) as { personId?: string }
  const record = useResult('GET /centres/:centreId/competence/:personId', { params: { personId } })
  const day = today()
  const overview = roles.some(r => r === 'iqa' || r === 'lead-iqa' || r === 'centre-administrator')
  return (
    <Result of={record}>
      {found => (
        <Page
          title={personId === person.id ? 'My record' : `Competence of ${found.person.name}`}
          about={
            found.roles.length === 0
              ? 'Holds no role here that judges or verifies.'
              : found.roles.map(r => (
                  <div key={r.role}>
                    <StateMark tone={toneOf(r.now)}>{nowText(r.role, r.now)}</StateMark>
                  </div>
                ))
          }
          breadcrumb={
            overview
              ? [{ label: 'Competence', to: '/c/$centreId/competence' }]
              : [{ label: 'Home', to: '/c/$centreId' }]
          }
        >
          <Awards record={found} today={day} />
          <Scopes record={found} today={day} />
          {found.roles.map(r => (
            <Requirements key={r.role} record={found} of={r} today={day} />
          ))}
          <Cpd record={found} today={day} />
        </Page>
      )}
    </Result>
  )
}
