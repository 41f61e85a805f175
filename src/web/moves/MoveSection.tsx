import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { MoveForm } from './MoveForm.tsx'
import { MovePreview } from './MovePreview.tsx'

export type Registration = Answer<'GET /centres/:centreId/registrations/:registrationId'>
type Target = { versionId: string; label: string }

/**
 * Where a newer version, or a qualification that follows, is in the catalogue: what a move there would mean for this
 * learner, and the move itself. Nothing is changed by looking (R27).
 */
export function MoveSection({ registration }: { registration: Registration }) {
  const { versionId, qualificationId } = registration
  const version = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  const accreditation = useResult('GET /centres/:centreId/qualifications/:qualificationId/accreditation', {
    params: { qualificationId },
  })
  const [step, setStep] = useState<'closed' | 'looking' | 'moving'>('closed')
  const [picked, setPicked] = useState<string | null>(null)
  if (!version.data || !accreditation.data) return null
  const own = version.data.tree.version
  const newest = version.data.versions[0]
  const targets: Target[] = [
    ...(newest && newest.version > own ? [{ versionId: newest.id, label: `Version ${newest.version}` }] : []),
    ...accreditation.data.successors.map(s => ({
      versionId: s.versionId,
      label: [s.title, numbersText(s)].filter(Boolean).join(', '),
    })),
  ]
  const target = targets.find(t => t.versionId === picked) ?? targets[0]
  if (!target) return null
  return (
    <Section
      title={
        newest && newest.version > own ? 'A newer version has been published' : 'Another qualification follows this one'
      }
      aside={
        step === 'closed' && (
          <Button variant="default" onClick={() => setStep('looking')}>
            See what a move would mean
          </Button>
        )
      }
    >
      <p>
        {registration.learner.name} stays on version {own} of this qualification until somebody moves them.
      </p>
      {step !== 'closed' && targets.length > 1 && (
        <NativeSelect
          label="Move to"
          value={target.versionId}
          onChange={e => setPicked(e.currentTarget.value)}
          data={targets.map(t => ({ value: t.versionId, label: t.label }))}
          mb="md"
        />
      )}
      {step !== 'closed' && (
        <Looking
          key={target.versionId}
          registration={registration}
          target={target}
          moving={step === 'moving'}
          go={() => setStep('moving')}
          stop={() => setStep('closed')}
        />
      )}
    </Section>
  )
}

function Looking({
  registration,
  target,
  moving,
  go,
  stop,
}: {
  registration: Registration
  target: Target
  moving: boolean
  go: () => void
  stop: () => void
}) {
  const preview = useResult('GET /centres/:centreId/registrations/:registrationId/moves/:newerId', {
    params: { registrationId: registration.id, newerId: target.versionId },
  })
  return (
    <Result of={preview} lines={5}>
      {answer => (
        <>
          <MovePreview preview={answer} />
          {!moving ? (
            <Group>
              {registration.can.move && answer.waiting.length === 0 && (
                <Button variant="default" onClick={go}>
                  Go on to the move
                </Button>
              )}
              <Button variant="default" onClick={stop}>
                Close
              </Button>
            </Group>
          ) : (
            <MoveForm
              registration={registration}
              versionId={target.versionId}
              preview={answer}
              again={preview.refetch}
              stop={stop}
            />
          )}
        </>
      )}
    </Result>
  )
}
