import { Textarea, TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { unsentText } from '../draft.ts'
import type { Start } from '../evidence/FilesInput.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading } from '../ui/Waiting.tsx'
import { describeHere, evidenceUploads, useWaiting } from '../waiting-files/waiting-files.ts'

const FilesInput = lazy(() => import('../evidence/FilesInput.tsx'))

/** One piece of evidence while the server cannot be asked for it: files go in all the same, and new evidence gets its words. */
export function OfflineEvidence({
  centreId,
  evidenceId,
  start,
  onBusy,
}: {
  centreId: string
  evidenceId: string
  start?: Start
  onBusy?: (busy: boolean) => void
}) {
  const { begun: all, personId } = useWaiting()
  const begun = all.find(b => b.evidenceId === evidenceId)
  const typed = personId !== null && unsentText(personId).some(key => key.includes(`/${evidenceId}/`))
  return (
    <>
      <p>
        {begun
          ? 'This new evidence is on this device only. When you are online it is saved by itself, and you can say when and where you did it and tick the criteria.'
          : 'This evidence cannot be shown without a connection. You can add files to it now; they upload by themselves later.'}
        {typed && ' What you typed and ticked here is kept on this device too.'}
      </p>
      {begun && (
        <Section title="About it">
          <TextInput
            label="Title"
            description="A few words that you and your assessor will know it by"
            value={begun.title}
            maxLength={300}
            autoComplete="off"
            mb="md"
            onChange={e => void describeHere(evidenceId, { ...textOf(begun), title: e.currentTarget.value })}
          />
          <Textarea
            label="What it shows"
            description="What you did, and what to look at"
            autosize
            minRows={2}
            maxLength={10_000}
            value={begun.description}
            onChange={e => void describeHere(evidenceId, { ...textOf(begun), description: e.currentTarget.value })}
          />
        </Section>
      )}
      <Section title="Files, photos and recordings">
        <Suspense fallback={<Loading says="Opening the camera, the microphone and your files" lines={4} />}>
          <FilesInput to={evidenceUploads(centreId, evidenceId)} start={start} onBusy={onBusy} />
        </Suspense>
      </Section>
    </>
  )
}

const textOf = ({ title, description }: { title: string; description: string }) => ({ title, description })
