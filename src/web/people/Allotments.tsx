import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { Refused, Result } from '../ui/Waiting.tsx'
import type { Person } from './PersonPage.tsx'
import style from './people.module.css'

/** What an external quality assurer may see: the learners of these qualifications, no others (R133). */
export function Allotments({ person }: { person: Person }) {
  const offered = useResult('GET /centres/:centreId/allottable-qualifications', {})
  const allot = useChange('PUT /centres/:centreId/people/:personId/allotments')
  const standing = person.allotments.map(a => a.qualificationId)
  const [chosen, setChosen] = useState(standing)
  const changed = chosen.length !== standing.length || chosen.some(id => !standing.includes(id))
  const save = () =>
    allot.mutate(
      { params: { personId: person.id }, body: { qualificationIds: chosen } },
      { onSuccess: () => say('The qualifications are allotted.') },
    )
  return (
    <Section title="Allotted qualifications">
      <p>{person.name} sees the learners of these qualifications, and no others.</p>
      <Result of={offered} lines={2}>
        {({ qualifications }) =>
          qualifications.length === 0 ? (
            <p>There is no qualification in the catalogue yet.</p>
          ) : (
            <>
              {allot.error && <Refused problem={allot.error} />}
              <Checkbox.Group aria-label="Qualifications" value={chosen} onChange={setChosen}>
                <div className={style.roles}>
                  {qualifications.map(q => (
                    <Checkbox key={q.id} value={q.id} label={q.title} description={q.number} />
                  ))}
                </div>
              </Checkbox.Group>
              <div className={style.inline}>
                <Button onClick={save} disabled={!changed} loading={allot.isPending}>
                  Save
                </Button>
              </div>
            </>
          )
        }
      </Result>
    </Section>
  )
}
