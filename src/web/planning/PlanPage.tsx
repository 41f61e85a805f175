import { Button } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { today } from '../words/times.ts'
import { PlanEntry } from './PlanEntry.tsx'
import { PlanForm } from './PlanForm.tsx'
import style from './plan.module.css'

export type Entry = Answer<'GET /centres/:centreId/plan-entries'>['entries'][number]

/** What is planned with one learner, and what was: the next thing first. */
export default function PlanPage() {
  const { registrationId = '' } = useParams({ strict: false }) as { registrationId?: string }
  const asked = useSearch({ strict: false }) as { criterion?: string }
  const { person } = useCentre()
  const plan = useResult('GET /centres/:centreId/plan-entries', { query: { registrationId } })
  const matrix = useResult('GET /centres/:centreId/registrations/:registrationId/matrix', {
    params: { registrationId },
  })
  const [planning, setPlanning] = useState(asked.criterion !== undefined)
  const day = today()
  const learner = matrix.data?.learner
  const own = learner?.id === person.id
  const may = plan.data?.can.plan
  return (
    <Page
      title={own ? 'My plan' : learner ? `Plan with ${learner.name}` : 'Plan'}
      about={matrix.data?.heading}
      breadcrumb={[
        {
          label: own ? 'My progress' : 'Progress',
          to: '/c/$centreId/registrations/$registrationId',
          params: { registrationId },
        },
      ]}
      actions={may && !planning && <Button onClick={() => setPlanning(true)}>Plan something</Button>}
    >
      {may && planning && matrix.data && (
        <Section title="Plan something">
          <PlanForm matrix={matrix.data} begun={asked.criterion} close={() => setPlanning(false)} />
        </Section>
      )}
      <Result of={plan}>
        {({ entries }) => {
          const coming = entries.filter(e => e.plannedFor >= day && !e.withdrawn)
          const past = entries.filter(e => !coming.includes(e)).toReversed()
          return (
            <>
              <Section title="Still to come">
                {coming.length === 0 ? (
                  <Empty title="Nothing is planned.">
                    {may
                      ? 'A discussion and questions count only when they were planned here beforehand, so that nobody is taken by surprise.'
                      : 'What the assessor and the learner plan stands here.'}
                  </Empty>
                ) : (
                  <Entries entries={coming} matrix={matrix.data} />
                )}
              </Section>
              {past.length > 0 && (
                <Section title="Before today, and withdrawn">
                  <Entries entries={past} matrix={matrix.data} />
                </Section>
              )}
            </>
          )
        }}
      </Result>
    </Page>
  )
}

export type Matrix = Answer<'GET /centres/:centreId/registrations/:registrationId/matrix'>

function Entries({ entries, matrix }: { entries: Entry[]; matrix: Matrix | undefined }) {
  return (
    <ol className={style.list}>
      {entries.map(e => (
        <PlanEntry key={e.id} entry={e} matrix={matrix} />
      ))}
    </ol>
  )
}
