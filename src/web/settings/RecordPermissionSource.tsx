import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import {
  type PermissionKind,
  type PermissionSubject,
  permissionKinds,
  permissionSubjects,
} from '#domain/settings/permission.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { permissionKindNames, subjectNames } from '../words/settings.ts'

/** What another document says of a unit: its words, where they stand, and what they permit. */
export function RecordPermissionSource({ unitId, close }: { unitId: string; close: () => void }) {
  const form = useForm({ about: 'simulation', kind: 'not-allowed', text: '', source: '' })
  const change = useChange('POST /centres/:centreId/units/:unitId/permission-sources')
  return (
    <Dialog title="Record another source" onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async ({ about, kind, ...words }) => {
          await change.mutateAsync({
            params: { unitId },
            body: { ...words, about: about as PermissionSubject, kind: kind as PermissionKind },
          })
          say('The source is recorded.')
          close()
        })}
      >
        <Stack>
          <NativeSelect
            {...form.field('about')}
            label="What it is about"
            data={permissionSubjects.map(value => ({ value, label: subjectNames[value] }))}
          />
          <NativeSelect
            {...form.field('kind')}
            label="What it says"
            data={permissionKinds
              .filter(kind => form.values.about === 'simulation' || kind !== 'rwe-only')
              .map(value => ({ value, label: permissionKindNames[value] }))}
          />
          <Textarea {...form.field('text')} label="In its own words" autosize minRows={2} required />
          <TextInput {...form.field('source')} label="Where it stands" required />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
