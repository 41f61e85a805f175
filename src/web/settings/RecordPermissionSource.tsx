import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  type PermissionKind,
  type PermissionSubject,
  permissionKinds,
  permissionSubjects,
} from '#domain/settings/permission.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { permissionKindNames, subjectNames } from '../words/settings.ts'

/** What another document says of a unit: its words, where they stand, and what they permit. */
export function RecordPermissionSource({ unitId, close }: { unitId: string; close: () => void }) {
  const form = useForm({
    about: 'simulation' as PermissionSubject,
    kind: 'not-allowed' as PermissionKind,
    text: '',
    source: '',
  })
  const change = useChange('POST /centres/:centreId/units/:unitId/permission-sources')
  return (
    <FormDialog
      title="Record another source"
      form={form}
      does={async ({ about, kind, ...words }) => {
        await change.mutateAsync({
          params: { unitId },
          body: { ...words, about, kind },
        })
        say('The source is recorded.')
      }}
      yes="Record it"
      close={close}
    >
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
    </FormDialog>
  )
}
