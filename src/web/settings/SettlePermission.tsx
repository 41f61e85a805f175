import { Radio, Stack, Textarea } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { permissionKindNames, sourceText, subjectNames } from '../words/settings.ts'
import type { Subject } from './SubjectPart.tsx'

/** Which of the sources to follow, and why; the settlement carries the name of whoever makes it. */
export function SettlePermission({
  versionId,
  unitId,
  subject,
  close,
}: {
  versionId: string
  unitId: string
  subject: Subject
  close: () => void
}) {
  const form = useForm({ kind: subject.applies.kind, reason: '' })
  const change = useChange('POST /centres/:centreId/versions/:versionId/units/:unitId/permission-settlements')
  const kinds = Map.groupBy(subject.sources, source => source.kind)
  return (
    <FormDialog
      title={`Settle it: ${subjectNames[subject.about].toLowerCase()}`}
      form={form}
      does={async ({ kind, reason }) => {
        await change.mutateAsync({
          params: { versionId, unitId },
          body: { about: subject.about, kind, reason },
        })
        say('It is settled, in your name.')
      }}
      yes="Settle it"
      close={close}
    >
      <Radio.Group {...form.choice('kind')} label="What to follow">
        <Stack gap="xs" mt="xs">
          {[...kinds].map(([kind, saying]) => (
            <Radio
              key={kind}
              value={kind}
              label={permissionKindNames[kind]}
              description={[...new Set(saying.map(sourceText))].join('; ')}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        {...form.field('reason')}
        label="Why"
        description="For example what the awarding organisation answered, and when. Your name and today’s date stand with it."
        autosize
        minRows={2}
        required
      />
    </FormDialog>
  )
}
