import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { PreconditionKind } from '#domain/qualifications/preconditions.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { preconditionKindNames } from '../words/preconditions.ts'

/** A precondition with its kind, its wording and where it is said. */
export function RecordPrecondition({ unitId, close }: { unitId: string; close: () => void }) {
  const form = useForm({ kind: 'supervisory-responsibility' as PreconditionKind, text: '', source: '' })
  const change = useChange('POST /centres/:centreId/units/:unitId/preconditions')
  return (
    <FormDialog
      title="Record a precondition"
      form={form}
      does={async ({ kind, ...words }) => {
        await change.mutateAsync({ params: { unitId }, body: { ...words, kind } })
        say('The precondition is recorded.')
      }}
      yes="Record"
      close={close}
    >
      <NativeSelect
        {...form.field('kind')}
        label="What is to be proved"
        data={Object.entries(preconditionKindNames).map(([value, label]) => ({ value, label }))}
      />
      <Textarea {...form.field('text')} label="In words" autosize minRows={2} required />
      <TextInput {...form.field('source')} label="Where it is said" required />
    </FormDialog>
  )
}
