import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { Refused, Result } from '../ui/Waiting.tsx'
import style from './registrations.module.css'
import { UnitPicker } from './UnitPicker.tsx'

type Registration = Answer<'GET /centres/:centreId/registrations/:registrationId'>

/** The units chosen, and a way to choose others while nothing has begun in them. */
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
            <ul className={style.places}>
              {found.units.map(u => (
                <li key={u.unitId}>
                  {[u.number, u.title].filter(Boolean).join(' ')}
                  {u.mandatory && <span className={style.quiet}>Mandatory</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Result>
    </Section>
  )
}

function ChooseUnits({ registration, onDone }: { registration: Registration; onDone: () => void }) {
  const version = useResult('GET /centres/:centreId/versions/:versionId', {
    params: { versionId: registration.versionId },
  })
  const [chosen, setChosen] = useState(registration.units.filter(u => !u.mandatory).map(u => u.unitId))
  const choose = useChange('PUT /centres/:centreId/registrations/:registrationId/units')
  const save = () =>
    choose.mutate(
      { params: { registrationId: registration.id }, body: { unitIds: chosen } },
      {
        onSuccess: () => {
          say('The units are changed.')
          onDone()
        },
      },
    )
  return (
    <>
      <Result of={version}>{found => <UnitPicker version={found} chosen={chosen} onChange={setChosen} />}</Result>
      {choose.error && <Refused problem={choose.error} />}
      <Group>
        <Button onClick={save} loading={choose.isPending}>
          Save the units
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </>
  )
}
