import { Button, Group, Radio, Stack, Textarea } from '@mantine/core'
import type { PermissionKind } from '#domain/settings/permission.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
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
  const form = useForm({ kind: subject.applies.kind as string, reason: '' })
  const change = useChange('POST /centres/:centreId/versions/:versionId/units/:unitId/permission-settlements')
  const kinds = Map.groupBy(subject.sources, source => source.kind)
  return (
    <Dialog title={`Settle it: ${subjectNames[subject.about].toLowerCase()}`} onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async ({ kind, reason }) => {
          await change.mutateAsync({
            params: { versionId, unitId },
            body: { about: subject.about, kind: kind as PermissionKind, reason },
          })
          say('It is settled, in your name.')
          close()
        })}
      >
        <Stack>
          <Radio.Group label="What to follow" value={form.values.kind} onChange={kind => form.set('kind', kind)}>
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
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Settle it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
