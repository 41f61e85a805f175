import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import { Section } from '../ui/Section.tsx'
import { Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { AgreementFields, GroundsText, groundsFrom, LevelFields, noGrounds } from './Grounds.tsx'
import { UnitPicker } from './UnitPicker.tsx'

type Registration = Answer<'GET /centres/:centreId/registrations/:registrationId'>

/** The units chosen and what they rest on, with a way to choose others while nothing has begun in them. */
export function UnitsSection({ registrationId }: { registrationId: string }) {
  const registration = useResult('GET /centres/:centreId/registrations/:registrationId', { params: { registrationId } })
  const [changing, setChanging] = useState(false)
  return (
    <Section
      title="Units"
      aside={
        registration.data?.can.chooseUnits &&
        !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            Change the units
          </Button>
        )
      }
    >
      <Result of={registration} lines={4}>
        {found =>
          changing ? (
            <ChooseUnits registration={found} onDone={() => setChanging(false)} />
          ) : (
            <>
              <ul className={forms.rows}>
                {found.units.map(u => (
                  <li key={u.unitId}>
                    {nameOf(u)}
                    {u.mandatory && <span className={forms.quiet}>Mandatory</span>}
                  </li>
                ))}
              </ul>
              {found.selections[0] ? (
                <GroundsText selection={found.selections[0]} />
              ) : (
                <p>No reason for the level or the options has been written down for this registration.</p>
              )}
              <Before selections={found.selections.slice(1)} />
            </>
          )
        }
      </Result>
    </Section>
  )
}

const nameOf = (u: { number: string | null; title: string }) => [u.number, u.title].filter(Boolean).join(' ')

function Before({ selections }: { selections: Registration['selections'] }) {
  if (selections.length === 0) return null
  return (
    <details className={forms.more}>
      <summary>Selected before ({selections.length})</summary>
      {selections.map(s => (
        <section key={s.id}>
          <h3>
            {dayText(s.selectedAt)}, recorded by {s.selectedBy}
          </h3>
          <p>{s.units.map(nameOf).join('; ')}</p>
          <GroundsText selection={s} />
        </section>
      ))}
    </details>
  )
}

function ChooseUnits({ registration, onDone }: { registration: Registration; onDone: () => void }) {
  const version = useResult('GET /centres/:centreId/versions/:versionId', {
    params: { versionId: registration.versionId },
  })
  const judged = useResult('GET /centres/:centreId/registrations/:registrationId/combination', {
    params: { registrationId: registration.id },
  })
  const latest = registration.selections[0]
  const form = useForm({
    ...noGrounds,
    levelReason: latest?.levelReason ?? '',
    funding: (latest?.funding ?? '') as string,
  })
  const [chosen, setChosen] = useState(registration.units.filter(u => !u.mandatory).map(u => u.unitId))
  const [assessorId, setAssessorId] = useState<string | null>(null)
  const choose = useChange('PUT /centres/:centreId/registrations/:registrationId/units')
  const submit = form.submit(async values => {
    const { agreement, ...grounds } = groundsFrom(values, assessorId, true)
    if (!agreement) return
    await choose.mutateAsync({
      params: { registrationId: registration.id },
      body: { unitIds: chosen, ...grounds, agreement },
    })
    say('The units are changed.')
    onDone()
  })
  return (
    <form onSubmit={submit} noValidate>
      <Result of={version}>
        {found => <UnitPicker version={found} chosen={chosen} begun={judged.data?.begunUnits} onChange={setChosen} />}
      </Result>
      <div className={forms.form}>
        <LevelFields form={form} />
        <AgreementFields
          form={form}
          learner={registration.learner.name}
          learnerId={registration.learner.id}
          assessorId={assessorId}
          onAssessor={setAssessorId}
        />
        <FormRefusal form={form} />
        <Group>
          <Button type="submit" loading={form.busy}>
            Save the units
          </Button>
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        </Group>
      </div>
    </form>
  )
}
