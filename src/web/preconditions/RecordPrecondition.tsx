import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import type { PreconditionKind } from '#domain/qualifications/preconditions.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { preconditionKindNames } from '../words/preconditions.ts'

/** A precondition with its kind, its wording and where it is said. */
export function RecordPrecondition({ unitId, close }: { unitId: string; close: () => void }) {
  const form = useForm({ kind: 'supervisory-responsibility', text: '', source: '' })
  const change = useChange('POST /centres/:centreId/units/:unitId/preconditions')
  return (
    <Dialog title="Record a precondition" onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async ({ kind, ...words }) => {
          await change.mutateAsync({ params: { unitId }, body: { ...words, kind: kind as PreconditionKind } })
          say('The precondition is recorded.')
          close()
        })}
      >
        <Stack>
          <NativeSelect
            {...form.field('kind')}
            label="What is to be proved"
            data={Object.entries(preconditionKindNames).map(([value, label]) => ({ value, label }))}
          />
          <Textarea {...form.field('text')} label="In words" autosize minRows={2} required />
          <TextInput {...form.field('source')} label="Where it is said" required />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
