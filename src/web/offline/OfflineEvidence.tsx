import { Textarea, TextInput } from '@mantine/core'
import { lazy, type ReactNode, Suspense } from 'react'
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
  plain = false,
}: {
  centreId: string
  evidenceId: string
  start?: Start
  onBusy?: (busy: boolean) => void
  /** On a page that is one card already. */
  plain?: boolean
}) {
  const { begun: all, personId } = useWaiting()
  const begun = all.find(b => b.evidenceId === evidenceId)
  const Part = plain ? Plain : Section
  const typed = personId !== null && unsentText(personId).some(key => key.includes(`/${evidenceId}/`))
  return (
    <>
      <p>
        {begun
          ? 'This new evidence is on this device only. It is saved when you are online. You can then tick its criteria.'
          : 'This evidence cannot be shown without a connection. You can still add files to it; they upload later.'}
        {typed && ' What you typed and ticked here is kept on this device too.'}
      </p>
      {begun && (
        <Part title="About it">
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
        </Part>
      )}
      <Part title="Files, photos and recordings">
        <Suspense fallback={<Loading says="Opening the camera, the microphone and your files" lines={4} />}>
          <FilesInput to={evidenceUploads(centreId, evidenceId)} start={start} onBusy={onBusy} />
        </Suspense>
      </Part>
    </>
  )
}

function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} style={{ marginBlock: '1.5rem' }}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const textOf = ({ title, description }: { title: string; description: string }) => ({ title, description })
